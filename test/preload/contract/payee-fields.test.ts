import { describe, expect, it } from 'vitest';
import { accountTail, destinationCurrencies, methodLabels, methodsFor, payeeFieldKeys, payeeFieldsFor, payoutMethods } from '../../../preload/contract/payee-fields.ts';

describe('payee forms', () => {
  it('give every destination at least one method, and every method a form of known, unrepeated fields', () => {
    for (const currency of destinationCurrencies) {
      expect(methodsFor(currency)).not.toHaveLength(0);
      for (const method of methodsFor(currency)) {
        const keys = payeeFieldsFor(currency, method).map((field) => field.key);
        expect(keys.length).toBeGreaterThan(1);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every((key) => payeeFieldKeys.includes(key))).toBe(true);
      }
    }
  });

  it('use every field somewhere, and every method but SWIFT, whose payees are recipients', () => {
    const pairs = destinationCurrencies.flatMap((currency) => methodsFor(currency).map((method) => [currency, method] as const));
    expect(new Set(pairs.map(([, method]) => method))).toEqual(new Set(payoutMethods.filter((method) => method !== 'swift')));
    expect(new Set(pairs.flatMap(([currency, method]) => payeeFieldsFor(currency, method).map((field) => field.key)))).toEqual(new Set(payeeFieldKeys));
    expect(Object.keys(methodLabels)).toEqual([...payoutMethods]);
  });

  it('are empty where currency and method don\u2019t meet', () => {
    expect(payeeFieldsFor('NGN', 'ach')).toEqual([]);
    expect(payeeFieldsFor('USD', 'mobile_money')).toEqual([]);
  });

  it('give choices to exactly the fields that are choices', () => {
    for (const currency of destinationCurrencies) for (const method of methodsFor(currency)) for (const field of payeeFieldsFor(currency, method)) {
      expect((field.choices?.length ?? 0) > 1).toBe(field.kind === 'choice');
    }
  });
});

describe('the mark of an account', () => {
  it.each([
    [{ accountNumber: '0123 456789' }, '\u00b7\u00b76789'], [{ iban: 'DE89 3704 0044 0532 0130 00' }, 'DE\u00b7\u00b73000'],
    [{ email: 'thea@quay.example' }, 't\u2022\u2022\u2022@quay.example'], [{ walletAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t' }, '\u00b7\u00b7Lj6t'],
    [{ phoneNumber: '+254712345678' }, '\u00b7\u00b75678'], [{}, ''], [{ accountNumber: '' }, ''], [{ email: 'half' }, ''],
  ])('%j is shown as %s', (details, tail) => { expect(accountTail(details)).toBe(tail); });

  it('never shows a whole account or e-mail', () => {
    expect(accountTail({ email: 'thea@quay.example' })).not.toContain('thea');
    expect(accountTail({ accountNumber: '12345678' })).not.toContain('1234');
  });
});
