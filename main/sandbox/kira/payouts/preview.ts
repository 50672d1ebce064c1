import { ok, type Reply } from '../../errors.ts';
import type { KiraCall } from '../call.ts';
import type { KiraSettings, Quote } from '../model.ts';
import { centsText } from '../money.ts';
import { feesView, oldFeesView } from './fee-view.ts';
import { amountFor, type FeeRates, type Priced, priceOf, ratesWith, takesEverything } from './fees.ts';
import { holdQuote } from './quotes.ts';
import { impossible, malformed } from './refusals.ts';
import { parsePreview } from './request.ts';
import { accountOf, checkAccount, checkMode, checkRail, railOf, recipientOf } from './rules.ts';

const MOST_CENTS = 1e14;

/** POST /v1/virtual-accounts/{id}/payout/preview: what a payout would cost; makes nothing, reserves nothing, asks for no balance (Kira guide: Payouts). */
export function previewPayout(call: KiraCall): Reply {
  const { world, profile } = call;
  const account = accountOf(call);
  const parsed = parsePreview(profile, call.body);
  if (!parsed.ok) throw malformed(profile, parsed.complaints);
  const { recipient_id: recipientId, account_type: type, instructions, markup, ...asked } = parsed.value;
  checkAccount(world, account, profile);
  checkMode(world, account, instructions);
  const rail = recipientId === null ? type ?? '' : railOf(recipientOf(world, account, recipientId));
  checkRail(profile, rail);
  const { settings } = world.state.kira;
  const rates = ratesWith(settings.fees, markup);
  const priced = asked.inverse ? inversePrice(asked.amount, rates) : checkedPrice(asked.amount, rates);
  const quote = asked.create_quote ? holdQuote(world, account, recipientId ?? '', rail, markup, priced) : null;
  return ok({ ...priceView(priced, rates, settings), ...(instructions ? { payment_instructions: instructions } : {}), ...quoteView(quote) });
}

/** The price of an amount, or the 400 when nothing would be left of it. */
export function checkedPrice(amount: number, rates: FeeRates): Priced {
  const priced = priceOf(amount, rates);
  checkPrice(priced);
  return priced;
}

/** Throws when the fees eat the amount up. */
export function checkPrice(priced: Priced): void {
  if (priced.recipient_amount <= 0) throw impossible('Total fees exceed or equal the payout amount');
}

/** A price as previews and created payouts tell it. */
export function priceView(priced: Priced, rates: FeeRates, { fee_style: style }: Pick<KiraSettings, 'fee_style'>): object {
  return {
    amount: centsText(priced.amount), currency: 'USD', fees: style === 'percent' ? oldFeesView(priced.fees, rates) : feesView(priced.fees),
    recipient_amount: centsText(priced.recipient_amount), recipient_currency: 'USD',
  };
}

function inversePrice(wanted: number, rates: FeeRates): Priced {
  if (takesEverything(rates)) throw impossible('Fee rates exceed 100%, inverse calculation is not possible');
  const amount = amountFor(wanted, rates);
  if (amount === undefined || amount > MOST_CENTS) throw impossible('The calculated amount is too large');
  return checkedPrice(amount, rates);
}

function quoteView(quote: Quote | null): object {
  return quote ? { quote_id: quote.id, quote_expires_at: new Date(quote.expires_ms).toISOString() } : {};
}
