import { Big } from 'big.js';

/** US cents as the decimal text with two places that Kira prints. */
export function centsText(cents: number): string {
  return new Big(cents).div(100).toFixed(2);
}
