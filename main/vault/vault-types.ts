import type { Result } from '../../preload/contract/result.ts';
import type { LockReason } from './idle-lock.ts';
import type { KdfCost } from './passphrase.ts';
import type { SecretStore } from './secret-store.ts';
import type { WithKey } from './sealed-file.ts';
import type { VaultError } from './vault-error.ts';
import type { VaultRecord } from './vault-file.ts';

/** Where the data key is kept: in the keychain, under a passphrase in vault.json, or nowhere (gone when the app ends). */
export type VaultMode = 'keychain' | 'passphrase' | 'session-only';

/** What the vault says about itself; never a secret. */
export type VaultState = {
  readonly phase: 'unset' | 'locked' | 'unlocked';
  /** `session-only`: locking or ending the app loses the key and with it all data of the session. */
  readonly quality: 'persisted' | 'session-only';
  readonly mode: VaultMode | null;
  readonly needsPassphrase: boolean;
  /** Why the vault was locked last, while it is locked and was open before. */
  readonly lockedBy?: LockReason;
  /** What was found wrong when the vault was loaded or opened. */
  readonly problem?: VaultError;
};

/** The person's choice at first start. A passphrase is needed in mode `passphrase`, optional in mode `keychain`. */
export type SetUpChoice =
  | { readonly mode: 'keychain'; readonly passphrase?: string }
  | { readonly mode: 'passphrase'; readonly passphrase: string }
  | { readonly mode: 'session-only' };

/** A change of passphrase: `current` where one is set, `next: null` to do without one (keychain mode only). */
export type PassphraseChange = { readonly current?: string; readonly next: string | null };

/** What the vault is made of. */
export type VaultOptions = {
  /** The app's data folder. */
  readonly dir: string;
  readonly keychain: SecretStore;
  /** Wall-clock time in milliseconds. */
  readonly now: () => number;
  /** Whether data encrypted by an earlier key is lying about; with it there, no new key is ever made. */
  readonly hasEncryptedData: () => Promise<boolean>;
  readonly random?: (bytes: number) => Buffer;
  readonly cost?: KdfCost;
};

/** Keeps the data key and guards every secret. */
export type Vault = {
  readonly state: () => VaultState;
  /** Calls `listener` after each change of state; hands back the function that ends it. */
  readonly onChange: (listener: (state: VaultState) => void) => () => void;
  /** First set-up. With `adopted` (32 bytes, copied) the vault takes the key of a restored backup instead of a new one, and data already
   *  in place is taken to belong to it. Errors: conflict, validation, key-mismatch (old data without its key), keychain codes, storage. */
  readonly setUp: (choice: SetUpChoice, adopted?: Uint8Array) => Promise<Result<VaultState, VaultError>>;
  /** Opens the vault. Errors: not-set-up, wrong-passphrase, key-mismatch, corrupt, keychain codes, locked (locked meanwhile). */
  readonly unlock: (input?: { readonly passphrase?: string }) => Promise<Result<VaultState, VaultError>>;
  /** Locks at once; resolves when uses in flight have ended and the key's bytes are zero. */
  readonly lock: (reason?: LockReason) => Promise<void>;
  /** Adds, changes or removes the passphrase. The old key entry stays in force until the new one has been read back. */
  readonly changePassphrase: (change: PassphraseChange) => Promise<Result<VaultState, VaultError>>;
  /** Lends the data key (32 bytes) for the length of a call; don't keep it. Errors: locked, not-set-up. */
  readonly withKey: WithKey;
  /** Where secrets of profiles go: keychain, sealed file or memory, by mode; nothing while locked. */
  readonly secrets: SecretStore;
  /** What vault.json says, which holds no secret; null before set-up. */
  readonly record: () => VaultRecord | null;
  /** Locks, and reads vault.json anew after it was replaced. */
  readonly reload: () => Promise<VaultState>;
  /** The id under which this vault's entries stand in the keychain; empty before set-up. */
  readonly id: () => string;
  /** Moves a damaged file of credentials aside, on a person's word; they have to be entered again. */
  readonly setAsideSecrets: () => Promise<Result<void, VaultError>>;
};
