import { accountTail } from '../../preload/contract/payee-fields.ts';
import type { Payout } from '../../preload/contract/payouts.ts';
import type { Attempt, AttemptEvent } from '../store/attempts.ts';
import { receiveOf, sendOf, type PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { settleTime } from './schedule.ts';

/** A payout as the screens see it: the record, what left this computer, how it is being found out, and its story. */
export function toPayout(ctx: Context, record: PayoutRecord): Payout {
  const { draft } = record;
  const attempt = ctx.attempts.last(record.id);
  const happened = attempt === null ? [] : ctx.attempts.events(attempt.id);
  const looks = [...happened, ...ctx.looks.of(record.id)];
  return {
    id: record.id, state: record.state, needsPerson: ctx.lists.row(record.id)?.needsPerson ?? false, payeeName: draft.payeeName, accountTail: accountTail(draft.details),
    customerName: record.customerName, reference: draft.reference, send: sendOf(record), receive: receiveOf(record),
    fromCurrency: draft.fromCurrency, toCurrency: draft.toCurrency, provider: ctx.lane.id, method: draft.method, updatedAt: record.updatedAt,
    draft, revision: record.revision, price: record.price, finalPrice: record.finalPrice, transactionId: record.transactionId,
    providerReference: record.providerReference, providerStatus: record.providerStatus, clonedFrom: record.clonedFrom, clonedTo: record.clonedTo,
    leavesAt: record.leavesAt, checkedAt: record.checkedAt, nextCheckAt: record.nextCheckAt, watchedUntil: record.watchedUntil,
    problem: record.problem, sent: attempt === null ? null : sentFacts(attempt, happened), unknown: unknownFacts(ctx, record, attempt, looks),
    documents: ctx.documents.list(record.id), deposit: record.deposit, uetr: record.uetr,
    timeline: ctx.events.list('payout', record.id), createdAt: record.createdAt, figures: ctx.figures.of(record.id), restoredAt: record.restoredAt,
  };
}

function sentFacts(attempt: Attempt, happened: readonly AttemptEvent[]): Payout['sent'] {
  const handed = happened.filter(({ kind }) => kind === 'handed-over');
  const answer = happened.findLast(({ kind }) => kind === 'accepted' || kind === 'refused');
  return {
    merchantReference: attempt.merchantReference, fingerprint: attempt.bodySha256, writtenAt: attempt.writtenAt,
    firstByteAt: handed[0]?.at ?? null, answeredAt: answer?.at ?? null, timesSent: handed.length,
    walletBefore: attempt.walletBefore, walletReadAt: attempt.walletReadAt,
  };
}

const lookKinds: ReadonlySet<string> = new Set(['found', 'not-found', 'no-answer']);

function unknownFacts(ctx: Context, record: PayoutRecord, attempt: Attempt | null, happened: readonly AttemptEvent[]): Payout['unknown'] {
  if (record.state !== 'unknown' || record.unknownSince === null) return null;
  const lookups = happened.filter(({ kind }) => lookKinds.has(kind))
    .map(({ at, kind, detail }) => ({ at, found: kind === 'found', answered: kind !== 'no-answer', detail: detail ?? (kind === 'not-found' ? 'Not found' : '') }));
  return {
    since: record.unknownSince, cause: record.unknownCause ?? '', lookups, nextLookAt: record.nextCheckAt,
    decideFrom: record.restoredAt === null ? ctx.lane.decideFrom(record.unknownSince) : record.unknownSince + settleTime,
    replayUntil: attempt === null || record.restoredAt !== null ? null : ctx.lane.replayUntil(attempt),
    walletNow: record.walletNow, walletNowAt: record.walletNowAt,
  };
}
