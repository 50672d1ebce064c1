import { isCurrencyCode } from '../../../preload/contract/currency.ts';
import { fromDecimalRounded, toDecimal, type Money } from '../../../preload/contract/money.ts';

/** A figure of the provider as money, for showing: exact, and rounded half-up only when it has more decimals than the currency; null when
 *  it is no amount or the currency isn't known. */
export function shownMoney(value: string | number | null, currency: string | null): Money | null {
  if (value === null || currency === null || !isCurrencyCode(currency)) return null;
  const amount = fromDecimalRounded(value, currency);
  return amount.ok ? amount.value : null;
}

/** An amount as a JSON number, written digit by digit from its minor units: 240050 pence is `2400.5`. */
export function jsonNumber(amount: Money): string {
  const decimal = toDecimal(amount);
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
