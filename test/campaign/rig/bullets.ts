import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BulletReport, FileCall, StartOptions } from '../under-fire.ts';
import { ownFolder } from './own-folder.ts';
import { cache } from './places.ts';

type KillAt = NonNullable<StartOptions['killAt']>;

/** Where a call is cut: bullet.c knows the numbers. */
const kinds: Readonly<Record<FileCall, number>> = { write: 1, sync: 2, rename: 4, any: 15 };
const moments: Readonly<Record<NonNullable<KillAt['moment']>, number>> = { before: 0, half: 1, after: 2 };
const orderBytes = 24;

/** A bullet in the chamber of one process: the environment that loads it, the trigger, and what became of it. */
export type Bullet = { readonly env: Readonly<Record<string, string>>; readonly arm: () => void; readonly report: () => BulletReport; readonly close: () => void };

/** Killing at a file-system call, where the machine can: a small library is put between the app and the system's own. */
export type Bullets = { readonly possible: boolean; readonly how: string; readonly load: (file: string, folder: string, killAt: KillAt | undefined) => Bullet };

/** Builds the library and proves it on a process that writes one file; never fails, but says why it can't. */
export function createBullets(): Bullets {
  const built = build();
  if ('why' in built) return { possible: false, how: built.why, load: () => blank };
  const load: Bullets['load'] = (file, folder, killAt) => (killAt ? loadBullet(built.library, file, folder, killAt) : blank);
  if (!proven(load)) return { possible: false, how: 'the library for kills at file-system calls is built but does not reach the calls of Node', load: () => blank };
  return { possible: true, how: 'a library loaded before the app’s own counts its file-system calls and sends SIGKILL at the one that was chosen', load };
}

const blank: Bullet = { env: {}, arm: () => undefined, report: () => ({ counted: 0, hit: false }), close: () => undefined };

function build(): { library: string } | { why: string } {
  if (process.platform !== 'linux') return { why: `no library of this kind on ${process.platform}` };
  const source = fileURLToPath(new URL('./bullet.c', import.meta.url));
  const name = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
  const library = join(cache, `bullet-${name}.so`);
  if (existsSync(library)) return { library };
  mkdirSync(cache, { recursive: true });
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', `${library}.${process.pid}`, source], { encoding: 'utf8' });
  if (built.status !== 0) return { why: `no C compiler that builds the library (${built.error?.message ?? built.stderr.slice(0, 200)})` };
  renameSync(`${library}.${process.pid}`, library);
  return { library };
}

function loadBullet(library: string, file: string, folder: string, killAt: KillAt): Bullet {
  mkdirSync(folder, { recursive: true });
  const order = Buffer.alloc(orderBytes);
  const numbers = [killAt.armed ? 1 : 0, kinds[killAt.call], killAt.nth, moments[killAt.moment ?? 'before'], 0, 0];
  const put = (into: Buffer, value: number, at: number) => (endianness() === 'LE' ? into.writeInt32LE(value, at) : into.writeInt32BE(value, at));
  numbers.forEach((value, index) => put(order, value, index * 4));
  const handle = openSync(file, 'w+', 0o600);
  writeSync(handle, order, 0, orderBytes, 0);
  return {
    env: { LD_PRELOAD: library, BURSAR_BULLET: file, BURSAR_BULLET_FOLDER: realpathSync(folder) },
    // The other side has the same page of memory mapped: it sees this at once.
    arm: () => { writeSync(handle, order.subarray(0, put(order, 1, 0)), 0, 4, 0); },
    report: () => reportOf(handle),
    close: () => { closeSync(handle); },
  };
}

function reportOf(handle: number): BulletReport {
  const order = Buffer.alloc(orderBytes);
  readSync(handle, order, 0, orderBytes, 0);
  const read = (at: number) => (endianness() === 'LE' ? order.readInt32LE(at) : order.readInt32BE(at));
  return { counted: read(16), hit: read(20) === 1 };
}

/** A process that writes one file under fire must die of it. */
function proven(load: Bullets['load']): boolean {
  const folder = ownFolder('bursar-rig-');
  const bullet = load(join(folder, 'order'), folder, { call: 'write', nth: 1, armed: true });
  const shot = spawnSync(process.execPath, ['-e', 'require("node:fs").writeFileSync(process.argv[1], "x")', join(folder, 'file')], { env: { ...process.env, ...bullet.env } });
  bullet.close();
  rmSync(folder, { recursive: true, force: true });
  return shot.signal === 'SIGKILL';
}
