import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { emptyPayoutDraft, payoutDraftSchema, type PayoutDraft } from '../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { newPayoutRecord, type PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { documentPrint, removeUnusedFiles } from './files.ts';
import { nextState } from './machine.ts';
import { copyIdOf } from './reference.ts';
import { restoredWith } from './relatives.ts';
import { takeStep, tell, wrongState } from './step.ts';
import { toPayout } from './view.ts';

/** Saves a draft; a new one is made when `id` is null and something is set. Errors: `conflict` when another window saved since, or it is
 *  no draft any more; `validation` for a new draft with nothing in it, unless it may be `blank`. */
export function saveDraft(ctx: Context, request: Request<'payouts.save'>): Result<Reply<'payouts.save'>, AppError> {
  if (request.id === null && request.blank !== true && canonical(request.draft) === canonical(emptyPayoutDraft)) return fail(appError('validation', 'There is nothing to save yet.'));
  const draft = ctx.lane.tidy(request.draft);
  return ctx.store.transaction(() => {
    const saved = request.id === null ? ok(startDraft(ctx, draft, null)) : editDraft(ctx, request.id, request.revision, draft);
    return saved.ok ? ok(toPayout(ctx, saved.value)) : saved;
  });
}

function startDraft(ctx: Context, draft: PayoutDraft, original: PayoutRecord | null): PayoutRecord {
  const now = ctx.clock();
  const clonedFrom = original?.id ?? null;
  const record: PayoutRecord = {
    ...newPayoutRecord(original === null ? ctx.ids() : copyId(ctx, original), draft, ctx.lane.senderName(draft), now), clonedFrom,
    restoredAt: original === null ? null : restoredWith(ctx, original),
  };
  ctx.rows.insert(record);
  ctx.events.append({ kind: 'payout', subjectId: record.id, at: now, source: 'you', actor: ctx.actor(), what: clonedFrom === null ? 'Draft started' : 'Draft made from another payout', state: 'draft' });
  ctx.audit.append({ at: now, actor: ctx.actor(), what: 'payout.start', subjectKind: 'payout', subjectId: record.id, detail: { clonedFrom } });
  ctx.changed('payouts', record.id);
  return record;
}

/** The nth copy of a payout has the same id whenever it is made: what left as this copy before a backup was restored is found under its references. */
function copyId(ctx: Context, { id }: PayoutRecord): string {
  for (let number = 1; ; number += 1) {
    const made = copyIdOf(id, number);
    if (ctx.rows.get(made) === null && ctx.events.list('payout', made, 1).length === 0) return made;
  }
}

function editDraft(ctx: Context, id: string, revision: number, draft: PayoutDraft): Result<PayoutRecord, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const before = found.value;
  if (nextState(before.state, 'edit') === null) return fail(wrongState(ctx, before));
  const stale = checkRevision(before, revision);
  if (stale !== null) return fail(stale);
  if (canonical(draft) === canonical(before.draft)) return ok(before);
  const price = sameQuestion(ctx, before.draft, draft) ? before.price : null;
  const after = { ...before, draft, price, customerName: ctx.lane.senderName(draft), revision: before.revision + 1, problem: null, updatedAt: ctx.clock() };
  ctx.rows.update(after, 'draft');
  ctx.changed('payouts', id);
  return ok(after);
}

/** The error when a window shows an older version of a payout than the one kept; null when it shows this one. */
export function checkRevision(record: PayoutRecord, revision: number): AppError | null {
  return record.revision === revision ? null
    : appError('conflict', 'This payout was changed in another window.', { fix: 'Look at the newer version before going on.' });
}

/** Throws away a payout that never left; its story, its journal and the audit log stay. One of a restored backup is asked for first. Errors: `conflict`
 *  when it is on its way or was, and those of asking. */
export async function discard(ctx: Context, { id }: Request<'payouts.discard'>): Promise<Result<null, AppError>> {
  const record = ctx.rows.get(id);
  const left = record === null || record.restoredAt === null ? null : await ctx.lane.findRestored(ctx, record);
  if (left !== null && !left.ok) return left;
  if (left !== null && left.value.payout !== null) return fail(leftSince(ctx));
  const files = ctx.documents.list(id);
  const gone = remove(ctx, id);
  if (gone.ok) await removeUnusedFiles(ctx, files);
  return gone;
}

function remove(ctx: Context, id: string): Result<null, AppError> {
  return ctx.store.transaction(() => {
    const found = find(ctx, id);
    if (!found.ok) return found;
    if (found.value.state !== 'draft' && found.value.state !== 'ready') return fail(wrongState(ctx, found.value));
    if (ctx.attempts.last(id) !== null) return fail(inJournal(ctx));
    ctx.rows.unlinkClone(id);
    ctx.rows.remove(id);
    ctx.audit.append({ at: ctx.clock(), actor: ctx.actor(), what: 'payout.discard', subjectKind: 'payout', subjectId: id });
    ctx.changed('payouts', id);
    return ok(null);
  });
}

const leftSince = ({ lane }: Context) => appError('conflict', `This payout left after the backup was made: ${lane.name} has it.`, {
  fix: 'Make it ready and release it: it is found and linked, and nothing is sent again.',
});

const inJournal = ({ lane }: Context) => appError('conflict', `${lane.name} refused a code for this payout, so the journal keeps it.`, {
  fix: 'Nothing of it leaves unless you release it. Leave it, or change it into another payout.',
});

/** Marks a complete draft ready and keeps its payee in the payee book. Errors: `validation` with every field, `conflict`. */
export function makeReady(ctx: Context, { id, revision }: Request<'payouts.ready'>): Result<Reply<'payouts.ready'>, AppError> {
  return ctx.store.transaction(() => {
    const found = find(ctx, id);
    if (!found.ok) return found;
    const { draft, state } = found.value;
    if (state !== 'draft') return fail(wrongState(ctx, found.value));
    const stale = checkRevision(found.value, revision);
    if (stale !== null) return fail(stale);
    const tidy = ctx.lane.tidy(draft);
    const missing = ctx.lane.missing(ctx, { ...found.value, draft: tidy });
    if (missing.length > 0) return fail(appError('validation', missing.length === 1 ? 'One thing is missing or wrong.' : `${missing.length} things are missing or wrong.`, { fields: [...missing] }));
    const kept = ctx.lane.keepPayee(ctx, tidy);
    const changed = otherDocuments(ctx, id) || canonical(kept) !== canonical(draft);
    const step = takeStep(ctx, id, {
      event: 'complete', source: 'you', what: 'Ready',
      patch: { draft: kept, revision: changed ? revision + 1 : revision, customerName: ctx.lane.senderName(kept), problem: null },
    });
    return step.ok ? ok(toPayout(ctx, step.value)) : step;
  });
}

/** Whether the files are others than when the payout was ready before: a window that still shows that one must not release this. */
function otherDocuments(ctx: Context, id: string): boolean {
  const key = `ready-documents:${id}`;
  const now = ctx.documents.list(id).map(documentPrint);
  const before = ctx.kept.get<readonly string[]>(key)?.value ?? now;
  ctx.kept.put(key, now, ctx.clock());
  return JSON.stringify(before) !== JSON.stringify(now);
}

/** Makes a ready payout a draft again. */
export function change(ctx: Context, { id }: Request<'payouts.change'>): Result<Reply<'payouts.change'>, AppError> {
  const step = takeStep(ctx, id, { event: 'change', source: 'you', what: 'Back to draft' });
  return step.ok ? ok(toPayout(ctx, step.value)) : step;
}

/** Makes a new draft from a payout and links the two. Error `conflict` while the first may still leave or be found. */
export function clone(ctx: Context, { id }: Request<'payouts.clone'>): Result<Reply<'payouts.clone'>, AppError> {
  return ctx.store.transaction(() => {
    const found = find(ctx, id);
    if (!found.ok) return found;
    const { state, draft } = found.value;
    if (state === 'queued' || state === 'sending' || state === 'unknown') return fail(wrongState(ctx, found.value));
    const made = startDraft(ctx, ctx.lane.tidy(draft), found.value);
    ctx.documents.copy(id, made.id, ctx.ids);
    ctx.rows.update({ ...found.value, clonedTo: made.id }, state);
    tell(ctx, id, { source: 'you', what: 'Copied to a new draft' });
    ctx.changed('payouts', id);
    return ok(toPayout(ctx, made));
  });
}

/** A draft as text that is the same for equal drafts, whatever the order of its fields. */
export function canonical(draft: PayoutDraft): string {
  const { details, ...rest } = payoutDraftSchema.parse(draft);
  return JSON.stringify([rest, Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function sameQuestion({ lane }: Context, before: PayoutDraft, after: PayoutDraft): boolean {
  const first = lane.priceKey(before);
  return first !== null && first === lane.priceKey(after);
}
