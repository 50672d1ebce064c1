import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/result.ts';
import { nextTryIn, type Attempt } from '../../../main/providers/retry.ts';

const reset = fail({ kind: 'reset', code: 'ECONNRESET' } as const);
const next = (change: Partial<Attempt>, random = 0.5) => nextTryIn({ kind: 'read', number: 1, elapsedMs: 0, outcome: reset, ...change }, 0, () => random);

describe('the wait before another try', () => {
  it('doubles and is spread by chance, so that many programs don\u2019t come back together', () => {
    expect([next({}), next({ number: 2 }), next({}, 0), next({}, 1)]).toEqual([300, 600, 150, 450]);
  });
  it('ends with the third try or after half a minute', () => {
    expect([next({ number: 3 }), next({ elapsedMs: 30_001 }), next({ elapsedMs: 30_000 })]).toEqual([null, null, 300]);
  });
  it.each(['tls', 'aborted', 'too-large', 'redirect', 'insecure'] as const)('is none after %s, which would only happen again', (kind) => {
    expect(next({ outcome: fail({ kind, code: 'X' }) })).toBeNull();
  });
  it('is none after an answer', () => {
    expect(next({ outcome: ok({ status: 200, headers: new Headers(), text: '', json: undefined }) })).toBeNull();
  });
  it.each(['money', 'write', 'upload', 'probe'] as const)('is none for %s, ever', (kind) => {
    expect(next({ kind })).toBeNull();
  });
});
