import { emptyPayoutDraft, type PayoutDraft, type PayoutState, type Price } from '../../preload/contract/payouts.ts';
import type { Database } from '../../main/store/database.ts';
import { newPayoutRecord, type PayoutRecord } from '../../main/store/payout-record.ts';
import { createPayoutRows } from '../../main/store/payouts.ts';

const given = ['Adaeze', 'Halima', 'Priya', 'Kofi', 'Amara', 'Luc\u00eda', 'Tomasz', 'Femke', 'Delphine', 'Grace', 'Ibrahim', 'Chidi', 'Ngozi', 'Emeka', 'Zainab', 'Bj\u00f6rn'];
const family = ['Okonjo', 'Yusuf', 'Raman', 'Mensah', 'Dike', 'Ferrer', 'Wilk', 'Osei', 'Roy', 'Adeyemi', 'Brandt', 'Nwosu', 'Hallgren', 'Sefu', 'Owusu', 'Lagoon', 'Kestrel'];
const trade = ['Textiles', 'Logistics', 'Farms', 'Marine', 'Studio', 'Coffee', 'Imports', 'Print Works', 'Transport', 'Holdings'];

/** A repeatable stream of whole numbers below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Fills a profile with `count` payouts through the repository, in transactions of 5,000: mostly completed, a few of every other state.
 *  The same seed gives the same payouts. `newest` is the last one's time (epoch ms), the others are ten minutes apart before it. */
export function seedPayouts(db: Database, profileId: string, count: number, newest: number, seed = 1): void {
  const rows = createPayoutRows(db, profileId);
  const next = numbers(seed);
  const batch = 5_000;
  for (let start = 0; start < count; start += batch) {
    db.transaction(() => {
      for (let index = start; index < Math.min(count, start + batch); index += 1) rows.insert(payout(index, newest - (count - index) * 600_000, next));
    });
  }
}

function payout(index: number, at: number, next: (limit: number) => number): PayoutRecord {
  const pick = (list: readonly string[]) => list[next(list.length)] ?? '';
  const minor = 1_000 + next(5_000_000);
  const draft: PayoutDraft = {
    ...emptyPayoutDraft, customerId: `customer-${next(200)}`, walletId: 'wallet-gbp', fromCurrency: 'GBP', toCurrency: 'NGN', method: 'bank_transfer',
    payeeName: `${pick(family)} ${pick(trade)}`, details: { bankId: `bank-${next(24)}`, accountNumber: String(1_000_000_000 + next(1_000_000_000)) },
    holderName: null, amountMinor: minor, amountText: (minor / 100).toFixed(2), reference: `INV-${String(index).padStart(6, '0')}`, purpose: 'Services',
  };
  const price = priceOf(minor, at);
  const state = stateOf(index);
  const base = newPayoutRecord(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`, draft, `${pick(given)} ${pick(family)}`, at);
  return { ...base, state, price, finalPrice: state === 'completed' ? price : null, transactionId: `tx-${index}`, nextCheckAt: null };
}

function stateOf(index: number): PayoutState {
  const rare: readonly PayoutState[] = ['unknown', 'refused', 'failed', 'returned', 'draft', 'ready', 'accepted', 'processing'];
  return index % 1_250 === 0 ? rare[(index / 1_250) % rare.length] ?? 'completed' : 'completed';
}

function priceOf(minor: number, readAt: number): Price {
  const fee = 150;
  return {
    send: { minor, currency: 'GBP' }, fees: [{ label: 'Blaaiz fee', amount: { minor: fee, currency: 'GBP' } }], totalFees: { minor: fee, currency: 'GBP' },
    converted: { minor: minor - fee, currency: 'GBP' }, rate: '2012.5', receive: { minor: Math.floor((minor - fee) * 2012.5), currency: 'NGN' }, gap: null, readAt,
  };
}
