import { Refusal } from '../../errors.ts';
import type { World } from '../../world.ts';
import type { KiraProfile, Quote, VirtualAccount } from '../model.ts';
import { e2 } from '../respond.ts';
import { type Markup, type Priced, totalOf } from './fees.ts';
import { contradictory } from './refusals.ts';

/** Holds a price for as long as the settings say (Kira changelog: Quote redemption). */
export function holdQuote(
  world: World, account: VirtualAccount, recipientId: string, rail: string, markup: Markup | null, priced: Priced,
): Quote {
  const { kira } = world.state;
  const quote: Quote = {
    id: world.ids.uuid(), virtual_account_id: account.id, recipient_id: recipientId, amount: priced.amount, markup, rail, fees: priced.fees,
    expires_ms: world.clock.now() + kira.settings.quote_seconds * 1000, used: false,
  };
  kira.quotes.push(quote);
  return quote;
}

/** What a payout asks of its quote; `amount` in US cents. */
export interface Redemption {
  readonly quote_id: string;
  readonly amount: number;
  readonly recipient_id: string;
  readonly rail: string;
}

/** The quote that a payout names, still good for exactly this payout: 404 when unknown, 409 when used or out of time, 400 or 422 when it was for another. */
export function redeemable(world: World, account: VirtualAccount, profile: KiraProfile, asked: Redemption): Quote {
  const quote = world.state.kira.quotes.find((one) => one.id === asked.quote_id && one.virtual_account_id === account.id);
  if (!quote) throw new Refusal(e2('QUOTE_NOT_FOUND', `Quote ${asked.quote_id} not found`, 404));
  const state = quote.used ? 'USED' : quote.expires_ms <= world.clock.now() ? 'EXPIRED' : null;
  if (state) throw new Refusal(e2('QUOTE_INVALID_STATE', `Quote is ${state}`, 409));
  if (profile === 'G3' && quote.rail !== asked.rail) {
    throw new Refusal(e2('RECIPIENT_ACCOUNT_TYPE_MISMATCH', `Quote is for ${quote.rail}, recipient account type is ${asked.rail}`, 422));
  }
  const other = quote.recipient_id === '' ? quote.rail !== asked.rail : quote.recipient_id !== asked.recipient_id;
  if (other) throw contradictory('Quote was created for another recipient');
  if (quote.amount !== asked.amount) throw new Refusal(e2('INVALID_CALCULATED_AMOUNT', 'Amount does not match the quote', 400));
  return quote;
}

/** The price that a quote holds. */
export function heldPrice(quote: Quote): Priced {
  const total = totalOf(quote.fees);
  return { amount: quote.amount, fees: quote.fees, total_fees: total, recipient_amount: quote.amount - total };
}
