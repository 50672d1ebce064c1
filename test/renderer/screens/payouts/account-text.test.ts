import { describe, expect, it } from 'vitest';
import { payeeFieldsFor } from '../../../../preload/contract/payee-fields.ts';
import { accountKey, shownDetail, tidyDetail } from '../../../../renderer/screens/payouts/account-text.ts';

describe('an account as it is compared by eye', () => {
  it.each([
    ['NGN', 'bank_transfer', 'accountNumber', '0261745519', '0261 7455 19'],
    ['GBP', 'bank_transfer', 'sortCode', '20 00-00', '20-00-00'],
    ['EUR', 'bank_transfer', 'iban', 'de89370400440532013000', 'DE89 3704 0044 0532 0130 00'],
    ['USD', 'wire', 'accountNumber', '000123453051', '000123453051'],
    ['USD', 'crypto', 'walletAddress', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0x 5aAe b605 3F3E 94C9 b9A0 9f33 6694 35E7 Ef1B eAed'],
    ['USD', 'crypto', 'walletAddress', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TR7N Hqje KQxG TCi8 q8ZY 4pL8 otSz gjLj 6t'],
    ['XOF', 'mobile_money', 'country', 'sn', 'Senegal'],
  ] as const)('%s by %s shows %s %s as %s', (currency, method, key, value, shown) => {
    expect(shownDetail(currency, method, key, value)).toBe(shown);
  });

  it('is named by what identifies it', () => {
    expect(accountKey(payeeFieldsFor('EUR', 'bank_transfer'))).toBe('iban');
    expect(accountKey(payeeFieldsFor('CAD', 'interac'))).toBe('email');
    expect(accountKey(payeeFieldsFor('GHS', 'mobile_money'))).toBe('phoneNumber');
  });
});

describe('a field that was left', () => {
  it('groups a number, writes a phone in full, and never splits a wallet address', () => {
    const field = (currency: 'NGN' | 'KES' | 'USD', method: 'bank_transfer' | 'mobile_money' | 'crypto', key: string) => {
      const found = payeeFieldsFor(currency, method).find((one) => one.key === key);
      if (!found) throw new Error(`No field ${key}`);
      return found;
    };
    expect(tidyDetail('NGN', 'bank_transfer', field('NGN', 'bank_transfer', 'accountNumber'), { accountNumber: ' 0261745519' })).toBe('0261 7455 19');
    expect(tidyDetail('KES', 'mobile_money', field('KES', 'mobile_money', 'phoneNumber'), { phoneNumber: '0712 003 390' })).toBe('+254712003390');
    expect(tidyDetail('USD', 'crypto', field('USD', 'crypto', 'walletAddress'), { walletAddress: ' TXk9pW ' })).toBe('TXk9pW');
    expect(tidyDetail('NGN', 'bank_transfer', field('NGN', 'bank_transfer', 'bankId'), { bankId: '7' })).toBe('7');
  });
});
