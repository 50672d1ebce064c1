import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Restored } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Database } from '../store/database.ts';
import { replaceFile } from '../vault/atomic-file.ts';
import { serviceName, type SecretStore } from '../vault/secret-store.ts';
import { toAppError } from '../vault/vault-error.ts';
import { isStaged, stageVault } from './adopt-key.ts';
import { headsOf, restoredAccount } from './anchor-restored.ts';
import { addCredentials, type Credentials } from './credentials.ts';
import { workFolder } from './disk.ts';
import type { BackupHeader, HeaderInFile } from './header.ts';
import { isOwnKey } from './open-key.ts';
import { withBackup } from './opened.ts';
import type { BackupDeps, RestoredCounts } from './ports.ts';
import { restoredFile, restoringFolder } from './places.ts';
import { stageBackup } from './stage.ts';
import { decideSwap, finishSwap, parts, type Part, type SwapPlan } from './swap.ts';
import { notWhatWasSeen } from './words.ts';

/** What a restore gives back, with the passphrase's wrapped key so that later backups open with it too. */
export type RestoreOutcome = { readonly restored: Restored; readonly header: BackupHeader };

/** Puts a backup in the place of what is here. Everything is unpacked, compared and made ready beside the data first; then what is open is closed and the two
 *  change places in one decision. What was here is kept aside. `seen` is what a person saw of its profiles, to the letter, before agreeing.
 *  Errors: wrong-passphrase, key-mismatch, file-damaged, conflict, locked, storage, keychain codes. */
export function restoreBackup(deps: BackupDeps, file: string, passphrase: string | null, seen: string | null): Promise<Result<RestoreOutcome, AppError>> {
  return withBackup(deps, file, passphrase, async ({ found, key }) => {
    try {
      return await restoreWith(deps, { file, found, key, passphrase, seen });
    } finally {
      await rm(workFolder(deps.folder, 'restore'), { recursive: true, force: true }).catch(() => undefined);
    }
  });
}

type Work = { readonly file: string; readonly found: HeaderInFile; readonly key: Buffer; readonly passphrase: string | null; readonly seen: string | null };
type Used = { readonly counts: RestoredCounts; readonly heads: readonly (readonly [string, number, string])[] };

async function restoreWith(deps: BackupDeps, { file, found, key, passphrase, seen }: Work): Promise<Result<RestoreOutcome, AppError>> {
  const { header } = found;
  const work = (database: Database, ids: readonly string[]): Used =>
    ({ counts: deps.mark(database, deps.now(), header.madeAt), heads: headsOf(database, [...ids, ...deps.profiles.read().all]) });
  const staged = await stageBackup(deps.folder, file, found, key, { now: deps.now, work });
  if (!staged.ok) return staged;
  const { profiles: { credentials, profiles }, used } = staged.value;
  if (seen !== null && seen !== JSON.stringify(profiles)) return fail(notWhatWasSeen);
  const fit = deps.profiles.look(profiles);
  if (!fit.ok) return fit;
  const own = await isOwnKey(deps, header);
  const ready = await readyVault(deps, { own, header, key, passphrase, credentials, heads: used.heads });
  if (!ready.ok) return ready;
  const plan = swapPlan(deps, own);
  const swapped = await deps.replace(async () => {
    const decided = await decideSwap(deps.folder, plan);
    if (!decided.ok) return decided;
    const finished = await finishSwap(deps.folder, deps.profiles.put);
    if (!own) await deps.vault.reload();
    return finished;
  }, own ? null : passphrase);
  if (!swapped.ok) {
    if (!existsSync(path.join(deps.folder, restoringFolder))) await ready.value.undo();
    return swapped;
  }
  const keptAside = existsSync(path.join(deps.folder, plan.aside)) ? plan.aside : null;
  return ok({ header, restored: { madeAt: header.madeAt, ...used.counts, keptAside } });
}

type Ready = { readonly own: boolean; readonly header: BackupHeader; readonly key: Buffer; readonly passphrase: string | null; readonly credentials: Credentials; readonly heads: Used['heads'] };

/** Makes everything ready that the vault is to know afterwards: the key, the credentials, and that the audit logs end elsewhere, this once. */
async function readyVault(deps: BackupDeps, { own, header, key, passphrase, credentials, heads }: Ready): Promise<Result<{ readonly undo: () => Promise<void> }, AppError>> {
  const staging = workFolder(deps.folder, 'restore');
  const guard = header.guarded || deps.vault.state().needsPassphrase;
  const vault = own
    ? ok({ id: deps.vault.id(), secrets: deps.vault.secrets, undo: async () => undefined })
    : await stageVault(deps, staging, key, { passphrase, guard });
  if (!vault.ok) return vault;
  const { id, secrets, undo } = vault.value;
  const added = await addCredentials(secrets, id, credentials);
  const noted = added.ok ? await noteHeads(staging, secrets, id, heads) : added;
  if (!noted.ok) {
    await undo();
    return noted;
  }
  return ok({ undo });
}

async function noteHeads(staging: string, secrets: SecretStore, id: string, heads: Used['heads']): Promise<Result<null, AppError>> {
  const note = Buffer.from(JSON.stringify(heads));
  const written = await replaceFile(path.join(staging, restoredFile), note);
  const vouched = written.ok ? await secrets.set(serviceName, restoredAccount(id), createHash('sha256').update(note).digest('hex')) : written;
  return vouched.ok ? ok(null) : fail(toAppError(vouched.error));
}

/** The practice providers' state stays where it belongs to the same key: like a real provider, they know what was sent since. */
function swapPlan(deps: BackupDeps, own: boolean): SwapPlan {
  const staging = workFolder(deps.folder, 'restore');
  const keeps: readonly Part[] = own ? ['secrets.sealed', 'vault.json', ...(existsSync(path.join(deps.folder, 'sandbox.sealed')) ? ['sandbox.sealed'] as const : [])] : [];
  const steps = parts.filter((part) => !keeps.includes(part)).map((part) => ({ part, staged: isStaged(staging, part) }));
  return { aside: `before-restore-${new Date(deps.now()).toISOString().replaceAll(/[:.]/g, '-')}`, steps };
}
