import { describe, expect, it } from 'vitest';
import { otherStage } from '../../../../main/providers/kira/stage.ts';

describe('the other stage of an address', () => {
  it('C22: is the same address with or without /sandbox', () => {
    expect(otherStage('https://api.kira.test')).toBe('https://api.kira.test/sandbox');
    expect(otherStage('https://api.kira.test/sandbox')).toBe('https://api.kira.test');
    expect(otherStage(otherStage('https://kira.test/proxy'))).toBe('https://kira.test/proxy');
  });
});
