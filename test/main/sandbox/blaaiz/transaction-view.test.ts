import { expect, test } from 'vitest';
import { transactionView } from '../../../../main/sandbox/blaaiz/transaction-view.ts';
import type { Recipient, Transaction } from '../../../../main/sandbox/model.ts';

const recipient: Recipient = {
  id: 'q', account_number: null, account_name: 'Jo Field', bank_name: 'TRON', bank_code: null, amount: 4_000_025, currency: 'USD', routing_number: '021000021',
  sort_code: null, iban: null, wallet_address: 'TJR', email: 'jo@example.test',
};
const transaction: Transaction = {
  id: 't', business_id: 'b', business_customer_id: 'c', business_wallet_id: 'w', type: 'payout', status: 'PROCESSING', reference: 'r', merchant_reference: 'INV-1',
  currency: 'GBP', amount: 240_050, fee: 180, rate: '1993.20', date_ms: Date.UTC(2026, 4, 4, 9, 30), recipient, interac: { question: 'Which dock?', answer: 123456, event_id: 'e' },
  swap: null, collection_email: null, doomed: 'Declined.', failure_reason: null, refunded: false,
};

test('the reply to a payout is the short form, with amounts as numbers and the address as the account', () => {
  const view = transactionView(transaction, 'created');
  expect(view).toMatchObject({ amount: 2400.5, amount_without_fee: 2398.7, fee: 1.8, rate: 1993.2, date: '2026-05-04T09:30:00.000000Z', merchant_reference: 'INV-1' });
  expect(view['recipient']).toEqual({ id: 'q', account_number: 'TJR', account_name: 'Jo Field', amount: 40_000.25, currency: 'USD', bank_name: 'TRON', bank_code: null });
  for (const name of ['type', 'failure_reason', 'question']) expect(view).not.toHaveProperty(name);
});

test('read later it tells its kind, its reason and the answer of Interac', () => {
  expect(transactionView({ ...transaction, status: 'FAILED', failure_reason: 'Why' }, 'read')).toMatchObject({
    type: 'payout', failure_reason: 'Why', question: 'Which dock?', answer: 123456, swap_details: null, recipient: { status: 'FAILED', routing_number: '021000021', email: 'jo@example.test' },
  });
  expect(transactionView({ ...transaction, interac: null }, 'read')).not.toHaveProperty('answer');
});

test('a swap has the other wallet, and neither recipient nor missing rate is made up', () => {
  const swap = transactionView({ ...transaction, type: 'swap', recipient: null, rate: null, swap: { to_currency: 'NGN', to_amount: 1, to_wallet_id: 'w2' } }, 'read');
  expect(swap).toMatchObject({ recipient: null, rate: null, swap_details: { to_currency: 'NGN', to_amount: 0.01, to_business_wallet_id: 'w2' } });
});

test('what is yet to go wrong never shows', () => {
  for (const when of ['created', 'read'] as const) expect(JSON.stringify(transactionView(transaction, when))).not.toMatch(/Declined|refunded|event_id/);
});
