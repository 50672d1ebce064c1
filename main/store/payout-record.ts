import type { DepositFacts } from '../../preload/contract/deposit.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutDraft, PayoutState, Price } from '../../preload/contract/payouts.ts';

/** A payout as the store keeps it. Times are epoch ms; `unknownSince` and `unknownCause` stay after it is found out. */
export type PayoutRecord = {
  readonly id: string;
  readonly state: PayoutState;
  /** Grows each time the draft changes. */
  readonly revision: number;
  readonly draft: PayoutDraft;
  readonly customerName: string;
  /** The price last read for the draft as it is. */
  readonly price: Price | null;
  /** What the provider says it came to. */
  readonly finalPrice: Price | null;
  readonly transactionId: string | null;
  readonly providerReference: string | null;
  /** The provider's own word for its status. */
  readonly providerStatus: string | null;
  readonly clonedFrom: string | null;
  readonly clonedTo: string | null;
  /** When a queued payout leaves. */
  readonly leavesAt: number | null;
  /** When the provider was last asked, when it is asked next, and how many times since the last change. */
  readonly checkedAt: number | null;
  readonly nextCheckAt: number | null;
  readonly checkCount: number;
  readonly watchedUntil: number | null;
  readonly problem: AppError | null;
  readonly unknownSince: number | null;
  readonly unknownCause: string | null;
  /** The wallet's balance as read while the outcome was unknown. */
  readonly walletNow: Money | null;
  readonly walletNowAt: number | null;
  /** Where the stablecoin for this payout goes, from the provider's answer on. */
  readonly deposit: DepositFacts | null;
  /** The payment's own reference between banks (SWIFT), once the provider tells it. */
  readonly uetr: string | null;
  /** When a person last released it; limits and the radar count from there. */
  readonly releasedAt: number | null;
  /** When a backup with it was restored: since that was made it may have left. Null once it has been looked up. */
  readonly restoredAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** A new payout around a draft: nothing priced, nothing sent. */
export function newPayoutRecord(id: string, draft: PayoutDraft, customerName: string, now: number): PayoutRecord {
  return {
    id, state: 'draft', revision: 1, draft, customerName, price: null, finalPrice: null, transactionId: null, providerReference: null,
    providerStatus: null, clonedFrom: null, clonedTo: null, leavesAt: null, checkedAt: null, nextCheckAt: null, checkCount: 0,
    watchedUntil: null, problem: null, unknownSince: null, unknownCause: null, walletNow: null, walletNowAt: null, deposit: null, uetr: null,
    releasedAt: null, restoredAt: null,
    createdAt: now, updatedAt: now,
  };
}

/** The money that leaves the wallet: the provider's word, else what the person asked to send, else the price's; null when not known yet. */
export function sendOf(record: PayoutRecord): Money | null {
  const { draft, price, finalPrice } = record;
  if (finalPrice !== null) return finalPrice.send;
  if (draft.side === 'send') return asked(draft.amountMinor, draft.fromCurrency);
  return price?.send ?? null;
}

/** The money that arrives, by the same order of trust as {@link sendOf}. */
export function receiveOf(record: PayoutRecord): Money | null {
  const { draft, price, finalPrice } = record;
  if (finalPrice !== null) return finalPrice.receive;
  if (draft.side === 'receive') return asked(draft.amountMinor, draft.toCurrency);
  return price?.receive ?? null;
}

function asked(minor: number | null, currency: Money['currency'] | null): Money | null {
  return minor === null || currency === null ? null : { minor, currency };
}
