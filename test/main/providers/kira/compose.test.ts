import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePayout, composePreview } from '../../../../main/providers/kira/compose.ts';
import type { KiraOrder, OrderDocument } from '../../../../main/providers/provider.ts';
import { account, kiraOrder, recipient } from '../support/kira.ts';

const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
const invoice: OrderDocument = { kind: 'invoice', mime: 'image/png', bytes, description: 'March' };
const markup = { fixed: '10.00', percentage: '0.02' };
const full: KiraOrder = { ...kiraOrder, markup, funding: { network: 'polygon', token: 'USDC' }, internalNotes: 'Ask Ann', documents: [invoice, { ...invoice, kind: 'other', mime: 'application/pdf', description: ' ' }] };

describe('the body of a payout', () => {
  it('of a plain order is only what is needed', () => {
    expect(composePayout({ ...kiraOrder, memo: ' ', invoiceNumber: '' })).toBe(`{"amount":"250.50","recipient_id":"${recipient}"}`);
    expect(composePayout(kiraOrder)).toBe(`{"amount":"250.50","recipient_id":"${recipient}","extra_info":{"memo":"June","invoice_number":"INV-9"}}`);
  });
  it('trap 22: of a full order has every part in its place, and the very bytes of its files under their own type', () => {
    expect(composePayout(full)).toBe(JSON.stringify({
      amount: '250.50', recipient_id: recipient, payment_instructions: { network: 'polygon', currency: 'USDC' },
      client_markup: { fixed_fee: '10.00', percentage_fee: '0.02' },
      supporting_documents: [{ type: 'invoice', file: 'data:image/png;base64,iVBOR/8A', description: 'March' }, { type: 'other', file: 'data:application/pdf;base64,iVBOR/8A' }],
      extra_info: { memo: 'June', invoice_number: 'INV-9', internal_notes: 'Ask Ann' },
    }));
  });
  it('with a quote leaves the mark-up out: it is in the quote', () => {
    const body = JSON.parse(composePayout({ ...full, quoteId: 'q-1' })) as object;
    expect(body).toMatchObject({ quote_id: 'q-1' });
    expect(body).not.toHaveProperty('client_markup');
  });
  it('trap 2: never asks for a percentage above the whole amount', () => {
    for (const percentage of ['2', '1.01', '-0.1', '2%', '', '1e-2', '.5']) expect(() => composePayout({ ...kiraOrder, markup: { fixed: '0.00', percentage } })).toThrow('fraction');
    expect(composePayout({ ...kiraOrder, markup: { fixed: '0', percentage: '1' } })).toContain('"client_markup":{"fixed_fee":"0.00","percentage_fee":"1"}');
    for (const fixed of ['-1.00', '1.001', 'x']) expect(() => composePayout({ ...kiraOrder, markup: { fixed, percentage: '0' } })).toThrow('dollars');
  });
  it('C18: takes a memo of 255 characters and not one more', () => {
    expect(composePayout({ ...kiraOrder, memo: '\ud83d\udcb8'.repeat(255) })).toContain('\ud83d\udcb8');
    expect(() => composePayout({ ...kiraOrder, memo: 'x'.repeat(256) })).toThrow('memo');
  });
  it('is in dollars and above zero, or a bug', () => {
    expect(() => composePayout({ ...kiraOrder, amount: { minor: 100, currency: 'EUR' } })).toThrow('dollars');
    expect(() => composePayout({ ...kiraOrder, amount: { minor: 0, currency: 'USD' } })).toThrow('zero');
  });

  const text = fc.string({ maxLength: 100, unit: 'binary' });
  const anyOrder: fc.Arbitrary<KiraOrder> = fc.record({
    accountId: fc.constant(account), recipientRemoteId: fc.uuid(), amount: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map((minor) => ({ minor, currency: 'USD' as const })),
    markup: fc.option(fc.record({ fixed: fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)), percentage: fc.integer({ min: 0, max: 9999 }).map((n) => `0.${String(n).padStart(4, '0')}`) })),
    funding: fc.option(fc.record({ network: fc.constantFrom('solana' as const, 'polygon' as const), token: fc.constantFrom('USDC' as const, 'USDT' as const) })),
    memo: text, invoiceNumber: text, internalNotes: text, quoteId: fc.option(fc.uuid()),
    documents: fc.array(fc.record({ kind: fc.constantFrom('invoice' as const, 'other' as const), mime: fc.constantFrom('image/png' as const, 'application/pdf' as const), bytes: fc.uint8Array({ maxLength: 40 }), description: text }), { maxLength: 2 }),
  });
  it('trap 23: is the same bytes for the same order, has two decimals, and neither null nor empty parts', () => {
    fc.assert(fc.property(anyOrder, (order) => {
      const body = composePayout(order);
      const { amount, ...others } = structuredClone(order);
      expect(composePayout({ ...others, amount: { currency: amount.currency, minor: amount.minor } })).toBe(body);
      const sent = JSON.parse(body) as Record<string, unknown>;
      expect(sent['amount']).toMatch(/^\d+\.\d{2}$/);
      expect(JSON.stringify(sent)).toBe(body);
      expect(hasNothing(sent)).toBe(false);
      expect('quote_id' in sent && 'client_markup' in sent).toBe(false);
      expect('payment_instructions' in sent).toBe(order.funding !== null);
    }));
  });
});

function hasNothing(value: unknown): boolean {
  if (value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  const parts = Object.values(value);
  return parts.length === 0 || parts.some(hasNothing);
}

describe('the body of a price question', () => {
  it('has the mark-up and asks for a quote only where told', () => {
    expect(composePreview(full, false)).toBe(`{"amount":"250.50","recipient_id":"${recipient}","payment_instructions":{"network":"polygon","currency":"USDC"},"client_markup":{"fixed_fee":"10.00","percentage_fee":"0.02"}}`);
    expect(composePreview(kiraOrder, true)).toBe(`{"amount":"250.50","recipient_id":"${recipient}","create_quote":true}`);
  });
});
