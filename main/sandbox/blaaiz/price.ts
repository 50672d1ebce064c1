import { Big } from 'big.js';
import type { Rate } from '../model.ts';
import { fromMinor, toMinor } from '../money.ts';
import { mobileMoneyCurrencies } from '../seed/currencies.ts';
import { methodFees } from '../seed/rates.ts';

/** The method names of the fee breakdown (Blaaiz guide: Fees); CRYPTO has no row in the published samples, so it is our guess. */
export type FeeMethod = 'BANK_TRANSFER' | 'INTERAC' | 'MOBILE_MONEY' | 'CRYPTO';

/** What a payment costs; minor units, fees in the source's currency. */
export interface Price {
  readonly ourFee: number;
  readonly methodFee: number;
  readonly totalFees: number;
  readonly youSend: number;
  readonly totalToSend: number;
  readonly recipientGets: number;
}

/** The side of the payment that the caller fixed. */
export type Fixed = { readonly side: 'from' | 'to'; readonly amount: Big };

/** The methods that reach a currency, in the order of the breakdown. */
export function feeMethods(toCode: string): readonly FeeMethod[] {
  if (mobileMoneyCurrencies.includes(toCode)) return ['MOBILE_MONEY'];
  if (toCode === 'CAD') return ['INTERAC'];
  return toCode === 'USD' ? ['BANK_TRANSFER', 'CRYPTO'] : ['BANK_TRANSFER'];
}

/** Prices a payment: exact decimals, each figure rounded half-up to two places. */
export function price(rate: Rate, fromCode: string, method: FeeMethod, fixed: Fixed): Price {
  const methodFee = methodFees[fromCode]?.[method] ?? 0;
  const share = new Big(rate.fee_percent).div(100);
  if (fixed.side === 'from') {
    const youSend = toMinor(fixed.amount);
    const ourFee = toMinor(fixed.amount.times(share).plus(rate.fee_amount));
    const totalToSend = youSend - ourFee - methodFee;
    return { ...fees(ourFee, methodFee), youSend, totalToSend, recipientGets: toMinor(fromMinor(totalToSend).times(rate.value)) };
  }
  const totalToSend = toMinor(fixed.amount.div(rate.value));
  const gross = fromMinor(totalToSend + methodFee).plus(rate.fee_amount).div(new Big(1).minus(share));
  const ourFee = toMinor(gross) - totalToSend - methodFee;
  return {
    ...fees(ourFee, methodFee), youSend: totalToSend + ourFee + methodFee, totalToSend, recipientGets: toMinor(fixed.amount),
  };
}

/** The row of a pair, or undefined when the provider does not trade it. */
export function findRate(rates: readonly Rate[], fromCode: string, toCode: string): Rate | undefined {
  return rates.find((rate) => rate.pair === `${fromCode}/${toCode}`);
}

function fees(ourFee: number, methodFee: number): Pick<Price, 'ourFee' | 'methodFee' | 'totalFees'> {
  return { ourFee, methodFee, totalFees: ourFee + methodFee };
}
