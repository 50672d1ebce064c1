import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** The length of the data key in bytes. */
export const dataKeyBytes = 32;

/** Makes a new random data key. */
export function newDataKey(random: (bytes: number) => Buffer = randomBytes): Buffer {
  return random(dataKeyBytes);
}

/** A public mark of a data key (16 bytes as hex), by which a wrong key is told from the right one without giving the key away. */
export function keyMark(dataKey: Uint8Array): string {
  return createHmac('sha256', dataKey).update('bursar data key mark v1').digest('hex').slice(0, 32);
}

/** Derives a 32-byte key for one purpose (HKDF-SHA256), so that the data key itself never encrypts two kinds of things. */
export function deriveKey(dataKey: Uint8Array, purpose: string, salt: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, `bursar ${purpose}`, 32));
}

/** Writes the key as text for a keychain entry. */
export function encodeKey(dataKey: Buffer): string {
  return `raw:${dataKey.toString('base64')}`;
}

/** Reads a key written by {@link encodeKey}; `undefined` if the text is anything else. */
export function decodeKey(text: string): Buffer | undefined {
  if (!text.startsWith('raw:')) return undefined;
  const key = Buffer.from(text.slice(4), 'base64');
  return key.length === dataKeyBytes ? key : undefined;
}
