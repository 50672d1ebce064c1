import { expect, test } from 'vitest';
import { accountExists, holderName } from '../../../../main/sandbox/blaaiz/names.ts';

test('a holder has a first and a last name in capitals, the same for the same number', () => {
  for (const number of ['0123456789', '9999999999', '0000000001', '']) {
    expect(holderName(number)).toMatch(/^[A-Z]+ [A-Z]+$/);
    expect(holderName(number)).toBe(holderName(number));
  }
});

test('numbers with two digits exchanged belong to different people, so that such slips show', () => {
  expect(holderName('0123456798')).not.toBe(holderName('0123456789'));
  expect(holderName('1023456789')).not.toBe(holderName('0123456789'));
});

test('only numbers ending in four zeros are unknown', () => {
  expect(['0123450000', '0000', '0123400001', '000', ''].map(accountExists)).toEqual([false, false, true, true, true]);
});
