import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { readIfPresent, replaceFile, setAside } from './atomic-file.ts';
import { wrappedKeySchema } from './passphrase.ts';
import { vaultError, type VaultError } from './vault-error.ts';

/** The name of the vault's own file in the app's data folder. */
export const vaultFileName = 'vault.json';

const shared = {
  version: z.literal(1),
  /** Names this vault's keychain entries, so that two data folders never share or overwrite a key. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  created: z.iso.datetime(),
};
const mark = z.string().regex(/^[0-9a-f]{32}$/);

/** What vault.json says; it holds no secret. `slot` numbers the keychain entry in force, `retired` the one still to be removed. */
export const vaultRecordSchema = z.discriminatedUnion('mode', [
  z.strictObject({
    ...shared, mode: z.literal('keychain'), mark, slot: z.int().min(1), retired: z.int().min(1).nullable(), passphrase: z.boolean(),
  }),
  z.strictObject({ ...shared, mode: z.literal('passphrase'), mark, wrapped: wrappedKeySchema }),
  z.strictObject({ ...shared, mode: z.literal('session-only') }),
]);

/** See {@link vaultRecordSchema}. */
export type VaultRecord = z.infer<typeof vaultRecordSchema>;
/** The vault kept in the operating system's keychain. */
export type KeychainRecord = Extract<VaultRecord, { mode: 'keychain' }>;
/** The vault sealed by a passphrase alone. */
export type PassphraseRecord = Extract<VaultRecord, { mode: 'passphrase' }>;

const fileSchema = z.strictObject({ record: vaultRecordSchema, sum: z.string() });

/** A plain checksum: it tells a rotten file from a wrong passphrase, and is no defence against a person. */
function sumOf(record: VaultRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}

function parse(bytes: Buffer): VaultRecord | undefined {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success && sumOf(parsed.data.record) === parsed.data.sum ? parsed.data.record : undefined;
  } catch {
    return undefined;
  }
}

/** Reads vault.json; `null` if there is none. Errors: storage (unreadable, left alone), corrupt (moved aside as
 *  `vault.json.broken-<time>`, nothing put in its place). `now` is in milliseconds. */
export async function readVaultFile(folder: string, now: number): Promise<Result<VaultRecord | null, VaultError>> {
  const file = path.join(folder, vaultFileName);
  const bytes = await readIfPresent(file);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return ok(null);
  const record = parse(bytes.value);
  if (record) return ok(record);
  const moved = await setAside(file, now);
  if (!moved.ok) return moved;
  return fail(vaultError('corrupt',
    `The file ${vaultFileName} is damaged. It was kept as ${path.basename(moved.value)}.`,
    'Restore a backup. Without that file or a backup the data it protects can not be opened.'));
}

/** Writes vault.json in one step. Error: storage, with the old file untouched. */
export function writeVaultFile(folder: string, record: VaultRecord): Promise<Result<void, VaultError>> {
  const text = `${JSON.stringify({ record, sum: sumOf(record) }, null, 2)}\n`;
  return replaceFile(path.join(folder, vaultFileName), Buffer.from(text));
}
