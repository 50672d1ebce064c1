import { appError, type AppError, type ErrorCode } from '../../../preload/contract/errors.ts';
import { formatMoney, type Money } from '../../../preload/contract/money.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { KiraProvider, ProviderPayout, SendOutcome } from '../../providers/provider.ts';
import { payeeKey } from '../../store/alike-keys.ts';
import type { Attempt, AttemptEvent } from '../../store/attempts.ts';
import type { PayoutRecord } from '../../store/payout-record.ts';
import { connected, type Context } from '../context.ts';
import { checkRepeat } from '../gates.ts';
import { isIntact } from '../journal.ts';
import type { Checked, Found } from '../lane.ts';
import type { KiraLaneDeps } from '../ports.ts';
import { exactDifferences } from '../price.ts';
import { madeFrom, restoredWith } from '../relatives.ts';
import { tell } from '../step.ts';
import { isKeyKnown } from './attempt.ts';
import { checkCode, needsCode } from './code.ts';
import { amountOf } from './question.ts';

/** How much earlier than written down similar payouts are looked for: clocks differ; ms. */
const clockSlack = 600_000;

const sendingOf = ({ draft, merchantReference, body }: Attempt, code: string | null) => ({ accountId: draft.walletId ?? '', key: merchantReference, body: body.toString('utf8'), code });

/** Hands an attempt's bytes over with their key and code, and learns from the answer what it says about codes. */
export async function deliver(ctx: Context, deps: KiraLaneDeps, attempt: Attempt, code: string | null): Promise<SendOutcome> {
  const link = deps.provider();
  if (link === null) throw new Error('Nothing leaves without a connection');
  const outcome = await link.send(sendingOf(attempt, code));
  if (attempt.draft.kira?.mode === 'fiat') ctx.codes.told(outcome);
  if (outcome.kind === 'code-refused' && outcome.needed) deps.learnedCodeNeeded?.();
  return outcome;
}

/** Looks for an unknown payout by sending the same key and bytes again while Kira knows the key. Fiat goes without a code: what Kira has is answered,
 *  for what it doesn't have it asks for a code and makes nothing; what waits for a deposit may be made by it, if it may be sent again. Where no codes are
 *  asked for that could pay, and after the key's time it could pay twice: then, and for a payout that was given up, payouts that look alike are only listed. */
export async function find(ctx: Context, deps: KiraLaneDeps, record: PayoutRecord, attempt: Attempt): Promise<Result<Found, AppError>> {
  const provider = connected(ctx, deps.provider());
  if (!provider.ok) return provider;
  const harmless = attempt.draft.kira?.mode === 'crypto' ? checkRepeat(ctx, record).ok : needsCode(ctx, deps, attempt.draft);
  if (record.state !== 'unknown' || !harmless || !isKeyKnown(ctx, attempt)) return listSimilar(ctx, provider.value, record, attempt);
  if (!isIntact(attempt)) return fail(appError('storage', 'What was written down for this payout is damaged, so Kira can\u2019t be asked with it.', { fix: 'Ask Kira and record the answer.' }));
  const warm = await provider.value.warmUp();
  if (!warm.ok) return warm;
  if (!ctx.status.running) return fail(appError('locked', 'Bursar was locked meanwhile.'));
  return whatReplaySays(await answerOf(provider.value.send(sendingOf(attempt, null))));
}

/** An exception says nothing about what Kira has. */
async function answerOf(sending: Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await sending;
  } catch {
    return { kind: 'unknown', cause: 'a fault of Bursar\u2019s own while asking' };
  }
}

function whatReplaySays(outcome: SendOutcome): Result<Found, AppError> {
  switch (outcome.kind) {
    case 'accepted': return ok({ payout: outcome.payout, detail: null });
    case 'code-refused': return ok({ payout: null, detail: 'Asked with the same key: Kira has nothing under it' });
    case 'refused': return whatRefusalSays(outcome.error);
    case 'unknown': return outcomeUnknown(outcome.cause);
  }
}

/** Errors that say nothing about what Kira has under a key; an account that isn't known may mean that the profile's keys are another business's now. */
const silent: ReadonlySet<ErrorCode> = new Set([
  'offline', 'timeout', 'tls', 'clock-skew', 'signed-out', 'scope-missing', 'rate-limited', 'provider-down', 'provider-unreadable', 'not-set-up', 'not-found', 'locked', 'cancelled',
]);

function whatRefusalSays(error: AppError): Result<Found, AppError> {
  if (silent.has(error.code)) return fail(error);
  if (error.code === 'duplicate-reference') return outcomeUnknown(error.message);
  return ok({ payout: null, detail: `Asked with the same key: Kira has nothing under it and says: ${error.message}` });
}

function outcomeUnknown(cause: string): Result<never, AppError> {
  return fail(appError('outcome-unknown', `Asked with the same key, without a clear answer: ${cause}.`));
}

/** Lists payouts that look alike a payout of a restored backup, and since it may have been changed before it left, all that went to its recipient. Asking
 *  with its key and bytes would send it. */
export async function findRestored(ctx: Context, deps: KiraLaneDeps, record: PayoutRecord): Promise<Result<Found, AppError>> {
  const provider = connected(ctx, deps.provider());
  if (!provider.ok) return provider;
  const told = [...ctx.looks.of(record.id), ...ctx.attempts.all(record.id).flatMap(({ id }) => ctx.attempts.events(id))];
  return similarTo(ctx, provider.value, { payoutId: record.id, draft: record.draft, since: madeFrom(ctx, record), told, changed: true });
}

/** Where a backup with it was restored, it may have left before it was written down here. */
function listSimilar(ctx: Context, provider: KiraProvider, record: PayoutRecord, { id, payoutId, draft, writtenAt }: Attempt): Promise<Result<Found, AppError>> {
  const since = restoredWith(ctx, record) === null ? writtenAt : Math.min(writtenAt, madeFrom(ctx, record));
  return similarTo(ctx, provider, { payoutId, draft, since, told: ctx.attempts.events(id), changed: false });
}

/** What is looked for; `changed` when it may have left otherwise than its draft says. */
type Sought = { readonly payoutId: string; readonly draft: PayoutDraft; readonly since: number; readonly told: readonly AttemptEvent[]; readonly changed: boolean };

/** Lists payouts that look alike; the one that a person named as Kira's answer is it, unless it is another payout here. */
async function similarTo(ctx: Context, provider: KiraProvider, { payoutId, draft, since: from, told, changed }: Sought): Promise<Result<Found, AppError>> {
  const amount = amountOf(draft);
  if (draft.walletId === null || amount === null) return ok({ payout: null, detail: null });
  const payee = payeeKey(draft.payeeName);
  const similar = await provider.similar(draft.walletId, amount, from - clockSlack, ...(changed && payee !== '' ? [(name: string) => payeeKey(name) === payee] : []));
  if (!similar.ok) return similar;
  const which = `of ${formatMoney(amount)} from this account${changed ? ' or to this recipient' : ''} since ${new Date(from).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (similar.value.length === 0) return ok({ payout: null, detail: `Kira lists no payout ${which}` });
  const unclaimed = similar.value.filter(({ transactionId }) => ctx.rows.holderOf(transactionId, payoutId) === null);
  const said = wordsSaid(told);
  const [named, ...more] = unclaimed.filter(({ transactionId }) => said.has(transactionId.toLowerCase()));
  if (named !== undefined && more.length === 0) return ok({ payout: asFunded(draft, await inFull(provider, named)), detail: null });
  if (unclaimed.length === 0) return ok({ payout: null, detail: `Kira lists payouts ${which}, and all of them are others of this list` });
  const list = unclaimed.slice(0, 5).map((each) => inWords(each, amount)).join(', ');
  return ok({ payout: null, alike: true, detail: `Kira lists ${which}: ${list}. If Kira says that one of them is this payout, record its answer by its id` });
}

/** The amount is told where it isn't the one that was asked for. */
function inWords({ transactionId, rawStatus, sent }: ProviderPayout, asked: Money): string {
  return `${transactionId} (${sent === null || sent.minor === asked.minor ? '' : `${formatMoney(sent)}, `}${rawStatus})`;
}

/** A row of the list tells less than a reading of the payout itself, which may name its fee and where to deposit; where that has no answer the row has to do. */
async function inFull(provider: KiraProvider, row: ProviderPayout): Promise<ProviderPayout> {
  const read = await provider.status(row.transactionId);
  return read.ok && read.value !== null ? read.value : row;
}

/** The words of what a person was told when Kira said that it has the payout, in lower case: an id may be among them. */
function wordsSaid(happened: readonly AttemptEvent[]): ReadonlySet<string> {
  const told = happened.filter(({ kind, detail }) => kind === 'told' && detail?.startsWith('received. '));
  return new Set(told.flatMap(({ detail }) => (detail ?? '').toLowerCase().split(/[^\w-]+/)));
}

/** Reads a payout by Kira's id. */
export async function status(ctx: Context, { provider }: KiraLaneDeps, { transactionId, draft }: PayoutRecord): Promise<Result<ProviderPayout | null, AppError>> {
  const link = connected(ctx, provider());
  if (!link.ok) return link;
  if (transactionId === null) return fail(appError('not-found', 'Kira named no id for this payout.'));
  const told = await link.value.status(transactionId);
  return told.ok && told.value !== null ? ok(asFunded(draft, told.value)) : told;
}

/** A reading need not repeat the deposit's instructions: a crypto payout that Kira calls created still waits for its deposit (Kira guide: Payouts). */
function asFunded({ kira }: PayoutDraft, told: ProviderPayout): ProviderPayout {
  const waits = kira?.mode === 'crypto' && told.status === 'pending' && told.rawStatus.toLowerCase() === 'created';
  return waits ? { ...told, status: 'awaiting' } : told;
}

/** While Kira knows the key, the same bytes can't pay twice; after that they could. Fiat needs a code where codes are asked for. */
export function checkAgain(ctx: Context, deps: KiraLaneDeps, record: PayoutRecord, attempt: Attempt, code: string | null): Checked {
  if (!isKeyKnown(ctx, attempt)) {
    return fail(appError('too-late', 'Kira forgets a key after 24 hours: sent again now, it could be paid twice.', { fix: 'Ask Kira and record the answer.' }));
  }
  return needsCode(ctx, deps, attempt.draft) ? checkCode(ctx, record.id, code) : ok(null);
}

/** Writes down that the recipient was paid, and tells where Kira's answer differs from the price that was accepted. */
export function accepted(ctx: Context, { recipients }: KiraLaneDeps, { id, draft, price }: PayoutRecord, told: ProviderPayout): void {
  if (draft.payeeId !== null) recipients.paid(draft.payeeId, ctx.clock());
  const differences = price === null ? [] : exactDifferences(price, { totalFees: told.fee, receive: told.received });
  if (differences.length > 0) tell(ctx, id, { source: 'bursar', what: 'Kira\u2019s answer differs from the price shown', detail: differences.map(({ message }) => message).join('; ') });
}
