import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { appError, type AppError } from '../../preload/contract/errors.ts';

/** The SHA-256 of a blob's plain content as lower-case hex, and its length in bytes. */
export type BlobRef = { readonly hash: string; readonly size: number };

/** The error while a stored document doesn't verify. */
export const damaged = appError('storage', 'A stored document is damaged. The damaged file was kept aside.', { fix: 'Add the document again.' });

/** Thrown inside a stream, where no value can be handed back; `error` is the error to show. */
export class BlobDamaged extends Error {
  readonly error: AppError = damaged;
}

// Layout: magic and version (8), salt (32), then chunks of at most 64 KiB, each followed by its tag (16). Each file has a key of its own
// (HKDF of the data key with the salt), so a nonce is only the chunk's number and whether it is the last. A missing end, a moved or a
// swapped chunk therefore doesn't verify. The last chunk may be empty; it is always there.
const magic = Buffer.from('BBLOB\0\0\x01', 'latin1');
/** Length of a file's salt, in bytes. */
export const saltBytes = 32;
const tagBytes = 16;
const chunkBytes = 64 * 1024;
const headerBytes = magic.length + saltBytes;

/** The key of one file, 32 bytes; whoever asked for it wipes it. */
export function fileKey(dataKey: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, 'bursar blob v1', 32));
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

function sealChunk(key: Buffer, index: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last)).setAAD(magic);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, index: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new BlobDamaged();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, last), { authTagLength: tagBytes });
    decipher.setAAD(magic).setAuthTag(sealed.subarray(-tagBytes));
    const plain = decipher.update(sealed.subarray(0, -tagBytes));
    // Compares the tag; GCM has nothing left to give.
    decipher.final();
    return plain;
  } catch {
    throw new BlobDamaged();
  }
}

async function* pieces(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = content instanceof Uint8Array ? [content] : content;
  for await (const part of source) {
    for (let at = 0; at < part.length; at += chunkBytes) yield part.subarray(at, at + chunkBytes);
  }
}

/** Regroups any stream into full chunks and one last, shorter one. */
async function* chunks(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<{ readonly plain: Buffer; readonly last: boolean }> {
  let waiting = Buffer.alloc(0);
  for await (const piece of pieces(content)) {
    waiting = Buffer.concat([waiting, piece]);
    if (waiting.length <= chunkBytes) continue;
    yield { plain: waiting.subarray(0, chunkBytes), last: false };
    waiting = waiting.subarray(chunkBytes);
  }
  yield { plain: waiting, last: true };
}

/** Seals content into an empty file and waits until it is on the disk. Gives the hash and the size of the plain content. */
export async function writeSealed(handle: FileHandle, key: Buffer, salt: Buffer, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<BlobRef> {
  await handle.writeFile(Buffer.concat([magic, salt]));
  return sealStream(handle, key, content);
}

/** Appends content in sealed chunks to a file whose `key` (32 bytes) is for this one stream, and waits until it is on the disk. Gives the hash and the
 *  size of the plain content. */
export async function sealStream(handle: FileHandle, key: Buffer, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<BlobRef> {
  const hash = createHash('sha256');
  let size = 0;
  let index = 0;
  for await (const { plain, last } of chunks(content)) {
    hash.update(plain);
    size += plain.length;
    await handle.writeFile(sealChunk(key, index, last, plain));
    index += 1;
  }
  await handle.sync();
  return { hash: hash.digest('hex'), size };
}

/** Exactly `length` bytes from `position` on, into the beginning of `into` where that is given; throws {@link BlobDamaged} when the file ends before. */
export async function readExactly(handle: FileHandle, position: number, length: number, into?: Buffer): Promise<Buffer> {
  const buffer = into?.subarray(0, length) ?? Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) throw new BlobDamaged();
    filled += bytesRead;
  }
  return buffer;
}

/** The salt a file was sealed with; throws {@link BlobDamaged} when it isn't one of ours. */
export async function readSalt(handle: FileHandle): Promise<Buffer> {
  const header = await readExactly(handle, 0, headerBytes);
  if (!header.subarray(0, magic.length).equals(magic)) throw new BlobDamaged();
  return header.subarray(magic.length);
}

/** The plain content in pieces of at most 64 KiB, each verified before it is given out; throws {@link BlobDamaged} at what doesn't verify. */
export async function* readSealed(handle: FileHandle, key: Buffer, hash: string): AsyncGenerator<Uint8Array> {
  const whole = createHash('sha256');
  for await (const plain of openStream(handle, key, headerBytes)) {
    whole.update(plain);
    yield plain;
  }
  if (whole.digest('hex') !== hash) throw new BlobDamaged();
}

/** The plain content of what {@link sealStream} wrote from byte `from` to the end of the file, in verified pieces of at most 64 KiB; throws
 *  {@link BlobDamaged} at what doesn't verify. */
export async function* openStream(handle: FileHandle, key: Buffer, from: number): AsyncGenerator<Buffer> {
  const { size } = await handle.stat();
  const step = chunkBytes + tagBytes;
  const sealed = Buffer.alloc(Math.min(step, Math.max(0, size - from)));
  for (let at = from, index = 0; at < size || index === 0; at += step, index += 1) {
    const length = Math.min(step, size - at);
    const plain = openChunk(key, index, at + step >= size, await readExactly(handle, at, Math.max(0, length), sealed));
    if (plain.length > 0) yield plain;
  }
}
