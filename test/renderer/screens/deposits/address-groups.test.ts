import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressGroups, addressTail, readBack } from '../../../../renderer/screens/deposits/address-groups.ts';
import { polygonAddress, solanaAddress } from '../../fake/deposit-samples.ts';

describe('an address in groups', () => {
  it('sets 0x apart and gives ten groups of four', () => {
    expect(addressGroups(polygonAddress)).toEqual({ prefix: '0x', groups: ['71C4', 'e09B', '3fA8', '5d62', 'E190', '7aBc', '46D2', 'f583', 'b0C9', 'e17A'] });
  });

  it('leaves the last group shorter where it does not come out even', () => {
    const { prefix, groups } = addressGroups(solanaAddress);
    expect([prefix, groups.length, groups.at(-1)]).toEqual(['', 11, 'T4k']);
  });

  it('takes 0x for letters in what is no EVM address', () => {
    expect(addressGroups('0x12')).toEqual({ prefix: '', groups: ['0x12'] });
  });

  it('trap 20: changes, adds and drops no character, whatever the address', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(polygonAddress, solanaAddress), fc.stringMatching(/^0x[0-9a-fA-F]{40}$/)), (address) => {
      const { prefix, groups } = addressGroups(address);
      expect(prefix + groups.join('')).toBe(address);
    }));
  });
});

describe('reading the end back', () => {
  it('trap 20: tells a slip of case from another end', () => {
    expect([readBack('e17A', polygonAddress), readBack('e17a', polygonAddress), readBack('e17B', polygonAddress)]).toEqual(['right', 'case', 'wrong']);
    expect([readBack(addressTail(solanaAddress), solanaAddress), readBack(addressTail(solanaAddress).toLowerCase(), solanaAddress)]).toEqual(['right', 'case']);
  });

  it('says nothing before four characters are there, and forgives only a space around them', () => {
    expect([readBack('', polygonAddress), readBack('e17', polygonAddress), readBack(' e17A ', polygonAddress)]).toEqual(['open', 'open', 'right']);
  });

  it('accepts exactly one text', () => {
    fc.assert(fc.property(fc.string({ minLength: 4, maxLength: 4 }), (typed) => {
      expect(readBack(typed, polygonAddress) === 'right').toBe(typed.trim() === 'e17A');
    }));
  });
});
