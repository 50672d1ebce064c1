import { describe, expect, it } from 'vitest';
import { newPayoutRecord, receiveOf, sendOf } from '../../../main/store/payout-record.ts';
import { emptyPayoutDraft, type Price } from '../../../preload/contract/payouts.ts';

const gbp = (minor: number) => ({ minor, currency: 'GBP' }) as const;
const cad = (minor: number) => ({ minor, currency: 'CAD' }) as const;
const price = (send: number, receive: number): Price => ({ send: gbp(send), fees: [], totalFees: gbp(1), converted: gbp(send - 1), rate: '2', receive: cad(receive), gap: null, readAt: 1 });
const draft = { ...emptyPayoutDraft, fromCurrency: 'GBP', toCurrency: 'CAD', amountMinor: 100 } as const;
const sending = newPayoutRecord('x', draft, 'N', 7);
const receiving = { ...sending, draft: { ...draft, side: 'receive' as const } };

describe('the money of a payout', () => {
  it('is what was asked for on its side, and on the other only what a price says', () => {
    expect([sendOf(sending), receiveOf(sending), sendOf(receiving), receiveOf(receiving)]).toEqual([gbp(100), null, null, cad(100)]);
    expect([receiveOf({ ...sending, price: price(90, 178) }), sendOf({ ...receiving, price: price(90, 178) })]).toEqual([cad(178), gbp(90)]);
  });

  it('stays what was asked for when a price says otherwise, and is the provider’s at last', () => {
    expect(sendOf({ ...sending, price: price(90, 178) })).toEqual(gbp(100));
    const final = { ...sending, price: price(90, 178), finalPrice: price(95, 188) };
    expect([sendOf(final), receiveOf(final)]).toEqual([gbp(95), cad(188)]);
  });

  it('is unknown without an amount or its currency', () => {
    expect(sendOf({ ...sending, draft: { ...draft, amountMinor: null } })).toBeNull();
    expect(sendOf({ ...sending, draft: { ...draft, fromCurrency: null } })).toBeNull();
  });
});

it('a new payout is a draft of revision 1 that nothing has happened to', () => {
  const { id, state, revision, draft: kept, customerName, createdAt, updatedAt, checkCount, ...rest } = sending;
  expect([id, state, revision, kept, customerName, createdAt, updatedAt, checkCount]).toEqual(['x', 'draft', 1, draft, 'N', 7, 7, 0]);
  expect(Object.values(rest).every((value) => value === null)).toBe(true);
});
