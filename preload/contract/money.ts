import { Big } from 'big.js';
import { z } from 'zod';
import { currencies, currencyCodes, type CurrencyCode } from './currency.ts';
import { fail, ok, type Result } from './result.ts';

/** An amount: whole minor units (kobo, pence, cents) of one currency. Never a fraction, never a float. */
export const moneySchema = z.strictObject({
  minor: z.number().refine(Number.isSafeInteger, 'must be whole minor units'),
  currency: z.enum(currencyCodes as unknown as [CurrencyCode, ...CurrencyCode[]]),
});

/** An amount of money: integer minor units and a currency code. */
export type Money = Readonly<z.infer<typeof moneySchema>>;

/** Why a typed or received amount could not be taken as money. */
export type MoneyProblem = 'empty' | 'not-a-number' | 'too-many-decimals' | 'too-large' | 'other-currency' | 'ambiguous';

/** Makes an amount from minor units; throws on fractions and unsafe integers, which are bugs. */
export function money(minor: number, currency: CurrencyCode): Money {
  if (!Number.isSafeInteger(minor)) throw new Error(`Not whole minor units: ${minor}`);
  return { minor, currency };
}

/** Adds two amounts of one currency; different currencies are a bug and throw. */
export function addMoney(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

/** Subtracts the second amount from the first; different currencies are a bug and throw. */
export function subtractMoney(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

/** Orders two amounts of one currency: negative, zero or positive. */
export function compareMoney(a: Money, b: Money): number {
  return a.minor - sameCurrency(a, b).minor;
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`Mixed currencies: ${a.currency} and ${b.currency}`);
  return b;
}

/** The amount as a plain decimal with the currency's own decimals and no separators: "2400.00". */
export function toDecimal(amount: Money): string {
  const { decimals } = currencies[amount.currency];
  return new Big(amount.minor).div(new Big(10).pow(decimals)).toFixed(decimals);
}

/** Reads a provider's decimal (number or string) exactly; more decimals than the currency has is refused, trailing zeros are not. */
export function fromDecimal(value: string | number, currency: CurrencyCode): Result<Money, MoneyProblem> {
  const text = String(value).trim();
  if (text === '') return fail('empty');
  if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return fail('not-a-number');
  return scaleToMinor(new Big(text), currency);
}

/** Reads a provider's decimal and rounds it half-up to the currency's decimals; for figures that are shown, never for what is sent. */
export function fromDecimalRounded(value: string | number, currency: CurrencyCode): Result<Money, MoneyProblem> {
  const text = String(value).trim();
  if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return fail(text === '' ? 'empty' : 'not-a-number');
  return scaleToMinor(new Big(text).round(currencies[currency].decimals, 1), currency);
}

function scaleToMinor(value: Big, currency: CurrencyCode): Result<Money, MoneyProblem> {
  const scaled = value.times(new Big(10).pow(currencies[currency].decimals));
  if (!scaled.eq(scaled.round(0))) return fail('too-many-decimals');
  const minor = Number(scaled.toFixed(0));
  return Number.isSafeInteger(minor) ? ok({ minor, currency }) : fail('too-large');
}

/** The amount for people, with thousands separators of the locale (default en), the currency's decimals, and U+2212 for minus. */
export function formatAmount(amount: Money, locale = 'en'): string {
  const { decimals } = currencies[amount.currency];
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  // Intl takes a decimal string without going through a float, so large amounts stay exact.
  return format.format(toDecimal(amount) as unknown as number).replace('-', '\u2212');
}

/** The amount with its code, for sentences: "2,400.00 GBP". */
export function formatMoney(amount: Money, locale = 'en'): string {
  return `${formatAmount(amount, locale)} ${amount.currency}`;
}
