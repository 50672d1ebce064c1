import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizePayeeDetails, validatePayeeDetails } from '../../../preload/contract/bank-details.ts';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { destinationCurrencies, methodsFor, payeeFieldsFor, type PayeeDetails, type PayoutMethod } from '../../../preload/contract/payee-fields.ts';

const address = { street: '1 Dock Road', city: 'Leeds', zipCode: 'LS1 1AA', country: 'GB' };
const us = {
  accountName: 'Ada Obi', payeeType: 'individual', routingNumber: '021000021', accountNumber: '123456789', accountType: 'checking', bankName: 'Chase',
  street: '1 Main St', city: 'New York', state: 'NY', zipCode: '10001', country: 'US',
};
type Form = readonly [CurrencyCode, PayoutMethod, PayeeDetails];
const good: readonly Form[] = [
  ['NGN', 'bank_transfer', { bankId: '7', accountNumber: '0000014579' }],
  ['GBP', 'bank_transfer', { accountName: 'Zo\u00eb Marlowe', sortCode: '20-00-00', accountNumber: '55779911', ...address }],
  ['EUR', 'bank_transfer', { accountName: 'Quay GmbH', iban: 'de89 3704 0044 0532 0130 00', bic: 'deutdeff', ...address, country: 'DE' }],
  ['CAD', 'interac', { interacFirstName: 'Thea', interacLastName: 'Marlowe', email: 'thea@quay.example' }],
  ['USD', 'ach', us],
  ['USD', 'wire', { ...us, bic: 'CHASUS33' }],
  ['USD', 'crypto', { walletToken: 'USDT', walletNetwork: 'TRON_MAINNET', walletAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t' }],
  ['USD', 'crypto', { walletToken: 'USDC', walletNetwork: 'ETHEREUM_MAINNET', walletAddress: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' }],
  ['KES', 'mobile_money', { accountName: 'Jo Kamau', operatorId: '1', phoneNumber: '0712 345678' }],
  ['XOF', 'mobile_money', { accountName: 'Awa Diop', operatorId: '1', phoneNumber: '+221 77 123 45 67', country: 'SN' }],
];
const issues = ([currency, method, details]: Form, change: PayeeDetails = {}, bankCode?: string) =>
  validatePayeeDetails(currency, method, { ...details, ...change }, bankCode === undefined ? {} : { bankCode });
const pick = (currency: CurrencyCode, method: PayoutMethod) => good.find((form) => form[0] === currency && form[1] === method) ?? [currency, method, {}];

describe('payee details', () => {
  it.each(good)('%s by %s: a right form has no issue, as typed and as normalised', (...form) => {
    expect(issues(form)).toEqual([]);
    expect(validatePayeeDetails(form[0], form[1], normalizePayeeDetails(...form))).toEqual([]);
  });

  it('names every missing field of every method, by its label, in form order', () => {
    for (const currency of destinationCurrencies) for (const method of methodsFor(currency)) {
      expect(validatePayeeDetails(currency, method, {}).map(({ path, level }) => [path, level]))
        .toEqual(payeeFieldsFor(currency, method).map(({ key }) => [key, 'error']));
    }
    expect(validatePayeeDetails('NGN', 'bank_transfer', { bankId: ' ' })[0]?.message).toBe('Bank is missing.');
  });

  it.each<readonly [CurrencyCode, PayoutMethod, PayeeDetails, keyof PayeeDetails, 'error' | 'warning']>([
    ['NGN', 'bank_transfer', { accountNumber: '12345' }, 'accountNumber', 'error'],
    ['GBP', 'bank_transfer', { sortCode: '20-00-0' }, 'sortCode', 'error'],
    ['GBP', 'bank_transfer', { accountNumber: '5577991' }, 'accountNumber', 'error'],
    ['GBP', 'bank_transfer', { country: 'XX' }, 'country', 'error'],
    ['GBP', 'bank_transfer', { accountName: '\u041e\u043b\u0435\u0433' }, 'accountName', 'warning'],
    ['GBP', 'bank_transfer', { accountName: 'A' }, 'accountName', 'error'],
    ['EUR', 'bank_transfer', { iban: 'DE89370400440532013001' }, 'iban', 'error'],
    ['EUR', 'bank_transfer', { iban: 'DE8937040044053201300' }, 'iban', 'error'],
    ['EUR', 'bank_transfer', { bic: 'DEUTXXFF' }, 'bic', 'error'],
    ['EUR', 'bank_transfer', { bic: 'BNPAFRPP' }, 'bic', 'warning'],
    ['USD', 'wire', { bic: 'DEUTDEFF' }, 'bic', 'warning'],
    ['XOF', 'mobile_money', { country: 'NG', phoneNumber: '+2348031234567' }, 'country', 'error'],
    ['CAD', 'interac', { email: 'thea.quay.example' }, 'email', 'error'],
    ['CAD', 'interac', { email: 'thea@gmial.com' }, 'email', 'warning'],
    ['USD', 'ach', { routingNumber: '021000022' }, 'routingNumber', 'error'],
    ['USD', 'ach', { accountNumber: '123' }, 'accountNumber', 'error'],
    ['USD', 'ach', { state: 'New York' }, 'state', 'error'],
    ['USD', 'ach', { state: 'ZZ' }, 'state', 'error'],
    ['USD', 'ach', { zipCode: '1000' }, 'zipCode', 'error'],
    ['USD', 'ach', { payeeType: 'robot' }, 'payeeType', 'error'],
    ['USD', 'crypto', { walletAddress: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' }, 'walletAddress', 'error'],
    ['USD', 'crypto', { walletToken: 'USDC' }, 'walletNetwork', 'warning'],
    ['KES', 'mobile_money', { phoneNumber: '0712 34' }, 'phoneNumber', 'error'],
    ['KES', 'mobile_money', { phoneNumber: '+256 772 123456' }, 'phoneNumber', 'error'],
  ])('%s by %s with %j: %s is an %s', (currency, method, change, path, level) => {
    expect(issues(pick(currency, method), change).map((issue) => [issue.path, issue.level])).toEqual([[path, level]]);
  });

  it('doubts a check digit only when the bank code is known', () => {
    const form = pick('NGN', 'bank_transfer');
    expect(issues(form, { accountNumber: '0000014578' }, '011')).toMatchObject([{ path: 'accountNumber', level: 'warning' }]);
    expect(issues(form, { accountNumber: '0000014578' })).toEqual([]);
    expect(issues(form, {}, '011')).toEqual([]);
  });

  it('leaves foreign states and postcodes of dollar payees alone', () => {
    expect(issues(pick('USD', 'wire'), { country: 'GB', state: 'Yorkshire', zipCode: 'LS1 1AA' })).toEqual([]);
  });

});

describe('normalised payee details', () => {
  it('are written as they are sent', () => {
    expect(normalizePayeeDetails('EUR', 'bank_transfer', { iban: ' de89-3704 0044 0532 0130 00\u200b', bic: 'deut deff', country: 'de', street: ' 1  Dock ' }))
      .toEqual({ iban: 'DE89370400440532013000', bic: 'DEUTDEFF', country: 'DE', street: '1 Dock' });
    expect(normalizePayeeDetails('GBP', 'bank_transfer', { sortCode: '20\u201300\u201300', accountNumber: '5577 9911' })).toEqual({ sortCode: '200000', accountNumber: '55779911' });
    expect(normalizePayeeDetails('GHS', 'mobile_money', { phoneNumber: '024 412 3456' })).toEqual({ phoneNumber: '+233244123456' });
    expect(normalizePayeeDetails('GHS', 'mobile_money', { phoneNumber: 'no number' })).toEqual({ phoneNumber: 'no number' });
    expect(normalizePayeeDetails('USD', 'ach', { state: 'ny' })).toEqual({ state: 'NY' });
  });

  it('normalises only once: a second time changes nothing, whatever was typed', () => {
    const details = fc.record({ iban: fc.string(), accountNumber: fc.string(), phoneNumber: fc.string(), email: fc.string(), state: fc.string(), walletAddress: fc.string() });
    fc.assert(fc.property(details, (typed) => {
      const once = normalizePayeeDetails('USD', 'ach', typed);
      expect(normalizePayeeDetails('USD', 'ach', once)).toEqual(once);
    }));
  });
});
