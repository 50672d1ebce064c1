import { appError, type AppError, type ErrorCode } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';

/** Every way the vault can fail that isn't a bug. `too-large` and `corrupt` exist only here; the rest are codes of the contract. */
export type VaultErrorCode =
  | 'keychain-unavailable' | 'keychain-denied' | 'keychain-timeout' | 'too-large' | 'corrupt'
  | 'locked' | 'not-set-up' | 'conflict' | 'validation' | 'wrong-passphrase' | 'key-mismatch' | 'storage';

/** An expected failure of the vault; `message` and `fix` are written for people and never hold a secret or a path. */
export type VaultError = { readonly code: VaultErrorCode; readonly message: string; readonly fix?: string };

const texts: Readonly<Record<VaultErrorCode, readonly [message: string, fix: string]>> = {
  'keychain-unavailable': [
    'This computer offers no keychain that Bursar can use.',
    'Start your keychain (on Linux: GNOME Keyring or KWallet), then start Bursar again.',
  ],
  'keychain-denied': ['The keychain refused access.', 'Unlock the keychain and allow Bursar to use it, then try again.'],
  'keychain-timeout': ['The keychain did not answer in time.', 'Look for a keychain window waiting for you, then try again.'],
  'too-large': ['This value is too long for the keychain.', 'Check that only the value itself was pasted.'],
  corrupt: ['A protected file or entry is damaged and was left as it is.', 'Restore it from a backup.'],
  locked: ['Bursar is locked.', 'Unlock it to go on.'],
  'not-set-up': ['The vault is not set up yet.', 'Choose how Bursar should protect your data.'],
  conflict: ['The vault is already set up.', 'Unlock it instead.'],
  validation: ['This value can not be used.', 'Check it and try again.'],
  'wrong-passphrase': ['That is not the passphrase.', 'Try again; capitals and the keyboard layout matter.'],
  'key-mismatch': [
    'The key found does not belong to the data on this computer.',
    'Use the computer account that created this data, or restore a backup. Nothing was changed.',
  ],
  storage: ['The disk refused to read or write.', 'Check free space and permissions, then try again.'],
};

/** Builds a {@link VaultError} with the standing text of its code, or with a more precise one. */
export function vaultError(code: VaultErrorCode, message?: string, fix?: string): VaultError {
  const [standingMessage, standingFix] = texts[code];
  return { code, message: message ?? standingMessage, fix: fix ?? standingFix };
}

const contractCodes: Readonly<Record<'too-large' | 'corrupt', ErrorCode>> = { 'too-large': 'validation', corrupt: 'storage' };

/** Turns a {@link VaultError} into the error that may cross to the screen. */
export function toAppError(error: VaultError): AppError {
  const code = error.code === 'too-large' || error.code === 'corrupt' ? contractCodes[error.code] : error.code;
  return appError(code, error.message, error.fix === undefined ? {} : { fix: error.fix });
}

/** Turns a result of the vault into one that may cross to the screen. */
export function forApp<T>(result: Result<T, VaultError>): Result<T, AppError> {
  return result.ok ? result : fail(toAppError(result.error));
}
