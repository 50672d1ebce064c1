import { describe, expect, it } from 'vitest';
import { block, type CodeRules, isBlocked, putCode, takeCode, unblock } from '../../../../../main/sandbox/kira/payouts/code.ts';
import type { CodeState } from '../../../../../main/sandbox/kira/model.ts';

const rules: CodeRules = {
  required: true, require_auth: true, before_fees: false, seconds: 300, attempts: 3, block_seconds: 900, fixed: null, blocked_answer: 'otp_blocked',
};
const t0 = Date.UTC(2026, 4, 4, 9, 30);

function sent(code = '135790'): CodeState {
  const state: CodeState = { code: null, expires_ms: 0, attempts_left: 0, blocked_until_ms: 0 };
  putCode(state, rules, code, t0);
  return state;
}

describe('a one-time code', () => {
  it('is taken once', () => {
    const state = sent();
    expect(takeCode(state, rules, '135790', t0)).toEqual({ ok: true });
    expect(takeCode(state, rules, '135790', t0)).toEqual({ ok: false, attemptsRemaining: 2, isBlocked: false });
  });

  it('lives five minutes: good in the last millisecond, not after it', () => {
    expect(takeCode(sent(), rules, '135790', t0 + 299_999).ok).toBe(true);
    expect(takeCode(sent(), rules, '135790', t0 + 300_000)).toEqual({ ok: false, attemptsRemaining: 2, isBlocked: false });
  });

  it('blocks for a quarter of an hour after three misses, even against the right code', () => {
    const state = sent();
    const misses = ['000000', '000001', '000002'].map((wrong) => takeCode(state, rules, wrong, t0));
    expect(misses).toEqual([
      { ok: false, attemptsRemaining: 2, isBlocked: false }, { ok: false, attemptsRemaining: 1, isBlocked: false }, { ok: false, attemptsRemaining: 0, isBlocked: true },
    ]);
    expect(takeCode(state, rules, '135790', t0 + 899_999)).toEqual({ ok: false, attemptsRemaining: 0, isBlocked: true });
    expect([isBlocked(state, t0 + 899_999), isBlocked(state, t0 + 900_000)]).toEqual([true, false]);
    expect(takeCode(state, rules, '135790', t0 + 900_000)).toEqual({ ok: false, attemptsRemaining: 2, isBlocked: false });
  });

  it.each(['', '12345', '1234567', '12345a', ' 135790', '١٢٣٤٥٦'])('that is %j and no six digits costs no try', (given) => {
    const state = sent();
    for (let count = 0; count < 5; count += 1) expect(takeCode(state, rules, given, t0)).toEqual({ ok: false, attemptsRemaining: 3, isBlocked: false });
    expect(takeCode(state, rules, '135790', t0).ok).toBe(true);
  });

  it('that is new replaces the old one and gives the tries back', () => {
    const state = sent();
    takeCode(state, rules, '000000', t0);
    putCode(state, rules, '246802', t0 + 1000);
    expect(takeCode(state, rules, '135790', t0 + 1000)).toMatchObject({ ok: false, attemptsRemaining: 2 });
    expect(takeCode(state, rules, '246802', t0 + 1000).ok).toBe(true);
  });

  it('can be blocked and let go by hand', () => {
    const state = sent();
    block(state, rules, t0);
    expect(isBlocked(state, t0)).toBe(true);
    unblock(state, rules);
    expect([isBlocked(state, t0), state.attempts_left]).toEqual([false, 3]);
  });
});
