import { vi } from 'vitest';
import { emptyPayoutDraft, type KiraDraft, type Payout, type PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { toDraftPayee } from '../../../preload/contract/recipient-payee.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { TestDoor } from './door.ts';

const fiat: KiraDraft = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: 'INV-SECRET-77', internalNotes: '' };
/** The beginning of a PDF with a text in it. */
export const pdfWith = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`%PDF-1.4\n${text}\n%%EOF`));

/** The value of an answer that must be good. */
export async function must<T>(door: TestDoor, channel: Channel, request: unknown): Promise<T> {
  const answer = await door.ask(channel, request);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error?.code}: ${answer.error?.message}`);
  return answer.value as T;
}

/** A payout that is ready at Kira, priced; one by stablecoin has an invoice with `paper` in it. */
export async function readyPayout(door: TestDoor, changes: Partial<PayoutDraft> = {}, paper: string | null = null): Promise<Payout> {
  const { kira } = door.sandbox;
  const wanted = paper === null ? kira.recipient_wire : kira.recipient_swift;
  const recipient = (await must<Recipient[]>(door, 'recipients.list', { query: '', fresh: false })).find(({ remoteId }) => remoteId === wanted);
  if (recipient === undefined) throw new Error('The seeded recipient was not taken over');
  const funding = paper === null ? { walletId: kira.virtual_account_fiat, kira: fiat } : { walletId: kira.virtual_account_crypto, kira: { ...fiat, mode: 'crypto', network: 'polygon', token: 'USDC' } as const };
  const draft = { ...emptyPayoutDraft, fromCurrency: 'USD', toCurrency: 'USD', side: 'send', amountMinor: 25_050, amountText: '250.50', reference: 'Memo of Quastenberg', ...toDraftPayee(recipient), ...funding, ...changes };
  const { id } = await must<Payout>(door, 'payouts.save', { id: null, revision: 0, draft });
  if (paper !== null) await must(door, 'payouts.attach', { id, name: 'invoice-quastenberg.pdf', bytes: pdfWith(paper), kind: 'invoice' });
  await must(door, 'payouts.price', { id });
  const { revision } = await must<Payout>(door, 'payouts.get', { id });
  return must(door, 'payouts.ready', { id, revision });
}

/** Releases a ready payout at the price last shown. */
export async function release(door: TestDoor, id: string, code: string | null) {
  const { revision, price } = await must<Payout>(door, 'payouts.get', { id });
  // The same paper goes more than once here: it is answered as a person would.
  const { ask, key } = await must<{ ask: boolean; key: string }>(door, 'payouts.radar', { id });
  return door.ask('payouts.send', { id, revision, accepted: price, code, ...(ask ? { duplicates: { key, reason: 'Another one of the same' } } : {}) });
}

/** Has a code mailed and reads it at the provider. */
export async function freshCode(door: TestDoor, id: string): Promise<string> {
  await must(door, 'payouts.requestCode', { id });
  const answer = await fetch(`${door.sandbox.kira.url}/__sandbox/kira/mailbox`, { headers: { 'x-sandbox-mailbox': door.sandbox.mailboxToken } });
  const { mails } = await answer.json() as { mails: { code: string }[] };
  return mails[0]?.code ?? '';
}

/** Waits until a payout is in one of these states. */
export function until(door: TestDoor, id: string, states: readonly Payout['state'][]): Promise<Payout> {
  return vi.waitFor(async () => {
    const payout = await must<Payout>(door, 'payouts.get', { id });
    if (!states.includes(payout.state)) throw new Error(`It is ${payout.state}: ${JSON.stringify(payout.problem)}`);
    return payout;
  }, { timeout: 30_000, interval: 50 });
}
