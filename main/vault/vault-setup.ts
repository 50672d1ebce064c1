import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { dataKeyBytes, keyMark, newDataKey } from './data-key.ts';
import { openSlot, openWrapped, slotAccount, storeInSlot, type KeyKeeping } from './key-keeping.ts';
import { checkNewPassphrase, unwrapKey, wrapKey, type WrappedKey } from './passphrase.ts';
import { serviceName } from './secret-store.ts';
import { vaultError, type VaultError } from './vault-error.ts';
import { writeVaultFile, type KeychainRecord, type PassphraseRecord, type VaultRecord } from './vault-file.ts';
import type { SetUpChoice } from './vault-types.ts';

/** A data key and the record that says how it is kept. */
export type KeptKey = { readonly record: VaultRecord; readonly key: Buffer };
/** {@link KeyKeeping} and the folder of vault.json. */
export type SetUpDeps = KeyKeeping & { readonly dir: string };

/** Seals and opens again, so that nothing is trusted that hasn't been seen to work. */
async function wrapAndProve(deps: KeyKeeping, key: Buffer, passphrase: string): Promise<Result<WrappedKey, VaultError>> {
  const wrapped = await wrapKey(key, passphrase, deps.cost, deps.random);
  const back = await unwrapKey(wrapped, passphrase);
  if (!back.ok) return back;
  const same = back.value.equals(key);
  back.value.fill(0);
  return same ? ok(wrapped) : fail(vaultError('storage'));
}

async function keep(
  deps: SetUpDeps, choice: SetUpChoice, shared: { version: 1; id: string; created: string }, key: Buffer,
): Promise<Result<VaultRecord, VaultError>> {
  if (choice.mode === 'session-only') return ok({ ...shared, mode: 'session-only' });
  if (choice.mode === 'passphrase') {
    const wrapped = await wrapAndProve(deps, key, choice.passphrase);
    return wrapped.ok ? ok({ ...shared, mode: 'passphrase', mark: keyMark(key), wrapped: wrapped.value }) : wrapped;
  }
  const stored = await storeInSlot(deps, { id: shared.id, slot: 1 }, key, choice.passphrase);
  if (!stored.ok) return stored;
  const passphrase = choice.passphrase !== undefined;
  return ok({ ...shared, mode: 'keychain', mark: keyMark(key), slot: 1, retired: null, passphrase });
}

/** Makes a data key (or adopts one), keeps it as chosen and writes vault.json last: before that, nothing has happened.
 *  Errors: validation, keychain codes, storage. `now` is in milliseconds. */
export async function makeVault(
  deps: SetUpDeps, choice: SetUpChoice, now: number, adopted?: Uint8Array,
): Promise<Result<KeptKey, VaultError>> {
  if (adopted && adopted.length !== dataKeyBytes) return fail(vaultError('validation'));
  if (choice.mode !== 'session-only' && choice.passphrase !== undefined) {
    const fit = checkNewPassphrase(choice.passphrase);
    if (!fit.ok) return fit;
  }
  const key = adopted ? Buffer.from(adopted) : newDataKey(deps.random);
  const shared = { version: 1 as const, id: deps.random(8).toString('hex'), created: new Date(now).toISOString() };
  const record = await keep(deps, choice, shared, key);
  const written = record.ok ? await writeVaultFile(deps.dir, record.value) : record;
  if (record.ok && written.ok) return ok({ record: record.value, key });
  key.fill(0);
  if (record.ok && choice.mode === 'keychain') await deps.keychain.remove(serviceName, slotAccount(shared.id, 1));
  return written.ok ? fail(vaultError('storage')) : written;
}

async function rewrapInKeychain(deps: SetUpDeps, record: KeychainRecord, key: Buffer, next: string | null): Promise<Result<VaultRecord, VaultError>> {
  const slot = record.slot + 1;
  const stored = await storeInSlot(deps, { id: record.id, slot }, key, next ?? undefined);
  if (!stored.ok) return stored;
  const changed: KeychainRecord = { ...record, slot, retired: record.slot, passphrase: next !== null };
  const proven = await openSlot(deps, changed, next ?? undefined);
  if (!proven.ok) return proven;
  proven.value.fill(0);
  const written = await writeVaultFile(deps.dir, changed);
  return written.ok ? ok(await tidySlots(deps, changed)) : written;
}

async function rewrapInFile(deps: SetUpDeps, record: PassphraseRecord, key: Buffer, next: string | null): Promise<Result<VaultRecord, VaultError>> {
  if (next === null) {
    return fail(vaultError('validation', 'The passphrase is all that protects this vault.', 'Change it instead of removing it.'));
  }
  const wrapped = await wrapAndProve(deps, key, next);
  if (!wrapped.ok) return wrapped;
  const changed: PassphraseRecord = { ...record, wrapped: wrapped.value };
  const written = await writeVaultFile(deps.dir, changed);
  return written.ok ? ok(changed) : written;
}

/** Keeps the same data key under another passphrase, or under none. Either the old way to open it works afterwards or the new one,
 *  whenever the power goes. Errors: wrong-passphrase, validation, key-mismatch, keychain codes, storage. */
export async function rewrap(
  deps: SetUpDeps, record: VaultRecord, current: string | undefined, next: string | null,
): Promise<Result<VaultRecord, VaultError>> {
  if (record.mode === 'session-only') return fail(vaultError('validation', 'A session without a vault has no passphrase.'));
  if (next !== null) {
    const fit = checkNewPassphrase(next);
    if (!fit.ok) return fit;
  }
  const opened = record.mode === 'keychain' ? await openSlot(deps, record, current) : await openWrapped(record, current);
  if (!opened.ok) return opened;
  try {
    return record.mode === 'keychain'
      ? await rewrapInKeychain(deps, record, opened.value, next)
      : await rewrapInFile(deps, record, opened.value, next);
  } finally {
    opened.value.fill(0);
  }
}

/** Removes key entries that are no longer, or never came to be, in force: left behind, an entry without a passphrase would undo the
 *  passphrase of its successor. What can't be removed now is tried again at the next unlocking. */
export async function tidySlots(deps: SetUpDeps, record: KeychainRecord): Promise<KeychainRecord> {
  await deps.keychain.remove(serviceName, slotAccount(record.id, record.slot + 1));
  if (record.retired === null) return record;
  const removed = await deps.keychain.remove(serviceName, slotAccount(record.id, record.retired));
  if (!removed.ok) return record;
  const tidy: KeychainRecord = { ...record, retired: null };
  const written = await writeVaultFile(deps.dir, tidy);
  return written.ok ? tidy : record;
}
