import { emptyPayoutDraft, type KiraDraft, type Payout, type PayoutDraft } from '../../../preload/contract/payouts.ts';
import { toDraftPayee } from '../../../preload/contract/recipient-payee.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import type { ConnectedDesk } from './connected.ts';
import { good, type Desk } from './desk.ts';
import { plainPdf } from './papers.ts';
import { decided } from './ready-payout.ts';

type At = Pick<ConnectedDesk, 'desk' | 'provider'>;

const fiat: KiraDraft = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: 'INV-9', internalNotes: '' };
/** An invoice of one empty page. */
export const invoicePdf = plainPdf(1);

/** The seeded recipient of a rail, taken over from the provider. */
export async function seededRecipient(desk: Desk, remoteId: string): Promise<Recipient> {
  good(await desk.ask('accounts.list', { fresh: true }));
  const found = good(await desk.ask('recipients.list', { query: '', fresh: true })).find((each) => each.remoteId === remoteId);
  if (!found) throw new Error('The seeded recipient was not taken over');
  return found;
}

/** Writes a complete payout of 250.50 USD from the balance by wire and marks it ready, priced. */
export async function readyFiat({ desk, provider: { kira } }: At, changes: Partial<PayoutDraft> = {}): Promise<Payout> {
  return ready(desk, await seededRecipient(desk, kira.wire), { walletId: kira.fiatAccount, kira: fiat, ...changes });
}

/** Writes a complete payout of 500.00 USD funded by USDC on Polygon, with an invoice, and marks it ready, priced. */
export async function readyCrypto({ desk, provider: { kira } }: At, changes: Partial<PayoutDraft> = {}): Promise<Payout> {
  const recipient = await seededRecipient(desk, kira.swift);
  return ready(desk, recipient, {
    walletId: kira.cryptoAccount, amountMinor: 50_000, amountText: '500.00', kira: { ...fiat, mode: 'crypto', network: 'polygon', token: 'USDC' }, ...changes,
  }, true);
}

async function ready(desk: Desk, recipient: Recipient, changes: Partial<PayoutDraft>, invoice = false): Promise<Payout> {
  const draft: PayoutDraft = {
    ...emptyPayoutDraft, fromCurrency: 'USD', toCurrency: 'USD', side: 'send', amountMinor: 25_050, amountText: '250.50', reference: 'June services', ...toDraftPayee(recipient), ...changes,
  };
  const saved = good(await desk.ask('payouts.save', { id: null, revision: 0, draft }));
  if (invoice) await attachInvoice(desk, saved.id);
  good(await desk.ask('payouts.price', { id: saved.id }));
  const priced = good(await desk.ask('payouts.get', { id: saved.id }));
  return good(await desk.ask('payouts.ready', { id: saved.id, revision: priced.revision }));
}

async function attachInvoice(desk: Desk, id: string): Promise<void> {
  // Bytes can't go through the browser's protocol as they are.
  const answer: unknown = await desk.page().evaluate(async ([payout, base64]) => {
    const bytes = Uint8Array.from(atob(base64 ?? ''), (letter) => letter.charCodeAt(0));
    const api = (window as unknown as { bursar: { payouts: { attach: (request: unknown) => Promise<unknown> } } }).bursar;
    return api.payouts.attach({ id: payout, name: 'invoice.pdf', bytes, kind: 'invoice' });
  }, [id, invoicePdf.toString('base64')] as const);
  if (!(answer as { ok: boolean }).ok) throw new Error(JSON.stringify(answer));
}

/** Has a code mailed and gives it. */
export async function freshCode({ desk, provider }: At, id: string): Promise<string> {
  good(await desk.ask('payouts.requestCode', { id }));
  return provider.kira.newestCode();
}

/** Releases a ready payout at the price last shown. */
export async function release({ desk }: Pick<At, 'desk'>, payout: Payout, code: string | null): Promise<Payout> {
  const current = good(await desk.ask('payouts.get', { id: payout.id }));
  if (!current.price) throw new Error('A ready payout has a price');
  return good(await desk.ask('payouts.send', { id: current.id, revision: current.revision, accepted: current.price, code, ...await decided(desk, payout.id) }));
}
