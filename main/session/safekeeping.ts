import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { createAudit, type AuditEntry } from '../audit/audit.ts';
import type { BackupDeps, ProfileFacts, RestoredCounts } from '../backup/ports.ts';
import type { Settings } from '../settings/settings.ts';
import type { Database } from '../store/database.ts';
import { guarded } from '../store/guarded.ts';
import { markRestored } from '../store/restored.ts';
import { heldProfiles, plainSchema } from './restored-profiles.ts';

/** The profiles as a backup takes them and a restore gives them back; the built-in ones have no credentials. */
export function profilesForBackup(settings: Settings): BackupDeps['profiles'] {
  return {
    read: (): ProfileFacts => {
      const { profiles, lastProfileId } = settings.all();
      return { ids: profiles.filter(({ builtIn }) => !builtIn).map(({ id }) => id), all: profiles.map(({ id }) => id), plain: { profiles, lastProfileId } };
    },
    look: (plain) => heldProfiles(settings.all(), plain),
    put: (plain): Result<null, AppError> => {
      const read = plainSchema.safeParse(plain);
      const put = read.success ? settings.adoptProfiles(read.data.profiles, read.data.lastProfileId) : ok(undefined);
      return put.ok ? ok(null) : put;
    },
  };
}

/** Marks a restored store before anybody works on it: what may have left since is to be looked up first, and each profile's audit log tells of the restore. */
export function markStore(database: Database, at: number, from: number, actor: string): RestoredCounts {
  const count = (table: 'payouts' | 'customers') => database.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  return database.transaction(() => {
    const open = markRestored(database, at);
    for (const { id } of database.all<{ id: string }>('SELECT profile_id AS id FROM audit UNION SELECT profile_id FROM payouts UNION SELECT profile_id FROM customers')) {
      createAudit(database, id).append({ at, actor, what: 'vault.restore', subjectKind: 'vault', subjectId: 'vault', detail: { madeAt: from, open } });
    }
    return { payouts: count('payouts'), open, customers: count('customers') };
  });
}

/** Writes an act that concerns the whole vault into the audit log of each of these profiles, in one transaction. Error: storage. */
export function recordEverywhere(database: Database, profileIds: readonly string[], entry: Omit<AuditEntry, 'subjectKind' | 'subjectId'>): Promise<Result<null, AppError>> {
  return guarded(database, () => database.transaction(() => {
    for (const id of profileIds) createAudit(database, id).append({ ...entry, subjectKind: 'vault', subjectId: 'vault' });
    return ok(null);
  }));
}

/** Whether nothing is leaving right now. */
export function isQuiet(database: Database | undefined): boolean {
  return database?.get("SELECT 1 FROM payouts WHERE state IN ('queued', 'sending') LIMIT 1") === undefined;
}

/** What went wrong since the store was opened that makes its data doubtful, in words; the first counts. */
export type Troubles = { readonly note: (words: string) => void; readonly clear: () => void; readonly words: () => string | null };

/** Makes {@link Troubles}, with none noted. */
export function createTroubles(): Troubles {
  let noted: string | null = null;
  return { note: (words) => { noted ??= words; }, clear: () => { noted = null; }, words: () => noted };
}

/** The words for a failure of the store by SQLite's code. */
export function storeTrouble(code: string): string {
  if (code.startsWith('SQLITE_FULL')) return 'The disk was full in this session.';
  return 'The data file could not be read or written at times in this session.';
}

/** The words for a stored file that was found damaged. */
export const fileTrouble = 'A stored document was found damaged in this session.';
