import { expect, test } from 'vitest';
import { resolveCurrency } from '../../../../main/sandbox/blaaiz/currency.ts';

test('a currency is found by its id, and by its code when that names just one', () => {
  expect([resolveCurrency('6')?.code, resolveCurrency('KES')?.id, resolveCurrency('11')?.code]).toEqual(['KES', '6', 'XOF']);
  expect([resolveCurrency('XOF'), resolveCurrency('JPY'), resolveCurrency('kes'), resolveCurrency('')]).toEqual([undefined, undefined, undefined, undefined]);
});

test('a country settles which of several it is, and contradicts a code that is not its own', () => {
  expect([resolveCurrency('XOF', '195')?.id, resolveCurrency('XOF', '54')?.id]).toEqual(['11', '10']);
  expect([resolveCurrency('XOF', '113'), resolveCurrency('KES', '195')]).toEqual([undefined, undefined]);
});
