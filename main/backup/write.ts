import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackupFile } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { openStream, sealStream } from '../store/sealed-file.ts';
import { keyMark } from '../vault/data-key.ts';
import type { WrappedKey } from '../vault/passphrase.ts';
import { toAppError } from '../vault/vault-error.ts';
import { readCredentials } from './credentials.ts';
import { emptyFolder, filePieces, ofDisk, syncFolder, withFile, workFolder } from './disk.ts';
import { nowhere, packEntries, unpackEntries, type Entry } from './entries.ts';
import { headerBytes, streamKey, type BackupHeader } from './header.ts';
import { nothingOpen } from './words.ts';
import type { BackupDeps } from './ports.ts';

type WriteDeps = Pick<BackupDeps, 'folder' | 'version' | 'now' | 'vault' | 'store' | 'profiles'>;

/** What one backup is to be: where it goes under which name, and the passphrase's wrapped key when one is set. */
export type BackupPlan = { readonly target: string; readonly name: string; readonly kind: BackupFile['kind']; readonly wrapped: WrappedKey | null };

/** Makes a backup of everything in the open vault: written under a temporary name, read back whole, then renamed. A moment's copy of the store is taken
 *  first, the sealed files after it, in turn with other work on files. Errors: storage, locked, keychain codes. */
export async function writeBackup(deps: WriteDeps, plan: BackupPlan): Promise<Result<null, AppError>> {
  const open = deps.store();
  if (!open) return fail(nothingOpen);
  const { ids, plain } = deps.profiles.read();
  const credentials = await readCredentials(deps.vault.secrets, deps.vault.id(), ids);
  if (!credentials.ok) return credentials;
  const profiles = Buffer.from(JSON.stringify({ profiles: plain, credentials: credentials.value }), 'utf8');
  const work = workFolder(deps.folder, 'backup');
  const temporary = path.join(plan.target, `.${plan.name}.tmp`);
  const made = await ofDisk('make', () => open.blobs.inTurn(async () => {
    await emptyFolder(work);
    await mkdir(plan.target, { recursive: true, mode: 0o700 });
    await rm(temporary, { force: true });
    const schema = open.database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 1;
    if (!await open.database.snapshot(path.join(work, 'bursar.db'))) return fail(nothingOpen);
    await copyFile(path.join(deps.folder, 'sandbox.sealed'), path.join(work, 'sandbox.sealed')).catch(ifMissing);
    return seal(deps, plan, { work, temporary, schema, profiles });
  }));
  await rm(work, { recursive: true, force: true }).catch(() => undefined);
  profiles.fill(0);
  if (!made.ok) await rm(temporary, { force: true }).catch(() => undefined);
  return made;
}

type Prepared = { readonly work: string; readonly temporary: string; readonly schema: number; readonly profiles: Buffer };

async function seal(deps: WriteDeps, plan: BackupPlan, { work, temporary, schema, profiles }: Prepared): Promise<Result<null, AppError>> {
  const keyed = await deps.vault.withKey((dataKey) => {
    const bytes = headerBytes(headerOf(deps, plan, schema, dataKey));
    return { bytes, key: streamKey(dataKey, bytes) };
  });
  if (!keyed.ok) return fail(toAppError(keyed.error));
  const { bytes, key } = keyed.value;
  try {
    await withFile(temporary, 'wx', async (handle) => {
      await handle.writeFile(bytes);
      await sealStream(handle, key, packEntries(entriesOf(deps.folder, work, profiles)));
    });
    // Only a file that was read back whole counts as a backup.
    await withFile(temporary, 'r', (handle) => unpackEntries(openStream(handle, key, bytes.length), async () => nowhere));
    await rename(temporary, path.join(plan.target, plan.name));
    await syncFolder(plan.target);
    return ok(null);
  } finally {
    key.fill(0);
  }
}

function headerOf({ version, now, vault }: WriteDeps, { kind, wrapped }: BackupPlan, schema: number, dataKey: Buffer): BackupHeader {
  const record = vault.record();
  return {
    version: 1, madeAt: now(), kind, app: version, schema, salt: randomBytes(32).toString('hex'), mark: keyMark(dataKey),
    slot: record?.mode === 'keychain' ? { id: record.id, slot: record.slot } : null, guarded: vault.state().needsPassphrase,
    // A vault under a passphrase of its own opens with that one until there is one for backups.
    wrapped: wrapped ?? (record?.mode === 'passphrase' ? record.wrapped : null),
  };
}

async function* entriesOf(folder: string, work: string, profiles: Buffer): AsyncGenerator<Entry> {
  yield { name: 'profiles.json', size: profiles.length, read: () => [profiles] };
  yield await fileEntry('bursar.db', path.join(work, 'bursar.db'));
  if ((await readdir(work)).includes('sandbox.sealed')) yield await fileEntry('sandbox.sealed', path.join(work, 'sandbox.sealed'));
  const files = path.join(folder, 'files');
  for (const name of (await readdir(files).catch(ifMissing)) ?? []) {
    if (/^[0-9a-f]{64}$/.test(name)) yield await fileEntry(`files/${name}`, path.join(files, name));
  }
}

async function fileEntry(name: string, file: string): Promise<Entry> {
  return { name, size: (await stat(file)).size, read: () => filePieces(file) };
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
