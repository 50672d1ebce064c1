import type { Topic } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import type { Recipient } from '../../preload/contract/recipients.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAudit, type Audit } from '../audit/audit.ts';
import type { KiraProvider } from '../providers/provider.ts';
import type { Database } from '../store/database.ts';
import { createRecipientRows, type RecipientRecord, type RecipientRows } from '../store/recipients.ts';

/** What the recipients of one profile are made from; `clock` gives epoch ms, `ids` a fresh UUID v4 a call (Kira's keys must be), `actor` who sits
 *  here, `provider` is null where the profile has no connection to Kira. */
export type RecipientsDeps = {
  readonly store: Database;
  readonly profileId: string;
  readonly provider: () => KiraProvider | null;
  /** The users whose accounts are known: theirs are the recipients. */
  readonly accounts: { users(): readonly { readonly id: string; readonly name: string }[] };
  readonly clock: () => number;
  readonly ids: () => string;
  readonly actor: () => string;
  /** Tells the screen that kept data changed. */
  readonly notify: (topic: Topic, id: string | null) => void;
};

/** The deps with the repositories on top, and what is being made now, by recipient. */
export type Context = RecipientsDeps & {
  readonly rows: RecipientRows;
  readonly audit: Audit;
  readonly running: Map<string, Promise<Result<Recipient, AppError>>>;
};

/** Puts the repositories on top of the deps. */
export function createContext(deps: RecipientsDeps): Context {
  return { ...deps, rows: createRecipientRows(deps.store, deps.profileId), audit: createAudit(deps.store, deps.profileId), running: new Map() };
}

/** The recipient, or `not-found`. */
export function find(context: Context, id: string): Result<RecipientRecord, AppError> {
  const record = context.rows.get(id);
  return record === null ? fail(appError('not-found', 'This recipient is not on this computer any more.')) : ok(record);
}

/** Writes a changed recipient, from what is stored now, with who did what if told, in one transaction. */
export function change(context: Context, id: string, patch: Partial<RecipientRecord>, what: string | null = null): RecipientRecord {
  const changed = context.store.transaction(() => {
    const current = context.rows.get(id);
    if (current === null) throw new Error('The recipient went away while it was worked on');
    const next = { ...current, ...patch, updatedAt: context.clock() };
    context.rows.put(next);
    if (what !== null) noteDown(context, next, what);
    return next;
  });
  context.notify('recipients', id);
  return changed;
}

/** Writes down who did what to a recipient; call it in the transaction of what it tells. */
export function noteDown(context: Context, { id, remoteId }: Pick<RecipientRecord, 'id' | 'remoteId'>, what: string): void {
  context.audit.append({ at: context.clock(), actor: context.actor(), what, subjectKind: 'recipient', subjectId: id, detail: { remoteId } });
}
