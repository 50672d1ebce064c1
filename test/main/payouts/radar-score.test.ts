import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { money } from '../../../preload/contract/money.ts';
import { askScore } from '../../../preload/contract/radar.ts';
import { likeness, type Comparable } from '../../../main/payouts/radar-score.ts';
import { alikeKeys } from '../../../main/store/alike-keys.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 20, 9);
type Sketch = {
  name?: string; account?: string; reference?: string; invoice?: string; send?: number; currency?: CurrencyCode; receive?: number; arrives?: CurrencyCode; files?: readonly string[]; kind?: string;
  daysAgo?: number; provider?: string;
};

function payout({ name = 'Meridian Freight Ltd', account = '20-00-00/55779911', reference = '', invoice = '', send = 118_000, currency = 'GBP', receive, arrives = 'USD', files = [], kind = 'invoice', daysAgo = 0, provider = 'blaaiz' }: Sketch): Comparable {
  const keys = alikeKeys({ payeeName: name, reference, kira: invoice === '' ? null : { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: invoice, internalNotes: '' } });
  return {
    account: account || null, payee: keys.payee, invoiceKey: keys.invoice, referenceKey: keys.reference, reference, send: money(send, currency),
    receive: receive === undefined ? null : money(receive, arrives), files: files.map((sha256) => ({ sha256, kind })), provider, at: now - daysAgo * day,
  };
}
const score = (mine: Sketch, other: Sketch) => likeness(payout(mine), payout(other)).score;

// What a person pays again because it is due again.
const honest: readonly (readonly [string, Sketch, Sketch])[] = [
  ['a salary a month ago', { reference: 'Salary' }, { reference: 'Salary', daysAgo: 30 }],
  ['a salary in February', { reference: 'Salary' }, { reference: 'Salary', daysAgo: 28 }],
  ['a salary that names its month', { reference: 'Salary November 2026' }, { reference: 'Salary October 2026', daysAgo: 31 }],
  ['a salary with the number of the employee', { reference: 'Salary 00123' }, { reference: 'Salary 00123', daysAgo: 30 }],
  ['the rent of a contract', { reference: 'Contract 4711' }, { reference: 'Contract 4711', daysAgo: 30 }],
  ['the rent without a word', {}, { daysAgo: 30 }],
  ['a salary that went through the other provider last month', { reference: 'Salary' }, { reference: 'Salary', daysAgo: 30, provider: 'kira' }],
  ['weekly wages', { reference: 'Wages' }, { reference: 'Wages', daysAgo: 7 }],
  ['two invoices of one amount on one day', { reference: 'INV-1042' }, { reference: 'INV-1043' }],
  ['another delivery this week', { reference: 'INV-1044', send: 90_000 }, { reference: 'INV-1042', daysAgo: 2 }],
  ['one payroll sheet for many people', { name: 'Ann Lee', account: 'A1', files: ['f'], send: 200_000 }, { name: 'Bo Chen', account: 'B1', files: ['f'], send: 210_000 }],
  ['one payroll sheet for people who earn the same', { name: 'Ann Lee', account: 'A1', files: ['f'] }, { name: 'Bo Chen', account: 'B1', files: ['f'] }],
  ['the contract attached each month', { files: ['c'], kind: 'other', reference: 'Rent Dec 26' }, { files: ['c'], kind: 'other', reference: 'Rent Nov 26', daysAgo: 30 }],
  ['the same small number from another supplier', { reference: 'Invoice 12' }, { reference: 'Invoice 12', name: 'Okonjo Textiles', account: 'X9', daysAgo: 9 }],
  ['the second half of an invoice a month later', { reference: 'INV-1042', send: 60_000 }, { reference: 'INV-1042', send: 58_000 * 2, daysAgo: 31 }],
];

// What went out twice.
const twice: readonly (readonly [string, Sketch, Sketch, number])[] = [
  ['the same amount, account and reference within days', { reference: 'INV-1042' }, { reference: 'INV-1042', daysAgo: 2 }, 95],
  ['the same without a reference', {}, { daysAgo: 1 }, askScore],
  ['the same under another word', { reference: 'Consulting' }, { reference: 'Consulting fee', daysAgo: 1 }, askScore],
  ['a reminder paid two months later', { reference: 'Invoice 1042' }, { reference: 'inv. 01042', daysAgo: 62 }, 75],
  ['a reminder to a new account of the payee', { reference: 'INV-1042', account: 'NEW' }, { reference: 'INV-1042', daysAgo: 62 }, askScore],
  ['the same file, whatever it says', { files: ['f'], send: 118_000 }, { files: ['f'], reference: 'NS 9', send: 118_500, daysAgo: 200 }, askScore],
  ['the same file to a new account and name', { files: ['f'], reference: 'INV-77', account: 'NEW', name: 'M. Freight Intl' }, { files: ['f'], reference: 'INV-77', daysAgo: 8 }, askScore],
  ['rounded up', { send: 118_000, reference: 'NS-2211' }, { send: 120_000, reference: 'NS-2211', daysAgo: 1 }, askScore],
  ['through the other provider, where it arrives in dollars', { invoice: 'INV-0042', provider: 'kira', send: 150_000, currency: 'USD', reference: '', account: '/ACC' },
    { reference: 'invoice no 42', receive: 150_000, arrives: 'USD', daysAgo: 3 }, 80],
  ['the same number as it stands in another field', { invoice: '2026-0042', reference: 'for pallets' }, { reference: 'Invoice 2026 0042', daysAgo: 5 }, 75],
];

describe('how alike two payouts are', () => {
  it.each(honest)('does not ask about %s', (_what, mine, other) => {
    expect(score(mine, other)).toBeLessThan(askScore);
  });

  it.each(twice)('asks about %s', (_what, mine, other, atLeast) => {
    expect(score(mine, other)).toBeGreaterThanOrEqual(atLeast);
  });

  it('is the same seen from either side', () => {
    for (const [, mine, other] of [...honest, ...twice]) expect(score(mine, other)).toBe(score(other, mine));
  });

  it('says why, and how far apart', () => {
    const { codes, days } = likeness(payout({ files: ['f'], reference: 'INV-1' }), payout({ files: ['f'], reference: 'INV-1', daysAgo: 2, provider: 'kira' }));
    expect(codes.toSorted()).toEqual(['account', 'amount', 'invoice-file', 'invoice-number', 'near', 'other-provider', 'payee'].toSorted());
    expect(days).toBeCloseTo(2);
  });

  it('counts amounts within two of a hundred as nearly the same, not beyond', () => {
    const codes = (send: number) => likeness(payout({ send: 100_000 }), payout({ send })).codes;
    expect(codes(102_040)).toContain('amount');
    expect(codes(102_050)).not.toContain('amount');
  });
});
