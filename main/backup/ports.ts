import type { HeldProfile } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Database } from '../store/database.ts';
import type { KdfCost } from '../vault/passphrase.ts';
import type { SecretStore } from '../vault/secret-store.ts';
import type { Timers } from '../vault/timers.ts';
import type { Vault } from '../vault/vault-types.ts';

/** The profiles as the settings keep them, without secrets: `ids` of those that have credentials, `all` with the built-in ones; `plain` is what the
 *  settings wrote and only they read. */
export type ProfileFacts = { readonly ids: readonly string[]; readonly all: readonly string[]; readonly plain: unknown };

/** What was restored into a store, in numbers: all payouts, those that were open and are looked up before anything is sent, and all customers. */
export type RestoredCounts = { readonly payouts: number; readonly open: number; readonly customers: number };

/** Something that was done with backups, as the audit logs tell it; `detail` holds no passphrase. */
export type BackupAct = {
  readonly what: 'backup.make' | 'backup.setPassphrase' | 'backup.removePassphrase' | 'backup.setFolder' | 'backup.setDaily';
  readonly by: 'person' | 'app';
  readonly detail: Readonly<Record<string, string | number | boolean>>;
};

/** What backups stand on. */
export type BackupDeps = {
  /** The app's data folder. */
  readonly folder: string;
  readonly version: string;
  /** Epoch ms. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly vault: Pick<Vault, 'state' | 'withKey' | 'record' | 'reload' | 'secrets' | 'id'>;
  readonly keychain: SecretStore;
  readonly cost?: KdfCost;
  /** What is open now, null while locked or broken. */
  readonly store: () => { readonly database: Database; readonly blobs: Blobs } | null;
  /** `look` says which profiles of a backup would be put here, or why they may not be; it is asked before anything changes places. */
  readonly profiles: { readonly read: () => ProfileFacts; readonly look: (plain: unknown) => Result<readonly HeldProfile[], AppError>; readonly put: (plain: unknown) => Result<null, AppError> };
  /** Marks a restored store: open payouts become unknown, and the audit log says what happened. `from` is when the backup was made, both in epoch ms. */
  readonly mark: (database: Database, at: number, from: number) => RestoredCounts;
  /** Writes into the audit logs what was done with backups, by a person or by the app itself. Error: storage. */
  readonly record: (act: BackupAct) => Promise<Result<null, AppError>>;
  /** What went wrong in this session that makes its data doubtful, in words; null when nothing did. */
  readonly trouble: () => string | null;
  /** Whether now is a moment to make the daily backup: nothing is being sent. */
  readonly quiet: () => boolean;
  /** Closes what is open, runs `swap`, and opens again whatever is there then. */
  readonly replace: (swap: () => Promise<Result<null, AppError>>, passphrase: string | null) => Promise<Result<null, AppError>>;
  /** Lets the person choose; null when they chose none. */
  readonly choose: { readonly folder: () => Promise<string | null>; readonly file: () => Promise<string | null> };
  /** Backups stand otherwise than before. */
  readonly changed: () => void;
};
