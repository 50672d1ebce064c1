import { money, toDecimal, type Money } from '../../../preload/contract/money.ts';
import { depositTokens } from '../../../preload/contract/deposit.ts';
import type { ProviderPayout, RemoteDeposit } from '../provider.ts';
import { providerWords } from '../words.ts';
import { wireMoney } from './amounts.ts';
import type { CreatedReply, PayoutReply } from './schemas.ts';
import { parseTime, serverTime } from './server-time.ts';

type Status = ProviderPayout['status'];

/** Kira's statuses in our words; any spelling of the case (Kira guides: Payouts, State machines). */
const statuses: Readonly<Record<string, Status>> = {
  created: 'pending', pending: 'pending', processing: 'processing', in_review: 'held', kyt_pending: 'held', completed: 'successful', failed: 'failed',
  returned: 'returned', cancelled: 'failed', canceled: 'failed',
};

/** How long (ms) an address for stablecoin lives when the answer doesn't say until when (Kira guide: Payouts, crypto mode). */
const walletLifeMs = 86_400_000;

/** Folds a status. One we don't know is 'other', which never counts as final; one that was just created waits for its deposit where there is
 *  one; a failure that says the bank sent the money back is a return. */
export function foldStatus(raw: string | null, facts: { readonly awaitsDeposit: boolean; readonly errorCode: string | null }): Status {
  const word = (raw ?? '').trim().toLowerCase();
  if (word === 'created' && facts.awaitsDeposit) return 'awaiting';
  if (word === 'failed' && /bank-returned$/i.test(facts.errorCode?.trim() ?? '')) return 'returned';
  return Object.hasOwn(statuses, word) ? statuses[word] ?? 'other' : 'other';
}

/** A payout just made, in our words. `forDeposit` says that it was ordered with a network and a token. */
export function createdPayout(reply: CreatedReply, headers: Headers, forDeposit: boolean, now: number): ProviderPayout {
  const currency = reply.currency ?? 'USD';
  const sent = wireMoney(reply.amount, currency);
  const deposit = sent === null ? null : depositOf(reply.deposit_instructions, sent, reply.created_at, headers, now);
  return {
    transactionId: reply.id, reference: reply.reference_number, merchantReference: null, rawStatus: short(reply.status), failureReason: null,
    status: foldStatus(reply.status ?? 'created', { awaitsDeposit: forDeposit || deposit !== null, errorCode: null }),
    sent, fee: wireMoney(reply.fees?.total_fees ?? null, currency), received: wireMoney(reply.recipient_amount, reply.recipient_currency ?? currency),
    rate: rateOf(currency, reply.recipient_currency), uetr: reply.uetr || null, deposit,
  };
}

/** A payout as it is read later, in our words. */
export function readPayout(reply: PayoutReply, headers: Headers, now: number): ProviderPayout {
  const currency = inDollars(reply.from_currency);
  const sent = wireMoney(reply.from_amount, currency);
  const deposit = depositOf(reply.deposit_instructions, sent ?? money(0, 'USD'), reply.created_at, headers, now);
  const awaitsDeposit = deposit !== null || isToken(reply.from_currency);
  return {
    transactionId: reply.id, reference: reply.provider_reference ?? reply.reference_number, merchantReference: null, rawStatus: short(reply.status),
    status: foldStatus(reply.status, { awaitsDeposit, errorCode: reply.error_code }), failureReason: failureIn(reply), sent,
    fee: wireMoney(reply.fee, currency), received: wireMoney(reply.to_amount, reply.to_currency ?? currency), rate: rateOf(currency, reply.to_currency),
    uetr: reply.uetr || null, deposit: sent === null ? null : deposit, serverNow: serverTime(headers),
  };
}

/** The amount a payout took, in US cents: one token of a stablecoin is one dollar (Kira guide: Payouts, crypto mode). */
export function takenAmount(reply: PayoutReply): Money | null {
  return wireMoney(reply.from_amount, inDollars(reply.from_currency));
}

function inDollars(currency: string | null): string {
  return currency === null || isToken(currency) ? 'USD' : currency;
}

function isToken(currency: string | null): boolean {
  return depositTokens.some((token) => token === currency?.toUpperCase());
}

function rateOf(from: string, to: string | null): string | null {
  return to === null || to.toUpperCase() === from.toUpperCase() ? '1' : null;
}

/** Where the stablecoin goes. The address is kept letter for letter: its case is part of it. */
function depositOf(told: CreatedReply['deposit_instructions'], amount: Money, createdAt: string | null, headers: Headers, now: number): RemoteDeposit | null {
  if (told === null) return null;
  const serverNow = serverTime(headers);
  const expiresAt = parseTime(told.expires_at) ?? (parseTime(createdAt) ?? serverNow ?? now) + walletLifeMs;
  return { network: told.network, token: told.currency, address: told.address, amount: toDecimal(amount), expiresAt, serverNow };
}

/** Why it failed, in Kira's words or else by its code (Kira guide: Webhooks). */
function failureIn({ error_code: code, failure_reason: reason }: PayoutReply): string | null {
  return providerWords(reason) ?? providerWords(code);
}

function short(text: string | null): string {
  return (text ?? '').slice(0, 60);
}
