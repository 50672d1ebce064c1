import { describe, expect, it } from 'vitest';
import { fingerprintOf, payoutColumns, toColumns } from '../../../main/store/payout-columns.ts';
import { newPayoutRecord, type PayoutRecord } from '../../../main/store/payout-record.ts';
import { emptyPayoutDraft, payoutStates, type KiraDraft, type PayoutDraft } from '../../../preload/contract/payouts.ts';
import { memoryStore } from './open.ts';

const draft = {
  ...emptyPayoutDraft, customerId: 'c', payeeName: 'Zoë Okonjo', fromCurrency: 'GBP', toCurrency: 'EUR', method: 'bank_transfer', amountMinor: 123_450, reference: 'NS-2211',
  details: { iban: 'DE89 3704 0044 0532 0130 00', email: 'Zoe@Okonjo.example' },
} as const;
const record = (change: Partial<PayoutRecord> = {}) => ({ ...newPayoutRecord('x', draft, 'Northgate', 1), ...change });

describe('a payout’s row', () => {
  it('has every column that is written, and each is one of the table', () => {
    expect(Object.keys(toColumns(record(), 'p')).toSorted()).toEqual([...payoutColumns].toSorted());
    const table = memoryStore().all<{ name: string }>("SELECT name FROM pragma_table_info('payouts')").map(({ name }) => name);
    expect(payoutColumns.filter((name) => !table.includes(name))).toEqual([]);
  });

  it('can be found as the same payout only while it may leave or have left unseen', () => {
    const marked = payoutStates.filter((state) => toColumns(record({ state }), 'p').fingerprint !== null);
    expect(marked).toEqual(['queued', 'sending', 'unknown']);
  });

  it('is searched by payee, reference, customer, amount and account, without accents, case or gaps', () => {
    const lines = String(toColumns(record(), 'p').search).split('\n');
    expect(lines).toEqual(['zoe okonjo', 'ns-2211', 'northgate', '1234.50 gbp', 'de89370400440532013000', 'zoe@okonjo.example']);
  });

  it('is searched by the references that a bank or the provider’s support asks for', () => {
    const lines = String(toColumns(record({ transactionId: 'PO-9E2F', uetr: '97ED4827-7b6f-4491-a06f-b548d5a7512d' }), 'p').search).split('\n');
    expect(lines.slice(-2)).toEqual(['po-9e2f', '97ed4827-7b6f-4491-a06f-b548d5a7512d']);
  });

  it('has no money where none is known, and no currency without it', () => {
    const { send_minor, send_currency, receive_minor, receive_currency } = toColumns(record({ draft: { ...draft, amountMinor: null } }), 'p');
    expect([send_minor, send_currency, receive_minor, receive_currency]).toEqual([null, null, null, null]);
  });
});

describe('what makes two payouts the same', () => {
  it('is not what the payee is called or told', () => {
    expect(fingerprintOf({ ...draft, payeeName: 'Z.', reference: 'other', purpose: 'Rent', walletId: 'w2', amountText: '1,234.50' })).toBe(fingerprintOf(draft));
  });

  it('is at Kira also the virtual account, the recipient and the mode, and nothing else that Kira holds beside', () => {
    const atKira: PayoutDraft = { ...draft, walletId: 'va', payeeId: 'r', kira: { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: '', internalNotes: '' } };
    const kira = (change: Partial<KiraDraft>): PayoutDraft => ({ ...atKira, kira: atKira.kira && { ...atKira.kira, ...change } });
    const changed = [draft, { ...atKira, walletId: 'vb' }, { ...atKira, payeeId: 's' }, kira({ mode: 'crypto' })].map(fingerprintOf);
    expect(new Set([fingerprintOf(atKira), ...changed]).size).toBe(5);
    expect(fingerprintOf({ ...kira({ internalNotes: 'n', invoiceNumber: 'i', markup: { fixedMinor: 1, percent: '2' } }), reference: 'r' })).toBe(fingerprintOf(atKira));
  });

  it('is not mixed up by where one field ends and the next begins', () => {
    expect(fingerprintOf({ ...draft, customerId: 'c","d' })).not.toBe(fingerprintOf({ ...draft, details: { email: 'd' } }));
    const account = (bankId: string, accountNumber: string) => fingerprintOf({ ...draft, details: { bankId, accountNumber } });
    expect(account('1', '23')).not.toBe(account('12', '3'));
  });

  it('is neither the method nor the side of the amount, but its currency', () => {
    const whole = { ...draft, fromCurrency: 'EUR', method: 'wire' } as const;
    expect(fingerprintOf({ ...whole, side: 'receive' })).toBe(fingerprintOf({ ...whole, method: 'bank_transfer' }));
    expect(fingerprintOf({ ...draft, side: 'receive' })).not.toBe(fingerprintOf(draft));
  });

  it('is not there while who, which account or how much is open', () => {
    for (const change of [{ customerId: null }, { details: {} }, { amountMinor: null }, { fromCurrency: null }]) expect(fingerprintOf({ ...draft, ...change })).toBeNull();
  });
});
