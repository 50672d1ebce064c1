import { expect, it } from 'vitest';
import { hasPostcode, namesState } from '../../../preload/contract/address-parts.ts';
import { countries } from '../../../preload/contract/countries.ts';

it('addresses have a postcode nearly everywhere, and a state in few countries', () => {
  expect(['US', 'DE', 'GB', 'SG'].filter(hasPostcode)).toEqual(['US', 'DE', 'GB', 'SG']);
  expect(['HK', 'AE', ''].map(hasPostcode)).toEqual([false, false, false]);
  expect(countries().filter(({ code }) => namesState(code)).map(({ code }) => code).toSorted()).toEqual(['AR', 'AU', 'BR', 'CA', 'CN', 'IN', 'MX', 'MY', 'NG', 'US']);
});
