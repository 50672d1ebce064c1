import { payoutDocumentLimits, type PayoutDocument } from '../../../preload/contract/deposit.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { Price } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { OrderDocument } from '../../providers/provider.ts';
import type { Attempt } from '../../store/attempts.ts';
import type { PayoutRecord } from '../../store/payout-record.ts';
import type { Context } from '../context.ts';
import { documentPrint } from '../files.ts';
import { isIntact, newAttempt, nextNumber } from '../journal.ts';
import type { Outgoing } from '../lane.ts';
import type { KiraLaneDeps } from '../ports.ts';
import { priceDifferences } from '../price.ts';
import { idempotencyKeyOf } from '../reference.ts';
import { keyLife } from '../schedule.ts';
import { checkHeld } from './code.ts';
import { maxBodyBytes } from './completeness.ts';
import { priceQuestion } from './question.ts';

/** What an attempt was made of beside its draft: whatever of it is another now asks for a new attempt. */
type MadeOf = { readonly revision: number; readonly documents: readonly string[]; readonly price: Price };

/** How long before its end a held price is not sent any more, in ms. */
const quoteMargin = 5000;
/** How far a clock is set back in the course of things, in ms. */
const clockPlay = 60_000;
const madeOfKey = (attempt: Attempt) => `made-of:${attempt.id}`;

/** The attempt of a queued payout. One whose code alone was refused goes again with the same key and bytes while nothing of it changed; anything else
 *  is a new attempt under a new key (Kira guide: Idempotency). */
export async function prepare(ctx: Context, deps: KiraLaneDeps, record: PayoutRecord): Promise<Result<Outgoing, AppError>> {
  const { price } = record;
  if (price === null) return fail(appError('prerequisite', 'The payout has no price.', { fix: 'Read the price again.' }));
  const coded = ctx.lane.needsCode(ctx, record.draft) ? checkHeld(ctx, record.id) : ok(null);
  if (!coded.ok) return coded;
  const madeOf: MadeOf = { revision: record.revision, documents: ctx.documents.list(record.id).map(documentPrint), price };
  const earlier = ctx.attempts.last(record.id);
  if (earlier !== null && goesAgain(ctx, earlier, madeOf)) {
    return isIntact(earlier) ? ok({ attempt: earlier, fresh: false }) : fail(appError('storage', 'What was written down for this payout is damaged.', { fix: 'Copy the payout and send the copy.' }));
  }
  const body = await compose(ctx, deps, record, price);
  if (!body.ok) return body;
  const attempt = newAttempt(ctx, record, idempotencyKeyOf(record.id, nextNumber(ctx, record.id)), body.value);
  return ok({ attempt, fresh: true, also: () => { ctx.kept.put(madeOfKey(attempt), madeOf, ctx.clock()); } });
}

function goesAgain(ctx: Context, earlier: Attempt, now: MadeOf): boolean {
  const before = ctx.kept.get<MadeOf>(madeOfKey(earlier))?.value;
  if (before === undefined || ctx.attempts.events(earlier.id).at(-1)?.kind !== 'code-refused') return false;
  const same = before.revision === now.revision && JSON.stringify(before.documents) === JSON.stringify(now.documents);
  return same && isHeld(ctx, before.price) && isKeyKnown(ctx, earlier) && priceDifferences(before.price, now.price, ctx.lane.purse, ctx.preferences()).length === 0;
}

/** Whether Kira still holds a price for long enough that the bytes get there; a price without a quote is never held. */
function isHeld(ctx: Context, { quote }: Price): boolean {
  return quote === undefined || quote.expiresAt - quoteMargin > ctx.clock();
}

/** Whether Kira still knows an attempt's key for sure. Once the clock was set back, by what happened since, nobody knows how old the key is. */
export function isKeyKnown(ctx: Context, attempt: Attempt): boolean {
  let latest = attempt.writtenAt;
  for (const at of [...ctx.attempts.events(attempt.id).map((event) => event.at), ctx.clock()]) {
    if (at < latest - clockPlay) return false;
    latest = Math.max(latest, at);
  }
  return latest - attempt.writtenAt < keyLife;
}

async function compose(ctx: Context, { provider, recipients, blobs }: KiraLaneDeps, record: PayoutRecord, price: Price): Promise<Result<string, AppError>> {
  const { draft } = record;
  const question = priceQuestion(recipients, draft);
  const link = provider();
  if (question === null || draft.kira === null || link === null) return fail(appError('prerequisite', 'The payout is not complete any more.'));
  if (!isHeld(ctx, price)) return fail(appError('prerequisite', 'The time for which Kira holds the price is over.', { fix: 'Look at the new price and send it again.' }));
  const documents = await readAll(ctx.documents.list(record.id), blobs);
  if (!documents.ok) return documents;
  const body = link.compose({
    ...question, memo: draft.reference, invoiceNumber: draft.kira.invoiceNumber, internalNotes: draft.kira.internalNotes, documents: documents.value, quoteId: price.quote?.id ?? null,
  });
  return Buffer.byteLength(body) <= maxBodyBytes ? ok(body)
    : fail(appError('file-size', `Kira takes at most ${maxBodyBytes / 1024 / 1024} MB in all.`, { fix: `Save the documents smaller: at most ${payoutDocumentLimits.bytes / 1024 / 1024} MB each.` }));
}

async function readAll(documents: readonly PayoutDocument[], blobs: KiraLaneDeps['blobs']): Promise<Result<readonly OrderDocument[], AppError>> {
  const read: OrderDocument[] = [];
  for (const { sha256, kind, mime, description } of documents) {
    const bytes = await blobs.read(sha256);
    if (!bytes.ok) return bytes;
    read.push({ kind, mime, bytes: bytes.value, description });
  }
  return ok(read);
}
