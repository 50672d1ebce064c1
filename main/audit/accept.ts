import type { AuditState } from '../../preload/contract/audit-log.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAudit } from './audit.ts';
import type { AuditDeskDeps } from './audit-desk.ts';
import { isBroken } from './ending.ts';
import { openBreak } from './finding.ts';
import type { Watch } from './watch.ts';

/** A person goes on with a broken log: a row says what was found and why, and the chain is anchored anew from there. Where rows are missing or may be,
 *  the journal may have forgotten what was sent too, and is marked as restored. Errors: `conflict` when nothing is broken; keychain codes,
 *  locked, storage while the note can't be read: going on would write over it unseen. */
export async function acceptBreak(deps: AuditDeskDeps & { readonly watch: Watch }, reason: string): Promise<Result<AuditState, AppError>> {
  const { store, watch, profile } = deps;
  await watch.verify();
  const { walk, ending, noteError } = watch.finding();
  if (noteError !== null) return fail(noteUnread(noteError));
  const open = openBreak(watch.finding());
  if (walk === null || open === null) return nothingToAccept;
  const detail = { reason, found: open.what, brokenAt: open.number, ...factsOf(watch.state()), faults: walk.faults };
  store.transaction(() => {
    const now = deps.clock();
    createAudit(store, profile.id).append({ at: now, actor: deps.actor(), what: 'audit.accept', subjectKind: 'profile', subjectId: profile.id, detail });
    if (ending !== null && isBroken(ending)) deps.markRestored(store, now);
  });
  if (ending !== null && isBroken(ending)) deps.recover();
  await watch.reanchor();
  return ok(watch.state());
}

function factsOf({ words, rows, head, anchored }: AuditState) {
  return { words, rows, head, anchoredRows: anchored?.rows ?? null, anchoredHead: anchored?.head ?? null };
}

const noteUnread = ({ code, message, fix }: AppError): AppError => appError(code, `The note of where the log ended can\u2019t be read now, and going on would write over what it says. ${message}`, { fix: fix ?? 'Try again.' });

const nothingToAccept: Result<never, AppError> = fail(appError('conflict', 'The audit log needs no such word: nothing in it is broken.', { fix: 'Look at it again.' }));
