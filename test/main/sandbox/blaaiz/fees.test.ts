import fc from 'fast-check';
import { Big } from 'big.js';
import { expect, test } from 'vitest';
import { price } from '../../../../main/sandbox/blaaiz/price.ts';
import type { Rate } from '../../../../main/sandbox/model.ts';
import { fromMinor } from '../../../../main/sandbox/money.ts';
import { bench } from '../client.ts';

const rate: Rate = {
  id: 'r', pair: 'USD/NGN', value: '1490.00', fee_percent: '0.50', fee_amount: '0.00', swap_enabled: true, send_enabled: true,
  is_active: true, created_ms: 0, updated_ms: 0,
};

test('from a fixed debit it takes the fees off and converts the rest', async () => {
  const { client } = await bench();
  const { body } = await client.call('POST', '/fees/breakdown', { from_currency_id: 'USD', to_currency_id: '1', from_amount: '100' });
  expect(body).toEqual({
    our_fee: 0.5, collection_fees: [],
    payout_fees: [{
      method: 'BANK_TRANSFER', amount: 1, fee: 1, you_send: 100, total_amount_to_send: 98.5, recipient_gets: 146765, our_fee: 0.5,
      total_fees: 1.5, amountIsRecipientGets: false, amountIsYouSend: true, rate: 1490,
    }],
  });
});

test('to a fixed arrival it adds the fees on top', async () => {
  const { client } = await bench();
  const { body } = await client.call('POST', '/fees/breakdown', { from_currency_id: 'USD', to_currency_id: 'NGN', to_amount: 146765 });
  expect(body['payout_fees']?.[0]).toMatchObject({ you_send: 100, total_amount_to_send: 98.5, recipient_gets: 146765, total_fees: 1.5, amountIsRecipientGets: true });
});

test('every method of the destination has its row', async () => {
  const { client } = await bench();
  const methods = async (to: string): Promise<unknown> => {
    const { body } = await client.call('POST', '/fees/breakdown', { from_currency_id: 'USD', to_currency_id: to, from_amount: 50 });
    return body['payout_fees']?.map((row) => row['method']);
  };
  expect(await methods('CAD')).toEqual(['INTERAC']);
  expect(await methods('6')).toEqual(['MOBILE_MONEY']);
  expect(await methods('USD')).toEqual(['BANK_TRANSFER', 'CRYPTO']);
});

test('wants exactly one amount and known currencies', async () => {
  const { client } = await bench();
  const refused = await client.call('POST', '/fees/breakdown', { from_currency_id: 'ZZZ', to_currency_id: 'XOF' });
  expect(Object.keys(refused.body['errors'] ?? {})).toEqual(['from_currency_id', 'to_currency_id', 'from_amount']);
});

test('the parts always add up to what is sent, to the minor unit', () => {
  fc.assert(fc.property(fc.integer({ min: 200, max: 10_000_000_00 }), fc.constantFrom<'from' | 'to'>('from', 'to'), (minor, side) => {
    const priced = price(rate, 'USD', 'BANK_TRANSFER', { side, amount: fromMinor(minor) });
    expect(priced.totalToSend + priced.ourFee + priced.methodFee).toBe(priced.youSend);
    expect(priced.totalFees).toBe(priced.ourFee + priced.methodFee);
    expect(side === 'from' ? priced.youSend : priced.recipientGets).toBe(minor);
  }));
});

test('rounds half a minor unit up', () => {
  const priced = price(rate, 'USD', 'BANK_TRANSFER', { side: 'from', amount: new Big('101') });
  expect(priced.ourFee).toBe(51);
});
