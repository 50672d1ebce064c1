import { describe, expect, it } from 'vitest';
import { accountKey } from '../../../main/store/account-key.ts';

describe('what identifies an account', () => {
  it('is the same however it is typed', () => {
    expect(accountKey({ iban: 'de89 3704 0044 0532 0130 00' })).toBe(accountKey({ iban: 'DE89370400440532013000' }));
    expect(accountKey({ sortCode: '60-16-13', accountNumber: '3192 6819' })).toBe('601613/31926819');
    expect(accountKey({ email: ' Delphine@Roy.example ' })).toBe('delphine@roy.example');
    expect(accountKey({ operatorId: 'm-pesa', phoneNumber: '+254 (0)712' })).toBe('MPESA/2540712');
  });

  it('differs by bank, and by case where the network does', () => {
    expect(accountKey({ bankId: 'a', accountNumber: '1' })).not.toBe(accountKey({ bankId: 'b', accountNumber: '1' }));
    expect(accountKey({ walletNetwork: 'TRON', walletAddress: 'Tx' })).not.toBe(accountKey({ walletNetwork: 'TRON', walletAddress: 'TX' }));
    expect(accountKey({})).toBe('');
  });
});
