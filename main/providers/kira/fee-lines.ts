import { Big } from 'big.js';
import { addMoney, money, type Money } from '../../../preload/contract/money.ts';
import type { Price } from '../../../preload/contract/payouts.ts';
import { wireMoney } from './amounts.ts';
import type { FeesReply } from './schemas.ts';

/** The fees of a price: lines as Kira gives them, their total, and what can't be told line by line. */
export type FeeLines = Pick<Price, 'fees' | 'totalFees'> & { readonly note: string | null };

type Parts = readonly [baseFixed: Money, basePercentage: Money, markupFixed: Money, markupPercentage: Money];

const labels = ['Kira fixed fee', 'Kira percentage fee', 'Your fixed mark-up', 'Your percentage mark-up'] as const;
const noteOnParts = 'Kira\u2019s parts of the fees don\u2019t add up to its total, so only the total is shown.';

/** Reads the fees of a payout of `amount`. In today's answers a percentage fee is money, in old ones a number of per cent; which it is shows in
 *  what adds up to Kira's own total (Kira guide: Payouts). When neither does, only the total is told. Null when there is no readable total. */
export function readFees(fees: FeesReply, amount: Money): FeeLines | null {
  const totalFees = wireMoney(fees.total_fees, amount.currency);
  if (totalFees === null) return null;
  const parts = [moneyParts(fees, amount), percentParts(fees, amount)].find((read) => read !== null && sum(read).minor === totalFees.minor);
  if (!parts) return { fees: [{ label: 'Fees', amount: totalFees }], totalFees, note: noteOnParts };
  const lines = parts.map((part, at) => ({ label: labels[at] ?? 'Fees', amount: part }));
  return { fees: lines.filter((line) => line.amount.minor !== 0), totalFees, note: null };
}

function sum(parts: Parts): Money {
  return parts.reduce(addMoney);
}

function moneyParts({ base_fees: base, client_markup: markup }: FeesReply, { currency }: Money): Parts | null {
  const read = (value: string | null | undefined) => wireMoney(value ?? '0', currency);
  return allOf(read(base?.fixed_fee), read(base?.percentage_fee), read(markup?.fixed_fee), read(markup?.percentage_fee));
}

function percentParts({ base_fees: base, client_markup: markup }: FeesReply, amount: Money): Parts | null {
  const read = (value: string | null | undefined) => wireMoney(value ?? '0', amount.currency);
  const share = (percent: string | null | undefined) => shareOf(amount, percent ?? '0');
  return allOf(read(base?.fixed_fee), share(base?.percentage_fee), read(markup?.fixed_fee), share(markup?.percentage_fee));
}

function allOf(a: Money | null, b: Money | null, c: Money | null, d: Money | null): Parts | null {
  return a && b && c && d ? [a, b, c, d] : null;
}

/** So many per cent of an amount, rounded half-up to the cent. */
function shareOf(amount: Money, percent: string): Money | null {
  const minor = Number(new Big(amount.minor).times(percent).div(100).round(0, 1).toFixed(0));
  return Number.isSafeInteger(minor) ? money(minor, amount.currency) : null;
}
