import { describe, expect, it } from 'vitest';
import { countries, countryName, isCountry } from '../../../preload/contract/countries.ts';

describe('countries', () => {
  it('are all there, by name, each code once', () => {
    const list = countries();
    expect(list.length).toBeGreaterThan(245);
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    expect(list.map(({ name }) => name)).toEqual(list.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')));
  });

  it.each([['NG', 'Nigeria'], ['GB', 'United Kingdom'], ['US', 'United States'], ['TZ', 'Tanzania'], ['CI', 'C\u00f4te d\u2019Ivoire'.replace('\u2019', "'")], ['CD', 'Democratic Republic of the Congo']])(
    '%s is %s', (code, name) => { expect(countryName(code)).toBe(name); },
  );

  it('know what is none', () => {
    for (const code of ['XX', 'ng', 'NGA', '', 'UK', 'constructor']) expect(isCountry(code)).toBe(false);
    expect(countryName('XX')).toBe('XX');
  });
});
