import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords, numberInWords } from '../../../preload/contract/amount-words.ts';
import { money } from '../../../preload/contract/money.ts';

const values: Readonly<Record<string, number>> = Object.fromEntries([
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen',
    'seventeen', 'eighteen', 'nineteen'].map((word, index) => [word, index] as const),
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, index) => [word, (index + 2) * 10] as const),
]);
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, quadrillion: 1e15 };

/** Reads number words as a person would: the opposite of what is tested. */
function readWords(text: string): number {
  let total = 0;
  let group = 0;
  for (const word of text.replaceAll(/,|\band\b/g, ' ').split(/[\s-]+/).filter(Boolean)) {
    if (word === 'hundred') group *= 100;
    else if (scales[word] !== undefined) { total += group * scales[word]; group = 0; }
    else group += values[word] ?? Number.NaN;
  }
  return total + group;
}

describe('an amount in words', () => {
  it.each([
    [money(476660625, 'NGN'), 'Four million, seven hundred and sixty-six thousand, six hundred and six naira and 25 kobo'],
    [money(240000, 'GBP'), 'Two thousand, four hundred pounds'], [money(100, 'GBP'), 'One pound'], [money(101, 'GBP'), 'One pound and 1 penny'],
    [money(100005, 'EUR'), 'One thousand euros and 5 cents'], [money(100500, 'EUR'), 'One thousand and five euros'], [money(0, 'USD'), 'Zero dollars'],
    [money(25, 'NGN'), 'Zero naira and 25 kobo'], [money(1500000, 'XOF'), 'One million, five hundred thousand francs'], [money(1, 'UGX'), 'One shilling'],
    [money(-250, 'CAD'), 'Minus two dollars and 50 cents'],
  ])('%j reads %s', (amount, words) => { expect(amountInWords(amount)).toBe(words); });

  it('can be read back to the same number, up to the largest safe one', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (value) => { expect(readWords(numberInWords(value))).toBe(value); }), { numRuns: 500 });
    expect(readWords(numberInWords(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
  });
});
