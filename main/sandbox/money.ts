import { Big } from 'big.js';

/** Rounds half-up to two decimals and returns hundredths as an integer. */
export function toMinor(amount: Big): number {
  return amount.round(2, Big.roundHalfUp).times(100).toNumber();
}

/** An exact decimal from integer hundredths. */
export function fromMinor(minor: number): Big {
  return new Big(minor).div(100);
}

/** Integer hundredths as the JSON number the provider prints. */
export function wireAmount(minor: number): number {
  return fromMinor(minor).toNumber();
}

/** A decimal from a JSON number or numeric text, or undefined when it is neither. */
export function parseDecimal(value: unknown): Big | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?\d{1,15}(\.\d{1,10})?$/.test(text)) return undefined;
  return new Big(text);
}
