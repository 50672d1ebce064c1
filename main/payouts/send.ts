import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { compareHolder } from '../../preload/contract/holder-name.ts';
import { compareMoney, formatMoney } from '../../preload/contract/money.ts';
import type { Price } from '../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutProvider } from '../providers/provider.ts';
import { fingerprintOf } from '../store/payout-columns.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { missingIn, priceQuestion } from './completeness.ts';
import { connected, find, type Context } from './context.ts';
import { checkRevision } from './drafts.ts';
import { asksHolder } from './prerequisites.ts';
import { keepPrice, priceDifferences, readPrice } from './price.ts';
import { adoptEarlier } from './reconcile.ts';
import { takeStep, wrongState } from './step.ts';
import { toPayout } from './view.ts';
import { freeIn, keptWallet, readWallets } from './wallets.ts';

type Checked = Result<null, AppError>;

/** Reads everything that decides again and queues the payout; it leaves after the take-back time. A second click or window finds it
 *  queued and gets `already-sent`. Errors leave it ready: `price-changed` carries old and new figures, the others their remedy. */
export async function send(ctx: Context, request: Request<'payouts.send'>): Promise<Result<Reply<'payouts.send'>, AppError>> {
  const { id, revision, accepted } = request;
  if (!ctx.status.recovered) return fail(appError('conflict', 'Bursar is still looking at what the last stop cut off.', { fix: 'Try again in a moment.' }));
  const before = sendable(ctx, id, revision);
  if (!before.ok) return before;
  const provider = connected(ctx);
  if (!provider.ok) return provider;
  const checked = await checkAll(ctx, before.value, accepted, provider.value);
  if (!checked.ok) return checked;
  if (!ctx.status.running) return fail(appError('locked', 'Bursar was locked meanwhile. Nothing was sent.'));
  return queue(ctx, id, revision);
}

function sendable(ctx: Context, id: string, revision: number): Result<PayoutRecord, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const { state } = found.value;
  if (state === 'draft') return fail(wrongState(found.value));
  if (state !== 'ready') return fail(appError('already-sent', 'This payout is already being sent.', { fix: 'Nothing is sent a second time.' }));
  const stale = checkRevision(found.value, revision);
  return stale === null ? found : fail(stale);
}

async function checkAll(ctx: Context, record: PayoutRecord, accepted: Price, provider: PayoutProvider): Promise<Checked> {
  const filled = checkFilled(record);
  if (!filled.ok) return filled;
  const warm = await provider.warmUp();
  if (!warm.ok) return warm;
  const earlier = await checkEarlier(ctx, record, provider);
  if (!earlier.ok) return earlier;
  const customer = await checkCustomer(ctx, record);
  if (!customer.ok) return customer;
  const wallets = await readWallets(ctx);
  if (!wallets.ok) return wallets;
  const price = await checkPrice(ctx, record, accepted);
  if (!price.ok) return price;
  return ok(null);
}

/** Whether the wallet as just read covers the price as just read, with what other payouts may still take out of it. */
function checkCover(ctx: Context, { id, draft, price }: PayoutRecord): Checked {
  const wallet = keptWallet(ctx, draft.walletId);
  if (wallet === null || !wallet.active) return fail(appError('prerequisite', 'The wallet is gone or not active.', { fix: 'Choose another wallet.' }));
  if (price === null) return fail(appError('prerequisite', 'The payout has no price.', { fix: 'Read the price again.' }));
  const { free, held } = freeIn(ctx, wallet, id);
  if (free.currency === price.send.currency && compareMoney(free, price.send) >= 0) return ok(null);
  const also = held.minor > 0 ? `, ${formatMoney(held)} of it may still leave` : '';
  return fail(appError('insufficient-funds', `Not sent: the wallet holds ${formatMoney(wallet.balance)}${also}, this needs ${formatMoney(price.send)}.`,
    { fix: 'Top it up or lower the amount. The payout stays ready.' }));
}

function checkFilled({ draft }: PayoutRecord): Checked {
  const missing = missingIn(draft);
  if (missing.length > 0) return fail(appError('validation', 'Something is missing.', { fields: [...missing] }));
  if (!asksHolder(draft) || draft.holderAccepted) return ok(null);
  if (draft.holderName !== null && compareHolder(draft.payeeName, draft.holderName) === 'same') return ok(null);
  return fail(appError('prerequisite', draft.holderName === null ? 'The bank was not asked whose account this is.' : `The bank says this is the account of ${draft.holderName}.`,
    { fix: 'Change the payout, look the account up and decide about the name.' }));
}

/** A copy of a refused payout is only sent once the provider says again that it doesn't have the first. */
async function checkEarlier(ctx: Context, record: PayoutRecord, provider: PayoutProvider): Promise<Checked> {
  for (let original = originalOf(ctx, record); original !== null; original = originalOf(ctx, original)) {
    if (original.state === 'refused') {
      const adopted = await adoptEarlier(ctx, original, provider);
      if (!adopted.ok) return adopted;
    }
    if (arrivedSince(ctx, original, record)) {
      return fail(appError('already-sent', 'The payout this was copied from did arrive at Blaaiz after all. Nothing was sent.',
        { fix: 'Look at the first one; throw this copy away if it is the same.' }));
    }
  }
  return ok(null);
}

function originalOf(ctx: Context, record: PayoutRecord): PayoutRecord | null {
  return record.clonedFrom === null ? null : ctx.rows.get(record.clonedFrom);
}

/** Whether a payout was found at the provider after its copy had been made: the person who copied it didn't know. */
function arrivedSince(ctx: Context, original: PayoutRecord, copy: PayoutRecord): boolean {
  const attempt = ctx.attempts.last(original.id);
  return attempt !== null && ctx.attempts.events(attempt.id).some(({ kind, at }) => kind === 'found' && at >= copy.createdAt);
}

async function checkCustomer(ctx: Context, { draft }: PayoutRecord): Promise<Checked> {
  const id = draft.customerId ?? '';
  const read = await ctx.customers.refresh(id);
  if (!read.ok) return read;
  const standing = ctx.customers.standing(id);
  if (standing === null) return fail(appError('not-found', 'The customer is no longer here.'));
  if (standing.extraChecks) return fail(appError('extra-checks', `Not sent: Blaaiz holds ${standing.name} for extra checks.`, { fix: 'Wait for Blaaiz, or write to its support. The payout stays ready.' }));
  if (standing.state === 'verified' && standing.remoteId !== null) return ok(null);
  return fail(appError('customer-not-verified', `Not sent: ${standing.name} is not verified.`, { fix: 'Open the customer. The payout stays ready.' }));
}

async function checkPrice(ctx: Context, record: PayoutRecord, accepted: Price): Promise<Result<Price, AppError>> {
  const question = priceQuestion(record.draft);
  if (question === null) return fail(appError('validation', 'Something is missing.'));
  const read = await readPrice(ctx, question);
  if (!read.ok) return read;
  keepPrice(ctx, record.id, question, read.value);
  if (read.value.gap !== null) return fail(appError('prerequisite', `Not sent: the price does not add up by ${formatMoney(read.value.gap)}.`, { fix: 'Read the price again; if it stays so, ask Blaaiz.' }));
  const fields = priceDifferences(accepted, read.value);
  return fields.length === 0 ? read : fail(appError('price-changed', 'The price changed since you saw it. Nothing was sent.', { fix: 'Look at the new price and accept it, or keep the payout as ready.', fields: [...fields] }));
}

/** Nothing is awaited from here on: the last looks and the queueing are one transaction. */
function queue(ctx: Context, id: string, revision: number): Result<Reply<'payouts.send'>, AppError> {
  return ctx.store.transaction(() => {
    const now = sendable(ctx, id, revision);
    if (!now.ok) return now;
    const covered = checkCover(ctx, now.value);
    if (!covered.ok) return covered;
    const same = ctx.rows.sameInFlight(fingerprintOf(now.value.draft), id);
    if (same !== null) return fail(appError('already-sent', 'The same payout (customer, account and amount) is on its way or not found out yet.', { fix: 'Look at that one first. This one stays ready.' }));
    const seconds = ctx.preferences().takeBackSeconds;
    const step = takeStep(ctx, id, {
      event: 'queue', source: 'you', what: 'Queued', detail: seconds > 0 ? `${seconds} s to take it back` : null,
      patch: { leavesAt: ctx.clock() + seconds * 1000, problem: null },
      facts: { send: now.value.price?.send.minor ?? null, currency: now.value.price?.send.currency ?? null },
    });
    if (!step.ok) return step;
    ctx.plan();
    return ok(toPayout(ctx, step.value));
  });
}
