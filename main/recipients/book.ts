import type { Request } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Recipient, RecipientFields } from '../../preload/contract/recipients.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { RecipientRecord } from '../store/recipients.ts';
import { takeOver } from './adopt.ts';
import { change, find, noteDown, type Context } from './context.ts';
import { fixedThere, notKnownYet } from './errors.ts';
import { toRecipient } from './view.ts';

/** The most recipients of one list. */
export const listLimit = 500;

/** The book by name, without hidden ones; `fresh` first takes over what was made elsewhere. Out of reach the book is as kept; an error only
 *  when it is empty. */
export async function list(context: Context, { query, fresh }: Request<'recipients.list'>): Promise<Result<Recipient[], AppError>> {
  const taken = fresh ? await takeOver(context) : null;
  if (taken !== null && !taken.ok && context.rows.list('', 1).length === 0) return taken;
  return ok(context.rows.list(query, listLimit).map(toRecipient));
}

/** Saves the form as typed, without checking it. Errors: not-found; conflict when Kira has the recipient or may have it. */
export function save(context: Context, { id, fields }: Request<'recipients.save'>): Result<Recipient, AppError> {
  if (id === null) return ok(toRecipient(start(context, fields)));
  const found = find(context, id);
  if (!found.ok) return found;
  const refusal = fixed(found.value);
  return refusal === null ? ok(toRecipient(change(context, id, { fields }))) : fail(refusal);
}

/** Why a recipient can't be changed; null when it is only here. Kira has no call to change or delete one (Kira guide: Recipients). */
function fixed({ state }: RecipientRecord): AppError | null {
  if (state === 'there') return fixedThere;
  return state === 'draft' || state === 'refused' ? null : notKnownYet;
}

function start(context: Context, fields: RecipientFields): RecipientRecord {
  const now = context.clock();
  const record: RecipientRecord = {
    id: context.ids(), remoteId: null, state: 'draft', fields, attempt: null, problem: null, hiddenAt: null, lastPaidAt: null, createdAt: now, updatedAt: now,
  };
  context.rows.put(record);
  context.notify('recipients', record.id);
  return record;
}

/** Throws away a recipient that is only here, hides one that Kira has. Errors: not-found; conflict while it isn't known which. */
export function remove(context: Context, { id }: Request<'recipients.remove'>): Result<null, AppError> {
  const found = find(context, id);
  if (!found.ok) return found;
  const refusal = fixed(found.value);
  if (refusal === notKnownYet) return fail(refusal);
  context.store.transaction(() => {
    if (refusal === null) context.rows.remove(id);
    else context.rows.hide(id, context.clock());
    noteDown(context, found.value, refusal === null ? 'recipient discarded' : 'recipient hidden');
  });
  context.notify('recipients', id);
  return ok(null);
}
