import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { KiraDraft, Payout, PayoutState } from '../../../preload/contract/payouts.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { kiraDesk } from './kira-desk.ts';
import { kiraPayout, sampleInvoice, sampleKiraPayouts } from './kira-payouts.ts';
import { sampleRecipients } from './kira-samples.ts';
import type { World } from './world.ts';

const hour = 3_600_000;
/** An address on Polygon; the case of its letters is its check. */
export const polygonAddress = '0x71C4e09B3fA85d62E1907aBc46D2f583b0C9e17A';
/** An address on Solana, 43 characters: eleven groups, the last of three. */
export const solanaAddress = '7Np41oeYqPefeNQEHSv1UDhYrehxin3NStELsSKCT4k';
/** A transaction hash as Polygon writes them. */
export const polygonHash = `0x${'9a3f0c71'.repeat(8)}`;

/** Where a deposit goes: on Polygon, with 21 h 14 min left of its day. */
export function sampleDeposit(now: number, change: Partial<DepositFacts> = {}): DepositFacts {
  const expiresAt = now + 21 * hour + 14 * 60_000;
  return { network: 'polygon', token: 'USDC', address: polygonAddress, amount: '5000.00', expiresAt, serverAhead: 0, receivedAt: expiresAt - 24 * hour, transactionHash: null, ...change };
}

const byCoin: KiraDraft = { mode: 'crypto', markup: null, network: 'polygon', token: 'USDC', invoiceNumber: 'INV-5517', internalNotes: '' };
const inFiat: KiraDraft = { ...byCoin, mode: 'fiat', network: null, token: null };

function story(id: string, state: PayoutState, now: number): Payout['timeline'] {
  const entry = (key: string, ago: number, source: 'you' | 'bursar' | 'kira', what: string, detail: string | null, led: PayoutState | null) =>
    ({ id: `${id}-${key}`, at: now - ago * 60_000, source, actor: source === 'you' ? 'Femke Osei' : null, what, detail, state: led, count: 1 });
  return [
    entry('a', 178, 'you', 'Drafted', 'On this computer', 'draft'), entry('b', 166, 'you', 'Sent once', null, 'sending'),
    entry('c', 166, 'kira', 'Accepted', 'Address received and stored', 'accepted'), entry('d', 165, 'kira', 'Waiting for the deposit', 'Nothing seen', 'awaiting_deposit'),
    ...(state === 'deposit_expired' ? [entry('e', 2, 'kira', 'Deposit expired', 'Nothing came in time', 'deposit_expired')] : []),
  ];
}

/** A payout that is paid by a deposit; awaiting one unless told otherwise. */
export function depositPayout(now: number, change: Partial<Payout> = {}, deposit: Partial<DepositFacts> = {}): Payout {
  const [, lumiere] = sampleRecipients(now) as [Recipient, Recipient];
  const [id, state] = [change.id ?? 'deposit-1', change.state ?? 'awaiting_deposit'];
  return kiraPayout({ id, state, recipient: lumiere, account: 'account-2', minor: 500_000, memo: 'MI-0917', kira: byCoin, ago: 166 }, now, {
    documents: [sampleInvoice()], transactionId: `pay_${id}`, providerStatus: 'CREATED', checkedAt: now - 4_000, deposit: sampleDeposit(now, deposit), timeline: story(id, state, now),
    needsPerson: state === 'deposit_expired', ...change,
  });
}

/** A payout out of a dollar account that has left; processing unless told otherwise. */
export function fiatPayout(now: number, change: Partial<Payout> = {}): Payout {
  const [harrow] = sampleRecipients(now) as [Recipient];
  const [id, state] = [change.id ?? 'fiat-1', change.state ?? 'processing'];
  return kiraPayout({ id, state, recipient: harrow, account: 'account-1', minor: 100_000, memo: 'MI-0919', kira: inFiat, ago: 31 }, now, {
    documents: [sampleInvoice()], transactionId: `pay_${id}`, providerStatus: 'PROCESSING', ...change,
  });
}

/** The unknown payout of the desk, with a key that Kira keeps for a while yet, or no longer. */
export function unknownKira(now: number, replayFor: number): Payout[] {
  return sampleKiraPayouts(now).map((one) => (one.unknown === null ? one : { ...one, unknown: { ...one.unknown, walletNow: null, walletNowAt: null, decideFrom: now, replayUntil: now + replayFor } }));
}

/** A desk at Kira with these payouts on it; Kira's profiles have no customers. */
export function depositDesk(...payouts: Payout[]): Partial<World> {
  return { ...kiraDesk(), payouts, customers: [] };
}
