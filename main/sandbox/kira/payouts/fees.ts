import type { KiraPayout, KiraSettings } from '../model.ts';

/** What is charged: fixed parts in US cents, rates as decimal fractions ("0.005" is half a percent). */
export type FeeRates = Readonly<KiraSettings['fees']>;

/** A mark-up that stands for the profile's whole one. */
export interface Markup {
  readonly fixed: number;
  readonly rate: string;
}

/** The parts of a price; US cents. */
export interface Priced {
  readonly amount: number;
  readonly fees: KiraPayout['fees'];
  readonly total_fees: number;
  readonly recipient_amount: number;
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The profile's rates with the request's mark-up in place of the profile's (Kira guide: Payouts, client_markup). */
export function ratesWith(profile: FeeRates, markup: Markup | null): FeeRates {
  return markup === null ? profile : { ...profile, markup_fixed: markup.fixed, markup_rate: markup.rate };
}

/** Prices `amount` US cents: fees come out of it, each percentage rounded half-up to the cent before they are added. */
export function priceOf(amount: number, rates: FeeRates): Priced {
  const fees = {
    base_fixed: rates.base_fixed, base_percentage: share(amount, rates.base_rate),
    markup_fixed: rates.markup_fixed, markup_percentage: share(amount, rates.markup_rate),
  };
  const total = totalOf(fees);
  return { amount, fees, total_fees: total, recipient_amount: amount - total };
}

/** The sum of the four parts, in US cents. */
export function totalOf(fees: KiraPayout['fees']): number {
  return fees.base_fixed + fees.base_percentage + fees.markup_fixed + fees.markup_percentage;
}

/** The smallest amount (US cents) that leaves the recipient at least `wanted`; undefined when the rates reach 100 % or no amount is small enough. */
export function amountFor(wanted: number, rates: FeeRates): number | undefined {
  const kept = keptShare(rates);
  if (kept.numerator <= 0n) return undefined;
  const missing = BigInt(wanted + rates.base_fixed + rates.markup_fixed - 1);
  let amount = Number(missing * kept.denominator / kept.numerator);
  if (!Number.isSafeInteger(amount)) return undefined;
  // Two roundings of half a cent each are all that the guess can be short of.
  while (priceOf(amount, rates).recipient_amount < wanted) amount += 1;
  return amount;
}

/** Whether the two rates together take everything. */
export function takesEverything(rates: FeeRates): boolean {
  return keptShare(rates).numerator <= 0n;
}

function keptShare(rates: FeeRates): Fraction {
  const [base, markup] = [fraction(rates.base_rate), fraction(rates.markup_rate)];
  const denominator = base.denominator * markup.denominator;
  return { numerator: denominator - base.numerator * markup.denominator - markup.numerator * base.denominator, denominator };
}

function share(amount: number, rate: string): number {
  const { numerator, denominator } = fraction(rate);
  return Number((2n * BigInt(amount) * numerator + denominator) / (2n * denominator));
}

function fraction(rate: string): Fraction {
  const [whole = '', decimals = ''] = rate.split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}
