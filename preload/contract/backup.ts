import { z } from 'zod';
import { providerIds } from './provider.ts';

/** One backup: its file's name, when it was made (epoch ms), its size, and how it came to be. `opensWith` says what opens it: the passphrase for
 *  backups, or only the key of this computer. */
export const backupFileSchema = z.strictObject({
  name: z.string(), madeAt: z.number(), bytes: z.number().int(), kind: z.enum(['daily', 'asked']), opensWith: z.enum(['passphrase', 'this-computer']),
});
/** One backup. */
export type BackupFile = Readonly<z.infer<typeof backupFileSchema>>;

/** How backups stand: the folder they go to (null: the app's own, whose path stays in the main process), those that are there, the newest first, why the
 *  last one was skipped or failed, and what the last one that was made does not hold. `possible` is false while nothing is open and in a session that
 *  keeps nothing; `canStartAnew` says that the data can't be read and one can begin with nothing. Times are epoch ms. */
export const backupStateSchema = z.strictObject({
  possible: z.boolean(), folder: z.string().nullable(), passphraseSet: z.boolean(), daily: z.boolean(), keep: z.number().int(), files: z.array(backupFileSchema).max(100),
  skipped: z.string().nullable(), failed: z.string().nullable(), incomplete: z.string().nullable(), busy: z.boolean(), nextAt: z.number().nullable(),
  canStartAnew: z.boolean(),
});
/** How backups stand. */
export type BackupState = Readonly<z.infer<typeof backupStateSchema>>;

/** What a chosen backup file says about itself before it is opened; `token` names it for restoring. `opens` says what it takes here and now: nothing more,
 *  its passphrase, or a key that isn't on this computer. */
export const foundBackupSchema = z.strictObject({
  token: z.string(), name: z.string(), madeAt: z.number(), bytes: z.number().int(), opensWith: z.enum(['passphrase', 'this-computer']),
  opens: z.enum(['here', 'passphrase', 'nowhere']), version: z.string(),
});
/** What a chosen backup file says about itself. */
export type FoundBackup = Readonly<z.infer<typeof foundBackupSchema>>;

/** A profile in a backup: `host` is where its keys go (null: the practice provider inside the app), `known` whether it is on this computer already. */
export const heldProfileSchema = z.strictObject({ name: z.string(), provider: z.enum(providerIds), env: z.enum(['sandbox', 'live']), host: z.string().nullable(), known: z.boolean() });
/** A profile in a backup. */
export type HeldProfile = Readonly<z.infer<typeof heldProfileSchema>>;

/** What was restored: how many payouts there are, and how many of them were open and are looked up before anything is sent. */
export const restoredSchema = z.strictObject({ madeAt: z.number(), payouts: z.number().int(), open: z.number().int(), customers: z.number().int(), keptAside: z.string().nullable() });
/** What was restored. */
export type Restored = Readonly<z.infer<typeof restoredSchema>>;
