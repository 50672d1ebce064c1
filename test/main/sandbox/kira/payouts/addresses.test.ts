import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBytes, addressOf } from '../../../../../main/sandbox/kira/payouts/addresses.ts';

const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');

describe('trap 20: an address', () => {
  it.each(['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb'])(
    'on Polygon has the checksum of EIP-55, like %s', (address) => { expect(addressOf('polygon', hex(address.slice(2).toLowerCase()))).toBe(address); },
  );

  it.each([
    ['00'.repeat(32), '1'.repeat(32)],
    ['0000000000000000000000000000000000000000000000000000000000000001', `${'1'.repeat(31)}2`],
    ['06ddf6e1d765a193d9cbe146ceeb79ac1cb485ed5f5b37913a8cf5857eff00a9', 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA'],
  ])('on Solana is base58 of its 32 bytes %s', (bytes, address) => { expect(addressOf('solana', hex(bytes))).toBe(address); });

  it('looks like one whatever its bytes are', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      expect(addressOf('solana', bytes)).toMatch(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/);
      expect(addressOf('polygon', bytes.subarray(0, addressBytes('polygon')))).toMatch(/^0x[0-9a-fA-F]{40}$/);
    }));
  });
});
