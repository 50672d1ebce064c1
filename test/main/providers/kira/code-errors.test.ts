import { describe, expect, it } from 'vitest';
import { asksForCode, blockedError, codeError, isAboutCodes, isBlocked } from '../../../../main/providers/kira/code-errors.ts';
import type { KiraProblem } from '../../../../main/providers/kira/problem.ts';

const problem = (code: string, change: Partial<KiraProblem> = {}) => ({ http: 401, code, isBlocked: false, attemptsRemaining: null, ...change }) as KiraProblem;

describe('Kira’s word about a one-time code', () => {
  it('is told by its code and never by its status', () => {
    expect(['otp_invalid', 'validation_required', 'otp_blocked'].map((code) => isAboutCodes(problem(code)))).toEqual([true, true, true]);
    expect(isAboutCodes(problem('unauthorized'))).toBe(false);
  });

  it('is none when the check itself failed', () => {
    expect(isAboutCodes(problem('otp_invalid', { http: 500 }))).toBe(false);
    expect(isAboutCodes(problem('otp_verification_error', { http: 500 }))).toBe(false);
  });

  it.each([[2, '2 tries are left'], [1, '1 try is left'], [0, '0 tries are left']])('says how many tries are left: %i', (left, words) => {
    expect(codeError(problem('otp_invalid', { attemptsRemaining: left }))).toMatchObject({ code: 'code-wrong', message: expect.stringContaining(words) });
  });

  it('says of none when Kira doesn’t', () => {
    expect(codeError(problem('otp_invalid')).message).not.toMatch(/left/);
  });

  it('tells a missing code and a block from a wrong one, whichever way the block is said', () => {
    expect([codeError(problem('validation_required')).code, asksForCode(problem('validation_required'))]).toEqual(['code-needed', true]);
    expect([isBlocked(problem('otp_invalid', { isBlocked: true })), codeError(problem('otp_invalid', { isBlocked: true })).code]).toEqual([true, 'code-blocked']);
    expect(codeError(problem('otp_blocked')).fix).toMatch(/quarter of an hour/);
    expect(blockedError('Try again at 14:36.').fix).toBe('Try again at 14:36.');
  });
});
