import type { DocumentSlot } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { editableAfter } from '../../preload/contract/judge/editable.ts';
import { readRefusal } from '../../preload/contract/judge/refusal.ts';
import type { RefusalPoint } from '../../preload/contract/preflight.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { Strike } from '../store/strikes.ts';
import { changeDocument, type Context } from './context.ts';
import { documentsToSend } from './uploads.ts';

/** What a refusal was about; for one from before its points were read, they are read now. */
export function pointsOf({ points, comment }: Pick<Strike, 'points' | 'comment'>): readonly RefusalPoint[] {
  return points ?? readPoints(comment);
}

/** A refusal without a word is about nothing that could be named. The identity document is what can always be captured anew, so that must be better. */
function readPoints(comment: string | null): readonly RefusalPoint[] {
  const points = readRefusal(comment);
  return points.length > 0 ? points : [{ text: comment?.trim() || noReason, cause: 'unknown', slots: ['identity', 'identity_back'] }];
}

const noReason = 'Blaaiz gave no reason through its API.';

/** Counts a refusal of a customer, with its points, and marks the documents that it was about. Call it in the transaction of what it tells. */
export function countRefusal(context: Context, { id, fields }: Pick<CustomerRecord, 'id' | 'fields'>, comment: string | null): Strike {
  const points = readPoints(comment);
  const strike = context.strikes.add(id, { at: context.clock(), comment, points });
  const concerned: readonly DocumentSlot[] = editableAfter(points, fields.idType).slots;
  for (const document of documentsToSend(context.documents.list(id), fields.idType)) {
    if (document.fileId === null || !concerned.includes(document.slot)) continue;
    // That it was better than the one refused before is decided anew against this refusal.
    changeDocument(context, document, { strike: strike.number, overrides: document.overrides.filter((one) => one.id !== 'better') });
  }
  return strike;
}

/** How a refusal is told in the story, by its number. */
export function refusalWords(count: number): string {
  return count === 1 ? 'Rejected' : `Rejected for the ${ordinal(count)} time`;
}

/** A count as people say it: 2nd, 3rd, 11th. */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${teen ? 'th' : ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`;
}

const whatToCheck = 'Check that name, birth date, number and country are as on the document, that the document is valid, sharp and whole, and that its back is there if it has one.';
const secondLook = 'Blaaiz blacklists customers for repeated bad uploads: let a second person look at the new documents before you send them, and send only ones that are better in what was refused.';
const stopHere = 'Send nothing more for this customer yet: a further bad upload may blacklist it. Write to Blaaiz support first, and hold its payouts if anything about the documents seems wrong.';

/** The problem of a refused customer, graver with each refusal. For individuals the reason comes only by webhook, which a desk doesn't receive, or with
 *  the customer where Blaaiz gives it (Blaaiz guide: Webhooks, customer status). */
export function refusalProblem(comment: string | null, count: number): AppError {
  const again = count === 1 ? '' : ` for the ${ordinal(count)} time`;
  const message = comment === null ? `Blaaiz rejected this customer${again} and gave no reason through its API.` : `Blaaiz rejected this customer${again}. It says: \u201c${comment}\u201d`;
  return appError('provider-refused', message, { fix: count === 1 ? whatToCheck : `${count === 2 ? secondLook : stopHere} ${whatToCheck}` });
}
