import { money } from '../../../preload/contract/money.ts';
import { toDraftPayee } from '../../../preload/contract/recipient-payee.ts';
import type { PayoutDocument } from '../../../preload/contract/deposit.ts';
import type { KiraDraft, Payout, PayoutDraft, PayoutState, Price } from '../../../preload/contract/payouts.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { sampleRecipients } from './kira-samples.ts';
import { samplePayout } from './sample-payouts.ts';

const inAccount: KiraDraft = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: 'INV-5517', internalNotes: '' };

/** Kira's price: 15.00 and 0.5 %, mark-up 2.00 and 0.1 %, or the draft's own mark-up. */
export function sampleKiraPrice(sendMinor: number, markup: KiraDraft['markup'], readAt: number): Price {
  const own = markup ?? { fixedMinor: 200, percent: '0.1' };
  const parts = [1_500, Math.round(sendMinor * 0.005), own.fixedMinor ?? 0, Math.round((sendMinor * Number(own.percent || '0')) / 100)];
  const labels = ['Kira fee, fixed', 'Kira fee, share', 'Your mark-up, fixed', 'Your mark-up, share'];
  const total = parts.reduce((sum, part) => sum + part, 0);
  return {
    send: money(sendMinor, 'USD'), totalFees: money(total, 'USD'), converted: money(sendMinor - total, 'USD'), receive: money(sendMinor - total, 'USD'), rate: '1', gap: null, readAt,
    fees: parts.map((part, index) => ({ label: labels[index] ?? '', amount: money(part, 'USD') })),
  };
}

/** A kept invoice. */
export function sampleInvoice(id = 'document-1', change: Partial<PayoutDocument> = {}): PayoutDocument {
  return {
    id, name: 'Invoice 5517.pdf', mime: 'application/pdf', size: 186_420, encodedSize: 248_588, sha256: 'ab'.repeat(32), kind: 'invoice', description: 'Harbour dues, October',
    addedAt: Date.UTC(2026, 10, 20, 13, 40), ...change,
  };
}

type Facts = { readonly id: string; readonly state: PayoutState; readonly recipient: Recipient; readonly account: string; readonly minor: number | null; readonly memo: string; readonly kira: KiraDraft; readonly ago: number };

/** A Kira payout whole, from a few facts. */
export function kiraPayout({ id, state, recipient, account, minor, memo, kira, ago }: Facts, now: number, change: Partial<Payout> = {}): Payout {
  const payee = toDraftPayee(recipient);
  const base = samplePayout({ id, state, payee: payee.payeeName, customer: 'Moor Imports', reference: memo, minor, from: 'USD', to: 'USD', method: payee.method, details: payee.details, ago }, now);
  const price = minor === null ? null : sampleKiraPrice(minor, kira.markup, now - 40_000);
  const draft: PayoutDraft = { ...base.draft, ...payee, customerId: null, walletId: account, holderName: null, holderAccepted: false, purpose: '', kira };
  return { ...base, provider: 'kira', draft, price, finalPrice: base.finalPrice && price, receive: base.receive && price ? price.receive : null, accountTail: recipient.tail, ...change };
}

/** Not known whether it went, and the same bytes may go again. */
function replayable(now: number): Payout['unknown'] {
  return {
    since: now - 180_000, cause: 'No answer within 20 s', nextLookAt: now + 61_000, decideFrom: now, replayUntil: now + 23 * 3_600_000, walletNow: money(2_291_640, 'USD'), walletNowAt: now - 60_000,
    lookups: [{ at: now - 60_000, found: false, answered: true, detail: 'Asked with the same key: Kira has nothing under it' }],
  };
}

/** A few payouts at Kira: a fiat and a crypto draft, a fiat and a crypto one that are ready, one not known. */
export function sampleKiraPayouts(now: number): Payout[] {
  const [harrow, lumiere] = sampleRecipients(now) as [Recipient, Recipient];
  const byCoin: KiraDraft = { ...inAccount, mode: 'crypto', network: 'polygon', token: 'USDC', markup: { fixedMinor: 1_000, percent: '2' } };
  return [
    kiraPayout({ id: 'kira-1', state: 'draft', recipient: harrow, account: 'account-1', minor: 100_000, memo: 'MI-0918', kira: inAccount, ago: 12 }, now),
    kiraPayout({ id: 'kira-2', state: 'draft', recipient: lumiere, account: 'account-2', minor: 500_000, memo: 'Octobre, café', kira: byCoin, ago: 21 }, now, { documents: [sampleInvoice()] }),
    kiraPayout({ id: 'kira-3', state: 'ready', recipient: harrow, account: 'account-1', minor: 100_000, memo: 'MI-0917', kira: inAccount, ago: 34 }, now),
    kiraPayout({ id: 'kira-4', state: 'ready', recipient: lumiere, account: 'account-2', minor: 500_000, memo: 'Octobre, café', kira: byCoin, ago: 48 }, now, { documents: [sampleInvoice()] }),
    kiraPayout({ id: 'kira-5', state: 'unknown', recipient: harrow, account: 'account-1', minor: 64_000, memo: 'MI-0911', kira: inAccount, ago: 3 }, now, { unknown: replayable(now) }),
  ];
}
