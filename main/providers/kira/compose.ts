import { Big } from 'big.js';
import { fromDecimal, toDecimal } from '../../../preload/contract/money.ts';
import type { KiraOrder, KiraPriceQuestion, OrderDocument } from '../provider.ts';
import { wireAmount } from './amounts.ts';
import { jsonBody, type BodyPart } from './json-body.ts';

/** The longest texts in characters; of a memo the shorter of two published limits (Kira guide: Payouts). */
const longest = { memo: 255, invoiceNumber: 100, internalNotes: 1000, description: 255 } as const;

/** The body of a payout as canonical JSON (Kira guide: Payouts): fixed key order, exact amounts, nothing empty and no null, so the same order
 *  always gives the same bytes. A quote already holds the mark-up, so only one of them is sent. Texts that are too long are a bug. */
export function composePayout(order: KiraOrder): string {
  return jsonBody({
    ...pricedParts(order, order.quoteId === null), supporting_documents: order.documents.map(documentOf),
    extra_info: {
      memo: within('memo', order.memo), invoice_number: within('invoiceNumber', order.invoiceNumber), internal_notes: within('internalNotes', order.internalNotes),
    },
    quote_id: order.quoteId ?? '',
  });
}

/** The body of a price question as canonical JSON (Kira guide: Payouts, preview). */
export function composePreview(question: KiraPriceQuestion, withQuote: boolean): string {
  return jsonBody({ ...pricedParts(question, true), create_quote: withQuote ? true : undefined });
}

function pricedParts({ amount, recipientRemoteId, funding, markup }: KiraPriceQuestion, withMarkup: boolean): { readonly [key: string]: BodyPart } {
  if (amount.currency !== 'USD') throw new Error('A Kira payout is in US dollars');
  return {
    amount: wireAmount(amount), recipient_id: recipientRemoteId,
    payment_instructions: funding === null ? undefined : { network: funding.network, currency: funding.token },
    client_markup: withMarkup ? markupOf(markup) : undefined,
  };
}

/** Both parts of a mark-up are always sent: one alone would put the other to nothing. The percentage travels as a fraction, so that "2" would
 *  ask for 200 %; anything above the whole amount is a bug. */
function markupOf(markup: KiraPriceQuestion['markup']): BodyPart {
  if (markup === null) return undefined;
  const fixed = fromDecimal(markup.fixed, 'USD');
  if (!fixed.ok || fixed.value.minor < 0) throw new Error('The fixed mark-up is no amount in dollars and cents');
  if (!/^\d+(\.\d+)?$/.test(markup.percentage) || new Big(markup.percentage).gt(1)) throw new Error('The percentage mark-up is not a fraction from 0 to 1');
  return { fixed_fee: toDecimal(fixed.value), percentage_fee: markup.percentage };
}

function documentOf({ kind, mime, bytes, description }: OrderDocument): BodyPart {
  return { type: kind, file: `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`, description: within('description', description) };
}

function within(name: keyof typeof longest, text: string): string {
  const bare = text.trim();
  if (Array.from(bare).length > longest[name]) throw new Error(`Too long for the wire: ${name}`);
  return bare;
}
