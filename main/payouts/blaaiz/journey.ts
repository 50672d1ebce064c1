import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { PayoutProvider, ProviderPayout } from '../../providers/provider.ts';
import type { Attempt } from '../../store/attempts.ts';
import type { PayoutRecord } from '../../store/payout-record.ts';
import { connected, type Context } from '../context.ts';
import { newAttempt, nextNumber } from '../journal.ts';
import type { Checked, Found, Outgoing } from '../lane.ts';
import type { BlaaizLaneDeps } from '../ports.ts';
import { merchantReferenceOf } from '../reference.ts';
import { forgottenKin } from '../relatives.ts';
import { settleTime } from '../schedule.ts';
import { askedAmount } from './completeness.ts';
import type { Link } from './wallets.ts';

/** The attempt of a queued payout, under a reference of its own. */
export function prepare(ctx: Context, { provider, customers }: BlaaizLaneDeps, record: PayoutRecord): Result<Outgoing, AppError> {
  const { draft } = record;
  const amount = askedAmount(draft);
  const remoteId = draft.customerId === null ? null : (customers.standing(draft.customerId)?.remoteId ?? null);
  const { walletId, method, fromCurrency: from, toCurrency: to } = draft;
  const incomplete = fail(appError('prerequisite', 'The payout is not complete any more.'));
  if (amount === null || remoteId === null || walletId === null || method === null || from === null || to === null) return incomplete;
  const merchantReference = merchantReferenceOf(record.id, nextNumber(ctx, record.id));
  const body = provider()?.compose({
    merchantReference, walletId, customerRemoteId: remoteId, method, from, to, side: draft.side, amount, details: draft.details, note: draft.reference,
  });
  return body === undefined ? incomplete : ok({ attempt: newAttempt(ctx, record, merchantReference, body), fresh: true });
}

/** Looks a payout up by its merchant reference. */
export async function find(ctx: Context, link: Link, { merchantReference }: Attempt): Promise<Result<Found, AppError>> {
  const provider = connected(ctx, link());
  const answer = provider.ok ? await ask(provider.value, merchantReference) : provider;
  return answer.ok ? ok({ payout: answer.value, detail: null }) : answer;
}

/** Looks a payout of a restored backup up by every reference that it left with or could have left with since. Where it isn't there, one that was copied
 *  from it, or from the same, and that nothing here tells of, may have paid in its place: that is told. */
export async function findRestored(ctx: Context, link: Link, record: PayoutRecord): Promise<Result<Found, AppError>> {
  const { id } = record;
  const known = ctx.attempts.all(id).map(({ merchantReference }) => merchantReference);
  const own = await askFirst(ctx, link, [...known, merchantReferenceOf(id, 1), merchantReferenceOf(id, nextNumber(ctx, id))]);
  if (!own.ok || own.value !== null) return own.ok ? ok({ payout: own.value, detail: null }) : own;
  const kin = await askFirst(ctx, link, forgottenKin(ctx, record).map((each) => merchantReferenceOf(each, 1)));
  return kin.ok ? ok({ payout: null, ...(kin.value === null ? { detail: null } : { detail: kinWords(kin.value), alike: true }) }) : kin;
}

function kinWords({ merchantReference, reference, transactionId, rawStatus }: ProviderPayout): string {
  return `Blaaiz does not have it, but another that was copied from it or from the same one: ${merchantReference ?? reference ?? transactionId} (${rawStatus}). If that one pays the same, do not send this one`;
}

/** The first of these references that Blaaiz knows. */
async function askFirst(ctx: Context, link: Link, references: readonly string[]): Promise<Result<ProviderPayout | null, AppError>> {
  for (const reference of new Set(references)) {
    const provider = connected(ctx, link());
    const answer = provider.ok ? await ask(provider.value, reference) : provider;
    if (!answer.ok || answer.value !== null) return answer;
  }
  return ok(null);
}

/** A transaction that carries another reference is not an answer about this one. */
async function ask(provider: PayoutProvider, merchantReference: string): Promise<Result<ProviderPayout | null, AppError>> {
  const answer = await provider.find(merchantReference);
  const other = answer.ok && answer.value !== null && answer.value.merchantReference !== null && answer.value.merchantReference !== merchantReference;
  return other ? fail(appError('provider-unreadable', 'Blaaiz answered about another payout.')) : answer;
}

/** Reads a payout by Blaaiz's id, else by its merchant reference. */
export async function status(ctx: Context, link: Link, record: PayoutRecord): Promise<Result<ProviderPayout | null, AppError>> {
  const provider = connected(ctx, link());
  if (!provider.ok) return provider;
  if (record.transactionId !== null) return provider.value.status(record.transactionId);
  const reference = ctx.attempts.last(record.id)?.merchantReference;
  return reference === undefined ? fail(appError('not-found', 'Nothing of this payout was sent.')) : provider.value.find(reference);
}

/** Only after the settle time, and only when a look-up at or after it found nothing. */
export function checkAgain(ctx: Context, record: PayoutRecord, attempt: Attempt): Checked {
  const decideFrom = (record.unknownSince ?? ctx.clock()) + settleTime;
  const lookedSince = ctx.attempts.events(attempt.id).some(({ kind, at }) => kind === 'not-found' && at >= decideFrom);
  return lookedSince ? ok(null) : fail(appError('prerequisite', 'It is too early to decide: Blaaiz may still find the payout.',
    { fix: 'Wait until ten minutes have passed and a look-up after that has found nothing.' }));
}
