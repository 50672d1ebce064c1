import { describe, expect, it } from 'vitest';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import { emptyPayoutDraft, type PayoutDraft, type Price } from '../../../preload/contract/payouts.ts';
import { newPayoutRecord, type PayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows } from '../../../main/store/payouts.ts';
import { memoryStore } from './open.ts';

const draft = { ...emptyPayoutDraft, customerId: 'c', walletId: 'w', fromCurrency: 'GBP', toCurrency: 'NGN', method: 'bank_transfer', amountMinor: 100, details: { bankId: 'b', accountNumber: '0261745519' } } as const;
const money = (minor: number) => ({ minor, currency: 'GBP' }) as const;
const price: Price = { send: money(100), fees: [], totalFees: money(1), converted: money(99), rate: '2', receive: { minor: 198, currency: 'NGN' }, gap: null, readAt: 3 };

const deposit = (expiresAt: number): DepositFacts => ({
  network: 'solana', token: 'USDC', address: '7fUAJdStEuGbc3sM84cKRL6yYaaSstyLSU4ve5oovLS7', amount: '5000.00', expiresAt, serverAhead: -3, receivedAt: 1, transactionHash: null,
});

describe('the payout repository', () => {
  it('gives back every field as it was put in', () => {
    const rows = createPayoutRows(memoryStore(), 'p');
    const record: PayoutRecord = {
      ...newPayoutRecord('x', draft, 'Northgate', 1), state: 'unknown', revision: 4, price, finalPrice: { ...price, gap: money(1) }, transactionId: 't', providerReference: 'r',
      providerStatus: 'PENDING', clonedFrom: 'y', clonedTo: 'z', leavesAt: 5, checkedAt: 6, nextCheckAt: 7, checkCount: 8, watchedUntil: 9,
      problem: { code: 'offline', message: 'm', fix: 'f' }, unknownSince: 10, unknownCause: 'c', walletNow: money(11), walletNowAt: 12, deposit: deposit(14), uetr: '97ed4827-7b6f-4491-a06f-b548d5a7512d', updatedAt: 13,
    };
    rows.insert(record);
    expect(rows.get('x')).toEqual(record);
    const { id, state, ...changed } = newPayoutRecord('x', draft, 'Other', 2);
    expect(rows.update({ ...changed, id, state }, 'unknown')).toBe(true);
    expect(rows.get('x')).toEqual(newPayoutRecord('x', draft, 'Other', 2));
  });

  it('writes only from the state it was told, and only in its profile', () => {
    const db = memoryStore();
    const rows = createPayoutRows(db, 'p');
    const record = newPayoutRecord('x', draft, '', 1);
    rows.insert(record);
    expect(rows.update({ ...record, revision: 2 }, 'ready')).toBe(false);
    const other = createPayoutRows(db, 'q');
    expect(other.update({ ...record, revision: 2 }, 'draft')).toBe(false);
    expect(other.remove('x')).toBe(false);
    expect(other.get('x')).toBeNull();
    expect(rows.get('x')?.revision).toBe(1);
  });

  it('knows what is due and when the next is', () => {
    const rows = createPayoutRows(memoryStore(), 'p');
    rows.insert({ ...newPayoutRecord('q', draft, '', 1), state: 'queued', leavesAt: 50 });
    rows.insert({ ...newPayoutRecord('u', { ...draft, amountMinor: 101 }, '', 1), state: 'unknown', nextCheckAt: 20 });
    rows.insert({ ...newPayoutRecord('a', draft, '', 1), state: 'accepted', nextCheckAt: 10 });
    expect(rows.nextDue()).toBe(10);
    expect([rows.due(15, 9), rows.due(25, 9), rows.due(25, 1)]).toEqual([['a'], ['a', 'u'], ['a']]);
    expect([rows.leaving(49), rows.leaving(50)]).toEqual([[], ['q']]);
    expect(rows.mayLeave(['queued', 'unknown'])).toEqual([{ currency: 'GBP', minor: 201 }]);
    expect(rows.mayLeave(['queued', 'unknown'], 'q', 'w')).toEqual([{ currency: 'GBP', minor: 101 }]);
    expect(rows.mayLeave(['queued'], '', 'other')).toEqual([]);
  });

  it('lists awaited deposits by when they run out, then those that ran out and that no clone took over', () => {
    const db = memoryStore();
    const rows = createPayoutRows(db, 'p');
    const add = (id: string, change: Partial<PayoutRecord>) => { rows.insert({ ...newPayoutRecord(id, draft, '', 1), ...change }); };
    add('expired', { state: 'deposit_expired', deposit: deposit(5) });
    add('late', { state: 'awaiting_deposit', deposit: deposit(1_000_000) });
    add('soon', { state: 'awaiting_deposit', deposit: deposit(999_999), clonedTo: 'late' });
    add('replaced', { state: 'deposit_expired', deposit: deposit(4), clonedTo: 'late' });
    add('arrived', { state: 'processing', deposit: deposit(3) });
    expect(rows.awaitingDeposits()).toEqual(['soon', 'late', 'expired']);
    expect(createPayoutRows(db, 'q').awaitingDeposits()).toEqual([]);
  });

  it('finds the same payout in flight, however the account is typed and from whichever side the amount was given', () => {
    const rows = createPayoutRows(memoryStore(), 'p');
    rows.insert({ ...newPayoutRecord('x', draft, '', 1), price, state: 'unknown' });
    const same = (change: Partial<PayoutDraft>, of: Price | null = null) => rows.sameInFlight({ ...newPayoutRecord('y', { ...draft, ...change }, '', 1), price: of });
    expect(same({ details: { bankId: 'b', accountNumber: '0261 7455 19' } })).toBe('x');
    expect(same({ method: 'mobile_money' })).toBe('x');
    expect(same({ side: 'receive', amountMinor: 198 })).toBe('x');
    expect(same({ side: 'receive', amountMinor: 197 }, price)).toBe('x');
    expect(rows.sameInFlight(newPayoutRecord('x', draft, '', 1))).toBeNull();
    for (const change of [{ amountMinor: 101 }, { customerId: 'd' }, { fromCurrency: 'EUR' }, { side: 'receive' }, { details: { bankId: 'b2', accountNumber: '0261745519' } }] as const) {
      expect(same(change)).toBeNull();
    }
  });

  it('never lets two of the same be queued, and lets what has left go on all the same', () => {
    const rows = createPayoutRows(memoryStore(), 'p');
    rows.insert({ ...newPayoutRecord('x', draft, '', 1), state: 'unknown' });
    const ready = { ...newPayoutRecord('y', draft, '', 1), state: 'ready' } as const;
    rows.insert(ready);
    expect(() => rows.update({ ...ready, state: 'queued' }, 'ready')).toThrow('UNIQUE');
    rows.insert({ ...newPayoutRecord('z', draft, '', 1), state: 'unknown', restoredAt: 5 });
    expect(rows.update({ ...newPayoutRecord('z', draft, '', 1), state: 'sending' }, 'unknown')).toBe(true);
    expect(rows.sameInFlight(ready)).toBe('x');
  });
});
