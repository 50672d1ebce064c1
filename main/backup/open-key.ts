import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { keyMark } from '../vault/data-key.ts';
import { keyKeepingDefaults, openSlot } from '../vault/key-keeping.ts';
import { unwrapKey } from '../vault/passphrase.ts';
import { toAppError } from '../vault/vault-error.ts';
import type { BackupHeader } from './header.ts';
import type { BackupDeps } from './ports.ts';
import { keyNotHere, noPassphrase, passphraseNeeded, passphraseWrong } from './words.ts';

type KeyDeps = Pick<BackupDeps, 'vault' | 'keychain'>;

/** Finds the data key of a backup: under its passphrase when one is given, else in the open vault, else in this computer's keychain. Whoever asked wipes
 *  it. Errors: wrong-passphrase, key-mismatch, validation, keychain codes. */
export async function openBackupKey(deps: KeyDeps, header: BackupHeader, passphrase: string | null): Promise<Result<Buffer, AppError>> {
  if (passphrase !== null) return underPassphrase(header, passphrase);
  const held = await heldKey(deps, header);
  if (held !== null) return ok(held);
  const kept = await keychainKey(deps, header);
  if (kept.ok || header.wrapped === null) return kept;
  return fail(passphraseNeeded);
}

/** Whether the open vault's own key is the backup's. */
export async function isOwnKey({ vault }: Pick<KeyDeps, 'vault'>, header: BackupHeader): Promise<boolean> {
  const own = await vault.withKey((key) => keyMark(key) === header.mark);
  return own.ok && own.value;
}

async function underPassphrase({ wrapped, mark }: BackupHeader, passphrase: string): Promise<Result<Buffer, AppError>> {
  if (wrapped === null) return fail(noPassphrase);
  const opened = await unwrapKey(wrapped, passphrase);
  if (!opened.ok) return fail(passphraseWrong);
  if (keyMark(opened.value) === mark) return opened;
  opened.value.fill(0);
  return fail(passphraseWrong);
}

async function heldKey({ vault }: KeyDeps, { mark }: BackupHeader): Promise<Buffer | null> {
  const held = await vault.withKey((key) => (keyMark(key) === mark ? Buffer.from(key) : null));
  return held.ok ? held.value : null;
}

/** The key may still be in the keychain of this computer when only vault.json is gone, or another vault took its place. */
async function keychainKey({ keychain }: KeyDeps, { slot, mark }: BackupHeader): Promise<Result<Buffer, AppError>> {
  if (slot === null) return fail(keyNotHere);
  const record = { version: 1 as const, created: '', mode: 'keychain' as const, ...slot, mark, retired: null, passphrase: false };
  const opened = await openSlot({ keychain, ...keyKeepingDefaults }, record, undefined);
  if (opened.ok) return opened;
  return fail(opened.error.code === 'key-mismatch' || opened.error.code === 'wrong-passphrase' ? keyNotHere : toAppError(opened.error));
}
