import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, fsyncSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SmallDisk } from '../under-fire.ts';

const prefix = 'bursar-disk-';
/** A full disk still has this many bytes, so that what fails is a write and not the first look at it. */
const leftOver = 8_192;

/** Mounts a disk of so many bytes in memory; null where this user may not. Disks that a killed run left are taken down first. */
export function createSmallDisk(bytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  sweep();
  const place = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=700`, 'tmpfs', place], { stdio: 'ignore' }).status !== 0) {
    rmdirSync(place);
    return null;
  }
  const folder = join(place, 'data');
  mkdirSync(folder);
  chmodSync(folder, 0o700);
  const filler = join(place, 'filler');
  const onExit = () => { takeDown(place); };
  process.once('exit', onExit);
  return {
    folder,
    fill: () => { fill(filler); },
    free: () => { rmSync(filler, { force: true }); },
    remove: () => {
      process.off('exit', onExit);
      takeDown(place);
    },
  };
}

function fill(path: string): void {
  const file = openSync(path, 'a');
  let size = 0;
  // Ever smaller pieces, down to a page.
  for (let piece = 1 << 20; piece >= 4_096; piece >>= 1) size += writeUntilFull(file, Buffer.alloc(piece));
  fsyncSync(file);
  ftruncateSync(file, Math.max(0, size - leftOver));
  closeSync(file);
}

function writeUntilFull(file: number, piece: Buffer): number {
  let written = 0;
  try {
    for (;;) written += writeSync(file, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return written;
    throw error;
  }
}

/** Lazily: an app that still holds a file must not keep the disk in the way. */
function takeDown(place: string): void {
  spawnSync('umount', ['-l', place], { stdio: 'ignore' });
  rmSync(place, { recursive: true, force: true });
}

function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split('-')[0]);
    if (owner > 0 && !isAlive(owner)) takeDown(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
