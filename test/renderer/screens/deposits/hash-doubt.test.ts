import { describe, expect, it } from 'vitest';
import { hashDoubt } from '../../../../renderer/screens/deposits/hash-doubt.ts';
import { polygonAddress, polygonHash, solanaAddress } from '../../fake/deposit-samples.ts';

const signature = (letters: number) => '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW'.padEnd(letters, 'z').slice(0, letters);

describe('the look of a transaction hash', () => {
  it.each([['polygon', polygonHash], ['polygon', ` ${polygonHash.toUpperCase().replace('0X', '0x')} `], ['solana', signature(88)], ['solana', signature(86)], ['tron', 'whatever it is there'], ['polygon', '']])(
    'has no doubt on %s about %j', (network, hash) => {
      expect(hashDoubt(hash, network, polygonAddress)).toBeNull();
    },
  );

  it.each([
    ['polygon', polygonAddress, polygonAddress, /address you sent to/], ['solana', solanaAddress, solanaAddress, /address you sent to/],
    ['polygon', `https://scan.example/tx/${polygonHash}`, polygonAddress, /a link/], ['solana', polygonHash, solanaAddress, /another network/],
    ['polygon', signature(87), polygonAddress, /another network/], ['polygon', polygonHash.slice(0, -1), polygonAddress, /0x and 64/], ['solana', signature(85), solanaAddress, /86 to 88/],
    ['solana', signature(88).replace('5', '0'), solanaAddress, /86 to 88/],
  ])('doubts on %s %j', (network, hash, address, words) => {
    expect(hashDoubt(hash, network, address)).toMatch(words);
  });
});
