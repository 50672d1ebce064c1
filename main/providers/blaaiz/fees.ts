import { appError } from '../../../preload/contract/errors.ts';
import { addMoney, money, subtractMoney, type Money } from '../../../preload/contract/money.ts';
import { methodLabels, type PayoutMethod } from '../../../preload/contract/payee-fields.ts';
import type { Price } from '../../../preload/contract/payouts.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { z } from 'zod';
import type { PriceQuestion, Reply } from '../provider.ts';
import { jsonNumber, shownMoney } from './amounts.ts';
import type { Api, Endpoint } from './api.ts';
import { jsonObject, type JsonEntry } from './canonical.ts';
import { payoutFieldNames } from './field-names.ts';
import { feesReply } from './schemas.ts';
import { pick } from './tolerant.ts';

// A POST that changes nothing, so it may be repeated like a read.
const endpoint: Endpoint = {
  method: 'POST', route: '/api/external/fees/breakdown', kind: 'read',
  act: { failed: 'The price was not read', scope: 'fees:read', fields: payoutFieldNames, fix: 'Check the amount and the currencies.' },
};

/** The row of the fee reply that is about a method (Blaaiz API reference: Fees breakdown; ACH, wire and SWIFT are taken to be bank transfers). */
const feeRows: Readonly<Record<PayoutMethod, string>> = {
  bank_transfer: 'BANK_TRANSFER', ach: 'BANK_TRANSFER', wire: 'BANK_TRANSFER', swift: 'BANK_TRANSFER', interac: 'INTERAC', mobile_money: 'MOBILE_MONEY', crypto: 'CRYPTO',
};

type Fees = z.infer<typeof feesReply>;
type FeeRow = Fees['payout_fees'][number];

/** What a payout would cost now, as Blaaiz says; `toCurrencyId` replaces the code where countries share a currency. Information, no offer. */
export async function readPrice(api: Api, question: PriceQuestion, toCurrencyId: string, clock: () => number): Reply<Price> {
  const fees = await api.ask(endpoint, { body: feesBody(question, toCurrencyId) }, (body) => pick(body, feesReply));
  if (!fees.ok) return fees;
  const row = fees.value.payout_fees.find((one) => one.method.toUpperCase() === feeRows[question.method]);
  if (!row) {
    return fail(appError('provider-refused', `Blaaiz gives no price for ${methodLabels[question.method].toLowerCase()} from ${question.from} to ${question.to}.`, {
      fix: 'Choose another method or wallet.',
    }));
  }
  const price = priceOf(row, fees.value, question, clock());
  return price ? ok(price) : fail(appError('provider-unreadable', 'The price was not read: a figure in it is not an amount.', { fix: 'Try again in a minute.' }));
}

function feesBody(question: PriceQuestion, toCurrencyId: string): string {
  const amount: JsonEntry = [question.side === 'send' ? 'from_amount' : 'to_amount', { number: jsonNumber(question.amount) }];
  return jsonObject([['from_currency_id', question.from], ['to_currency_id', toCurrencyId], amount]);
}

function priceOf(row: FeeRow, reply: Fees, question: PriceQuestion, readAt: number): Price | null {
  const sent = (value: string | null) => shownMoney(value, question.from);
  const none = money(0, question.from);
  const ours = sent(row.our_fee ?? reply.our_fee) ?? none;
  const theirs = sent(row.fee ?? row.amount) ?? none;
  const [send, converted, receive] = [sent(row.you_send), sent(row.total_amount_to_send), shownMoney(row.recipient_gets, question.to)];
  if (!send || !converted || !receive) return null;
  const totalFees = sent(row.total_fees) ?? addMoney(ours, theirs);
  const fees = [{ label: 'Blaaiz fee', amount: ours }, { label: `${methodLabels[question.method]} fee`, amount: theirs }];
  return { send, fees, totalFees, converted, rate: row.rate, receive, gap: gapOf(send, addMoney(ours, theirs), totalFees, converted), readAt };
}

/** What is missing for the sum to close, by the fee lines first, then by the total; null when it closes. */
function gapOf(send: Money, lines: Money, total: Money, converted: Money): Money | null {
  const missing = [lines, total].map((fees) => subtractMoney(subtractMoney(send, fees), converted));
  return missing.find((gap) => gap.minor !== 0) ?? null;
}
