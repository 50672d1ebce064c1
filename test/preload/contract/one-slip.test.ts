import { expect, it } from 'vitest';
import { oneSlipApart } from '../../../preload/contract/one-slip.ts';

it.each([['MARLOWE', 'MARLOWE'], ['MARLOWE', 'MARLOW'], ['MARLOW', 'MARLOWE'], ['MARLOWE', 'MARLOVE'], ['MARLOWE', 'MALROWE'], ['', 'A'], ['AMARLOWE', 'MARLOWE']])('%s and %s are a slip apart at most', (a, b) => {
  expect(oneSlipApart(a, b)).toBe(true);
  expect(oneSlipApart(b, a)).toBe(true);
});

it.each([['MARLOWE', 'MARLOVA'], ['MARLOWE', 'MARLO'], ['ADA', 'EVE'], ['', 'AB'], ['MARLOWE', 'MLAROEW']])('%s and %s are more than a slip apart', (a, b) => {
  expect(oneSlipApart(a, b)).toBe(false);
});
