import { Big } from 'big.js';
import { z } from 'zod';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { type FieldErrors, ok, type Reply, ruleBroken } from '../errors.ts';
import { amount, id } from '../fields.ts';
import type { Rate } from '../model.ts';
import { wireAmount } from '../money.ts';
import { type Body, parse } from '../validate.ts';
import { resolveCurrency } from './currency.ts';
import { type FeeMethod, feeMethods, findRate, type Fixed, price } from './price.ts';

const currency = id.refine((value) => resolveCurrency(value) !== undefined, {
  message: 'The selected :attribute is invalid.',
});
const question = z.object({
  from_currency_id: currency, to_currency_id: currency, from_amount: amount.optional(), to_amount: amount.optional(),
});

/** Fee breakdown (Blaaiz guide: Fees); the reply is bare and is no offer. */
export const feeEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/fees/breakdown', 'fees:read', (call) => breakdown(call)),
];

/** Complaints unless exactly one of the two amounts is there. */
export function oneAmount(body: Body): FieldErrors {
  const from = body['from_amount'] !== undefined;
  const to = body['to_amount'] !== undefined;
  if (from && to) return { from_amount: ['The from amount field must not be present together with to amount.'] };
  return from || to ? {} : { from_amount: ['The from amount field is required when to amount is not present.'] };
}

/** The fixed side of a request that passed `oneAmount`. */
export function fixedSide(asked: { from_amount?: string | number | undefined; to_amount?: string | number | undefined }): Fixed {
  if (asked.from_amount !== undefined) return { side: 'from', amount: new Big(asked.from_amount) };
  return { side: 'to', amount: new Big(asked.to_amount ?? 0) };
}

function breakdown(call: Call): Reply {
  const asked = parse(question, call.body, oneAmount(call.body));
  const from = resolveCurrency(asked.from_currency_id)?.code ?? '';
  const to = resolveCurrency(asked.to_currency_id)?.code ?? '';
  const rate = findRate(call.world.state.rates, from, to);
  if (!rate?.is_active) throw ruleBroken('This currency pair is not available.');
  const rows = feeMethods(to).map((method) => feeRow(rate, from, method, fixedSide(asked)));
  return ok({ our_fee: rows[0]?.['our_fee'] ?? 0, collection_fees: [], payout_fees: rows });
}

function feeRow(rate: Rate, from: string, method: FeeMethod, fixed: Fixed): Record<string, unknown> {
  const priced = price(rate, from, method, fixed);
  if (priced.totalToSend <= 0) throw ruleBroken('The amount must be greater than the total fees.');
  return {
    method,
    amount: wireAmount(priced.methodFee),
    fee: wireAmount(priced.methodFee),
    you_send: wireAmount(priced.youSend),
    total_amount_to_send: wireAmount(priced.totalToSend),
    recipient_gets: wireAmount(priced.recipientGets),
    our_fee: wireAmount(priced.ourFee),
    total_fees: wireAmount(priced.totalFees),
    amountIsRecipientGets: fixed.side === 'to',
    amountIsYouSend: fixed.side === 'from',
    rate: new Big(rate.value).toNumber(),
  };
}
