import { describe, expect, it } from 'vitest';
import { normalizePayeeDetails, payoutPhoneCountry } from '../../../preload/contract/payee-normalize.ts';

describe('the country of a payee\u2019s phone', () => {
  it('is the currency\u2019s where it has one, else the one given, else unknown', () => {
    expect(payoutPhoneCountry('KES', { country: 'GB' })).toBe('KE');
    expect(payoutPhoneCountry('XOF', { country: ' sn ' })).toBe('SN');
    expect(payoutPhoneCountry('XOF', {})).toBe('');
  });
});

describe('payee details', () => {
  it('lose every kind of space and dash in their numbers, and no digit', () => {
    expect(normalizePayeeDetails('GBP', 'bank_transfer', { sortCode: '20\u201399 \u2011 12', accountNumber: '\u200b0012\u00a03456\ufeff' }))
      .toEqual({ sortCode: '209912', accountNumber: '00123456' });
    expect(normalizePayeeDetails('NGN', 'bank_transfer', { accountNumber: '\uff10\uff11\uff12\uff13' })).toEqual({ accountNumber: '0123' });
  });

  it('have codes in upper case, but a wallet address in the letters that were typed', () => {
    expect(normalizePayeeDetails('EUR', 'bank_transfer', { iban: 'de89 3704-0044', bic: 'cobadeff xxx', country: ' de' }))
      .toEqual({ iban: 'DE8937040044', bic: 'COBADEFFXXX', country: 'DE' });
    expect(normalizePayeeDetails('USD', 'crypto', { walletAddress: ' 0xAbCd Ef ' })).toEqual({ walletAddress: '0xAbCdEf' });
  });

  it('have a phone in international form when it can be read, else as typed', () => {
    expect(normalizePayeeDetails('KES', 'mobile_money', { phoneNumber: '0712 345 678' })).toEqual({ phoneNumber: '+254712345678' });
    expect(normalizePayeeDetails('XOF', 'mobile_money', { phoneNumber: '70 123 45 67', country: 'sn' })).toEqual({ phoneNumber: '+221701234567', country: 'SN' });
    expect(normalizePayeeDetails('KES', 'mobile_money', { phoneNumber: ' call  me ' })).toEqual({ phoneNumber: 'call me' });
  });

  it('have a two-letter state in upper case for dollars by bank only', () => {
    expect(normalizePayeeDetails('USD', 'ach', { state: ' ny ' })).toEqual({ state: 'NY' });
    expect(normalizePayeeDetails('USD', 'wire', { state: 'New  York' })).toEqual({ state: 'New York' });
    expect(normalizePayeeDetails('GBP', 'bank_transfer', { state: 'ny' })).toEqual({ state: 'ny' });
  });
});
