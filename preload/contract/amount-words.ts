import { currencies, type Currency } from './currency.ts';
import type { Money } from './money.ts';

const small = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
] as const;
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const scales = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'] as const;

function underHundred(value: number): string {
  if (value < 20) return small[value] ?? '';
  const unit = value % 10;
  return `${tens[Math.floor(value / 10)] ?? ''}${unit > 0 ? `-${small[unit] ?? ''}` : ''}`;
}

function underThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return underHundred(rest);
  return `${small[hundreds] ?? ''} hundred${rest > 0 ? ` and ${underHundred(rest)}` : ''}`;
}

/** A whole number from 0 up to the largest safe integer in English words: "four million and six". */
export function numberInWords(value: number): string {
  if (value === 0) return 'zero';
  const groups: string[] = [];
  for (let rest = value, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale += 1) {
    const group = rest % 1000;
    if (group > 0) groups.unshift(scale === 0 ? underThousand(group) : `${underThousand(group)} ${scales[scale] ?? ''}`);
  }
  const last = groups.at(-1) ?? '';
  const joinsWithAnd = groups.length > 1 && value % 1000 > 0 && value % 1000 < 100;
  return joinsWithAnd ? `${groups.slice(0, -1).join(', ')} and ${last}` : groups.join(', ');
}

/** The amount read aloud, for comparing with what was meant: "Two thousand, four hundred pounds and 50 pence"; minor units stay in digits. */
export function amountInWords(amount: Money): string {
  const { decimals, words }: Currency = currencies[amount.currency];
  const [one, many, minorOne, minorMany] = words;
  const scale = 10 ** decimals;
  const absolute = Math.abs(amount.minor);
  const major = Math.floor(absolute / scale);
  const minor = absolute % scale;
  const text = `${amount.minor < 0 ? 'minus ' : ''}${numberInWords(major)} ${major === 1 ? one : many}`
    + (minor > 0 ? ` and ${minor} ${minor === 1 ? minorOne : minorMany}` : '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
