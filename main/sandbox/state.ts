import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { KiraState } from './kira/model.ts';
import type { State } from './model.ts';

const envelope = z.looseObject({ version: z.literal(1), businesses: z.array(z.unknown()), ledger: z.array(z.unknown()) });

/** A state as it was saved, perhaps before Kira's part was there. */
export type SavedState = Omit<State, 'kira'> & { kira?: KiraState };

/** Reads a saved state, sealed when there is a key; undefined when the file is absent or sealed with another key (it is then kept beside as
 *  `.unreadable`), an exception when it is not a sandbox state. */
export function loadState(file: string, key?: Uint8Array): SavedState | undefined {
  if (!existsSync(file)) return undefined;
  const text = key === undefined ? readFileSync(file, 'utf8') : unseal(readFileSync(file), key);
  if (text === null) {
    renameSync(file, `${file}.unreadable`);
    return undefined;
  }
  const parsed: unknown = JSON.parse(text);
  if (!isState(parsed)) throw new Error(`${file} is not a sandbox state`);
  return parsed;
}

/** Writes the state, sealed when there is a key, to a temporary name beside `file` and renames it, so that a reader never sees half of it. */
export function saveState(file: string, state: State, key?: Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = openSync(temporary, 'w', 0o600);
  const text = JSON.stringify(state);
  try {
    writeFileSync(handle, key === undefined ? text : seal(text, key));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: nonce, tag, then the sealed text. */
function seal(text: string, key: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function unseal(bytes: Buffer, key: Uint8Array): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function isState(value: unknown): value is SavedState {
  return envelope.safeParse(value).success;
}
