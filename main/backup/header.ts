import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { BlobDamaged, readExactly } from '../store/sealed-file.ts';
import { deriveKey } from '../vault/data-key.ts';
import { wrappedKeySchema } from '../vault/passphrase.ts';

// Layout: magic (8), length of the header (4, big-endian), the header as JSON, then the sealed stream to the end (see store/sealed-file.ts).
// The stream's key comes from the data key and the header's hash, so that a changed header opens nothing.
const magic = Buffer.from('BURSARB\x01', 'latin1');
const maxHeaderBytes = 16 * 1024;
const prefixBytes = magic.length + 4;

/** What a backup says about itself without being opened; no secret. `madeAt` is epoch ms, `schema` the store's version, `mark` the public mark of the data
 *  key, `slot` the keychain entry that held it, `guarded` whether opening the vault took a passphrase, `wrapped` the data key under a passphrase. */
export const backupHeaderSchema = z.strictObject({
  version: z.literal(1),
  madeAt: z.int().min(0),
  kind: z.enum(['daily', 'asked']),
  app: z.string().max(40),
  schema: z.int().min(1),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  mark: z.string().regex(/^[0-9a-f]{32}$/),
  slot: z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/), slot: z.int().min(1) }).nullable(),
  guarded: z.boolean(),
  wrapped: wrappedKeySchema.nullable(),
});
/** See {@link backupHeaderSchema}. */
export type BackupHeader = Readonly<z.infer<typeof backupHeaderSchema>>;

/** A header as it stands in a file: what it says, its bytes, and where the sealed stream begins. */
export type HeaderInFile = { readonly header: BackupHeader; readonly bytes: Buffer; readonly end: number };

/** The error for a file that is no backup, or not a whole and unchanged one. */
export const damagedBackup = appError('file-damaged', 'This is no backup of Bursar, or it is damaged: not every byte is as it was written.',
  { fix: 'Choose another backup. Nothing was changed.' });

/** The header's bytes as they go to the start of a file. */
export function headerBytes(header: BackupHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([magic, length, json]);
}

/** The key of one backup's stream, 32 bytes; whoever asked for it wipes it. */
export function streamKey(dataKey: Uint8Array, header: Uint8Array): Buffer {
  return deriveKey(dataKey, 'backup v1', createHash('sha256').update(header).digest());
}

/** Reads and checks the start of a file. Errors: file-damaged; exceptions of the disk go through. */
export async function readHeader(handle: FileHandle): Promise<Result<HeaderInFile, AppError>> {
  try {
    const prefix = await readExactly(handle, 0, prefixBytes);
    const length = prefix.readUInt32BE(magic.length);
    if (!prefix.subarray(0, magic.length).equals(magic) || length > maxHeaderBytes) return fail(damagedBackup);
    const json = await readExactly(handle, prefixBytes, length);
    const header = backupHeaderSchema.safeParse(JSON.parse(json.toString('utf8')));
    return header.success ? ok({ header: header.data, bytes: Buffer.concat([prefix, json]), end: prefixBytes + length }) : fail(damagedBackup);
  } catch (error) {
    if (error instanceof BlobDamaged || error instanceof SyntaxError) return fail(damagedBackup);
    throw error;
  }
}
