import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { formatMoney } from '../../preload/contract/money.ts';
import type { Price } from '../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { balanceSeen, tellBalances } from './balance-told.ts';
import { find, type Context } from './context.ts';
import { checkRevision } from './drafts.ts';
import { checkNotArrived } from './arrived.ts';
import { checkRelease } from './gates.ts';
import { checkAlone } from './journal.ts';
import type { Checked } from './lane.ts';
import { keepPrice, priceDifferences, readPrice } from './price.ts';
import { adoptEarlier } from './reconcile.ts';
import { originalsOf } from './relatives.ts';
import { checkRestored } from './restored.ts';
import { takeStep, wrongState } from './step.ts';
import { keepQuoted } from './told-figures.ts';
import { toPayout } from './view.ts';

/** Reads everything that decides again and queues the payout; it leaves after the take-back time. A second click or window finds it
 *  queued and gets `already-sent`. Errors leave it ready: `price-changed` carries old and new figures, the others their remedy. */
export async function send(ctx: Context, request: Request<'payouts.send'>): Promise<Result<Reply<'payouts.send'>, AppError>> {
  const { id, revision, accepted, code } = request;
  if (!ctx.status.recovered) return fail(appError('conflict', 'Bursar is still looking at what the last stop cut off.', { fix: 'Try again in a moment.' }));
  const before = sendable(ctx, id, revision);
  if (!before.ok) return before;
  const balance = balanceSeen(ctx, before.value);
  const checked = await checkAll(ctx, before.value, accepted, code);
  if (!checked.ok) return checked;
  if (!ctx.status.running) return fail(appError('locked', 'Bursar was locked meanwhile. Nothing was sent.'));
  const queued = tellBalances(ctx, before.value, balance, ctx.store.transaction(() => queue(ctx, request)));
  // Held only for what is written down: a code of a payout that isn't on its way would keep every other from leaving.
  if (queued.ok && code !== null && ctx.lane.needsCode(ctx, queued.value.draft)) ctx.codes.hold(id, code);
  return queued;
}

function sendable(ctx: Context, id: string, revision: number): Result<PayoutRecord, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const { state } = found.value;
  if (state === 'draft') return fail(wrongState(ctx, found.value));
  if (state !== 'ready') return fail(appError('already-sent', 'This payout is already being sent.', { fix: 'Nothing is sent a second time.' }));
  const stale = checkRevision(found.value, revision);
  return stale === null ? found : fail(stale);
}

async function checkAll(ctx: Context, record: PayoutRecord, accepted: Price, code: string | null): Promise<Checked> {
  const missing = ctx.lane.missing(ctx, record);
  if (missing.length > 0) return fail(appError('validation', 'Something is missing.', { fields: [...missing] }));
  const given = ctx.lane.checkGiven(ctx, record, code);
  if (!given.ok) return given;
  const warm = await ctx.lane.warmUp(ctx);
  if (!warm.ok) return warm;
  const left = await checkRestored(ctx, record);
  if (!left.ok) return left;
  const earlier = await checkEarlier(ctx, record);
  if (!earlier.ok) return earlier;
  const standing = await ctx.lane.checkStanding(ctx, record);
  return standing.ok ? checkPrice(ctx, record, accepted) : standing;
}

/** A copy of a refused payout is only sent once nothing goes on with the first, and the provider, where it can be asked, says again that it
 *  doesn't have it. */
async function checkEarlier(ctx: Context, record: PayoutRecord): Promise<Checked> {
  for (const { id, state } of originalsOf(ctx, record)) {
    const asked = state === 'refused' ? await askAboutEarlier(ctx, id) : ok(null);
    if (!asked.ok) return asked;
  }
  return checkNotArrived(ctx, record);
}

/** Waits for a look-up that goes on; one that sends bytes is never started for a payout that a person gave up. */
function askAboutEarlier(ctx: Context, id: string): Promise<Result<unknown, AppError>> {
  return ctx.work.exclusive(id, async () => {
    const first = ctx.rows.get(id);
    return first?.state === 'refused' && !ctx.lane.looksByReplay ? adoptEarlier(ctx, first) : ok(null);
  });
}

async function checkPrice(ctx: Context, record: PayoutRecord, accepted: Price): Promise<Checked> {
  const { draft } = record;
  const key = ctx.lane.priceKey(draft);
  if (key === null) return fail(appError('validation', 'Something is missing.'));
  const read = await readPrice(ctx, draft, key);
  if (!read.ok) return read;
  keepPrice(ctx, record.id, key, read.value);
  return checkAgreed(ctx, read.value, accepted);
}

function checkAgreed(ctx: Context, price: Price | null, accepted: Price): Checked {
  if (price === null) return fail(appError('prerequisite', 'The payout has no price.', { fix: 'Read the price again.' }));
  if (price.gap !== null) return fail(appError('prerequisite', `Not sent: the price does not add up by ${formatMoney(price.gap)}.`, { fix: `Read the price again; if it stays so, ask ${ctx.lane.name}.` }));
  const fields = priceDifferences(accepted, price, ctx.lane.purse, ctx.preferences());
  return fields.length === 0 ? ok(null) : fail(appError('price-changed', 'The price changed since you saw it. Nothing was sent.', { fix: 'Look at the new price and accept it, or keep the payout as ready.', fields: [...fields] }));
}

/** Nothing is awaited from here on: the last looks and the queueing are one transaction. */
function queue(ctx: Context, request: Request<'payouts.send'>): Result<Reply<'payouts.send'>, AppError> {
  const { id, revision, accepted, code, duplicates } = request;
  const now = sendable(ctx, id, revision);
  if (!now.ok) return now;
  if (now.value.restoredAt !== null) return fail(appError('conflict', 'This payout comes from a backup that was restored meanwhile. Nothing was sent.', { fix: 'Try again: it is looked up first.' }));
  const holds = stillHolds(ctx, now.value, accepted, code);
  if (!holds.ok) return holds;
  const open = checkRelease(ctx, now.value, request);
  if (!open.ok) return open;
  const seconds = ctx.preferences().takeBackSeconds;
  const step = takeStep(ctx, id, {
    event: 'queue', source: 'you', what: 'Queued', detail: seconds > 0 ? `${seconds} s to take it back` : null,
    facts: { ...(duplicates === undefined ? {} : { sentAlthoughAlike: duplicates.reason }), send: now.value.price?.send.minor ?? null, currency: now.value.price?.send.currency ?? null },
  });
  if (!step.ok) return step;
  keepQuoted(ctx, step.value);
  ctx.plan();
  return ok(toPayout(ctx, step.value));
}

/** What was given may have run out or be asked for, and another window may have read another price, since all that was looked at. */
function stillHolds(ctx: Context, record: PayoutRecord, accepted: Price, code: string | null): Checked {
  const given = ctx.lane.checkGiven(ctx, record, code);
  if (!given.ok) return given;
  const agreed = checkAgreed(ctx, record.price, accepted);
  if (!agreed.ok) return agreed;
  const covered = ctx.lane.checkCover(ctx, record);
  if (!covered.ok) return covered;
  return checkAlone(ctx, record);
}
