import { describe, expect, it } from 'vitest';
import { uuidV7 } from '../../../main/store/ids.ts';

describe('uuidV7', () => {
  it('carries time, version and variant, and the given randomness', () => {
    expect(uuidV7(0x0199_8b5a_3c4d, (size) => new Uint8Array(size).fill(0xff))).toBe('01998b5a-3c4d-7fff-bfff-ffffffffffff');
    expect(uuidV7(0x0199_8b5a_3c4d, (size) => new Uint8Array(size))).toBe('01998b5a-3c4d-7000-8000-000000000000');
  });
});
