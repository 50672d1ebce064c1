import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const checkOf = (file: string) => `${file}.keycheck`;
const proof = (key: Buffer) => createHmac('sha256', key).update('bursar store key check').digest();

/** Compares a key with the one the file was made with: a keyed hash is kept beside it, so that a wrong key and a damaged
 *  file, which look alike to SQLite, can be told apart. `none` when nothing is kept. */
export function keyCheck(file: string, key: Buffer): 'none' | 'same' | 'other' {
  if (!existsSync(checkOf(file))) return 'none';
  const kept = Buffer.from(readFileSync(checkOf(file), 'utf8').trim(), 'hex');
  const own = proof(key);
  return kept.length === own.length && timingSafeEqual(kept, own) ? 'same' : 'other';
}

/** Keeps the key's check beside the file unless it is there already; written whole or not at all. */
export function keepKeyCheck(file: string, key: Buffer): void {
  if (existsSync(checkOf(file))) return;
  const temporary = `${checkOf(file)}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  writeSync(handle, proof(key).toString('hex'));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, checkOf(file));
}

/** Renames a damaged store and its side files so that nothing is lost; gives the newest kept file's name, null when there is none. The key's
 *  check stays: while it is there, nobody begins with an empty store unasked. */
export function setAside(file: string, now: number): string | null {
  for (const part of sideFiles(file)) {
    if (existsSync(part)) renameSync(part, `${part}.damaged-${now}`);
  }
  const kept = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.damaged-`));
  return kept.toSorted().at(-1) ?? null;
}

/** The store's file and what SQLite keeps beside it. */
export function sideFiles(file: string): readonly string[] {
  return [file, `${file}-wal`, `${file}-shm`];
}

/** Whether a store was here whose file is gone or was set aside as damaged. */
export function isLost(file: string): boolean {
  return existsSync(checkOf(file)) && !existsSync(file);
}
