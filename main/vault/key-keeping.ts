import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { decodeKey, encodeKey, keyMark } from './data-key.ts';
import { defaultCost, unwrapKey, wrapKey, wrappedKeySchema, type KdfCost, type WrappedKey } from './passphrase.ts';
import { serviceName, type SecretStore } from './secret-store.ts';
import { vaultError, type VaultError } from './vault-error.ts';
import type { KeychainRecord, PassphraseRecord } from './vault-file.ts';

/** What keeping the data key needs. */
export type KeyKeeping = { readonly keychain: SecretStore; readonly random: (bytes: number) => Buffer; readonly cost: KdfCost };

/** The standing choices for {@link KeyKeeping}. */
export const keyKeepingDefaults = { random: (bytes: number): Buffer => randomBytes(bytes), cost: defaultCost } as const;

/** The keychain account of one slot of one vault. */
export function slotAccount(vaultId: string, slot: number): string {
  return `${vaultId}/data-key/${slot}`;
}

/** Puts the data key into a keychain slot, sealed under the passphrase if there is one, and proves that it opens again. */
export async function storeInSlot(
  deps: KeyKeeping, where: { readonly id: string; readonly slot: number }, dataKey: Buffer, passphrase: string | undefined,
): Promise<Result<void, VaultError>> {
  const entry = passphrase === undefined
    ? encodeKey(dataKey)
    : JSON.stringify(await wrapKey(dataKey, passphrase, deps.cost, deps.random));
  const account = slotAccount(where.id, where.slot);
  const stored = await deps.keychain.set(serviceName, account, entry);
  if (!stored.ok) return stored;
  const back = await deps.keychain.get(serviceName, account);
  if (!back.ok) return back;
  return back.value === entry ? ok(undefined) : fail(vaultError('corrupt', 'The keychain did not keep the key.', 'Try again.'));
}

function parseWrapped(entry: string): WrappedKey | undefined {
  try {
    const parsed = wrappedKeySchema.safeParse(JSON.parse(entry));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function checked(key: Buffer, mark: string): Result<Buffer, VaultError> {
  if (keyMark(key) === mark) return ok(key);
  key.fill(0);
  return fail(vaultError('key-mismatch'));
}

/** Opens the data key of a keychain vault. Errors: keychain codes, key-mismatch (entry gone or another key), corrupt (entry
 *  unreadable, left as it is), wrong-passphrase (also when one is needed and none was given). */
export async function openSlot(
  deps: KeyKeeping, record: KeychainRecord, passphrase: string | undefined,
): Promise<Result<Buffer, VaultError>> {
  const entry = await deps.keychain.get(serviceName, slotAccount(record.id, record.slot));
  if (!entry.ok) return entry;
  if (entry.value === null) {
    return fail(vaultError('key-mismatch', 'The key to your data is not in this keychain. Nothing was changed.'));
  }
  const raw = decodeKey(entry.value);
  if (raw) return checked(raw, record.mark);
  const wrapped = parseWrapped(entry.value);
  if (!wrapped) return fail(vaultError('corrupt', 'The key in the keychain is damaged and was left as it is.'));
  if (passphrase === undefined) return fail(vaultError('wrong-passphrase', 'This vault opens with your passphrase.'));
  const opened = await unwrapKey(wrapped, passphrase);
  return opened.ok ? checked(opened.value, record.mark) : opened;
}

/** Opens the data key of a passphrase vault. Errors: wrong-passphrase, key-mismatch. */
export async function openWrapped(record: PassphraseRecord, passphrase: string | undefined): Promise<Result<Buffer, VaultError>> {
  if (passphrase === undefined) return fail(vaultError('wrong-passphrase', 'This vault opens with your passphrase.'));
  const opened = await unwrapKey(record.wrapped, passphrase);
  return opened.ok ? checked(opened.value, record.mark) : opened;
}
