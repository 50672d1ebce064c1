import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SmallDisk } from '../under-fire.ts';
import { ownFolder } from './own-folder.ts';

/** A full disk still has this many bytes, so that what fails is a write and not the first look at it. */
const leftOver = 8_192;

/** Mounts a disk of so many bytes in memory; null where this user may not. Disks that a killed run left are taken down first. */
export function createSmallDisk(bytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const place = ownFolder('bursar-disk-', takeDown);
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
