import { isCurrencyCode } from '../../../preload/contract/currency.ts';
import { fromDecimal, toDecimal, type Money } from '../../../preload/contract/money.ts';

/** A figure of Kira as exact money: decimal text, or a number as some versions write it (Kira guide: Payouts). Never rounded; null when it is
 *  no amount, has parts of a cent, or the currency isn't known here. */
export function wireMoney(value: string | number | null | undefined, currency: string | null): Money | null {
  const code = (currency ?? '').toUpperCase();
  if (value === null || value === undefined || !isCurrencyCode(code)) return null;
  const amount = fromDecimal(value, code);
  return amount.ok ? amount.value : null;
}

/** An amount as Kira wants it: text with exactly the currency's decimals, no sign, no exponent, no separators. Anything not above zero is a bug. */
export function wireAmount(amount: Money): string {
  if (amount.minor <= 0) throw new Error('An amount that is sent must be above zero');
  return toDecimal(amount);
}
