import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KiraProfile } from '../../../../../main/sandbox/kira/model.ts';
import { parsePayout, parsePreview } from '../../../../../main/sandbox/kira/payouts/request.ts';
import { invoice } from './papers.ts';

const usual = { amount: '250.50', recipient_id: '0198b5c0-0000-7000-8000-000000000001' };

/** Where the request is wrong, dotted, with the words. */
function wrongs(change: Record<string, unknown>, profile: KiraProfile = 'G1'): string[] {
  const parsed = parsePayout(profile, { ...usual, ...change });
  return parsed.ok ? [] : parsed.complaints.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the body of a payout', () => {
  it('is read into cents and facts', () => {
    const parsed = parsePayout('G1', { ...usual, client_markup: { percentage_fee: '0.01' }, extra_info: { memo: 'June', lost: 1 }, supporting_documents: [invoice], lost: true });
    expect(parsed).toMatchObject({ ok: true, value: { amount: 25050, markup: { fixed: 0, rate: '0.01' }, extra_info: { memo: 'June' }, quote_id: null, documents: [{ mime: 'application/pdf' }] } });
  });

  it.each(['0', '0.00', '-1.00', '1.001', '1e3', '1,000.00', '', ' 1.00'])('refuses the amount %j', (amount) => { expect(wrongs({ amount })).toHaveLength(1); });

  it.each([['100', 1], ['100.5', 1], ['100.50', 0]])('takes the amount %s in the newest version only with two decimals', (amount, count) => {
    expect([wrongs({ amount }), wrongs({ amount }, 'G3')].map((list) => list.length)).toEqual([0, count]);
  });

  it('trap 24: takes no number for money', () => { expect(wrongs({ amount: 250.5 })).toEqual(['amount: Expected string, received number']); });

  it.each([['extra_info', null], ['client_markup', null], ['supporting_documents', null], ['payment_instructions', null]])('trap 23: takes no null for an absent %s', (name, value) => {
    expect(wrongs({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: Expected (object|array), received null$`))]);
  });

  it.each([
    ['memo', 500, 'G1'], ['memo', 500, 'G2'], ['memo', 255, 'G3'], ['invoice_number', 100, 'G1'], ['internal_notes', 1000, 'G1'],
  ] as const)('C18: %s has at most %i code points in %s', (name, most, profile) => {
    const filled = (length: number): string[] => wrongs({ extra_info: { [name]: '\u{1F4B8}'.repeat(length) } }, profile);
    expect([filled(most), filled(most + 1)]).toEqual([[], [`extra_info.${name}: String must contain at most ${most} character(s)`]]);
  });

  it('takes at most two documents, each with a known type, a data URI and a short description', () => {
    expect(wrongs({ supporting_documents: [invoice, invoice] })).toEqual([]);
    expect(wrongs({ supporting_documents: [invoice, invoice, invoice] })).toEqual(['supporting_documents: Array must contain at most 2 element(s)']);
    expect(wrongs({ supporting_documents: [{ ...invoice, type: 'contract' }] })).toEqual([expect.stringMatching(/^supporting_documents\.0\.type: Invalid enum value/)]);
    expect(wrongs({ supporting_documents: [{ ...invoice, file: 'https://a.test/b.pdf' }] })).toEqual(['supporting_documents.0.file: file must be a base64 data URI']);
    expect(wrongs({ supporting_documents: [{ ...invoice, description: 'x'.repeat(256) }] })).toHaveLength(1);
  });

  it('names the token `currency`, with the networks and tokens there are', () => {
    expect(wrongs({ payment_instructions: { network: 'solana', token: 'USDC' } })).toEqual(['payment_instructions.currency: Required']);
    expect(wrongs({ payment_instructions: { network: 'tron', currency: 'DAI' } })).toHaveLength(2);
  });

  it('knows quotes from 2026-04-14 on, and not together with a mark-up', () => {
    const both = { quote_id: 'q', client_markup: { fixed_fee: '1.00' } };
    expect([wrongs(both), wrongs(both, 'G2')]).toEqual([[], ['client_markup: client_markup cannot be combined with quote_id']]);
    expect(parsePayout('G2', { ...usual, quote_id: 'q' })).toMatchObject({ value: { quote_id: 'q' } });
  });

  it('never throws, whatever arrives', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('amount', 'recipient_id', 'supporting_documents', 'client_markup', 'extra_info', 'quote_id'), fc.jsonValue()), (body) => {
      for (const profile of ['G1', 'G2', 'G3'] as const) expect([parsePayout(profile, body).ok, parsePreview(profile, body).ok]).toHaveLength(2);
    }));
  });
});
