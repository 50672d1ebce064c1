import type { CodeState, KiraSettings } from '../model.ts';

/** The rules of one-time codes, times in seconds. */
export type CodeRules = Readonly<KiraSettings['code']>;

/** What became of a code: right, or refused with what a client is told. */
export type CodeCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly attemptsRemaining: number; readonly isBlocked: boolean };

/** Whether codes are neither sent nor taken at this moment. */
export function isBlocked(state: CodeState, now: number): boolean {
  return now < state.blocked_until_ms;
}

/** Puts a new code in place of the old one and gives all attempts back; the caller has made sure that nothing is blocked. */
export function putCode(state: CodeState, rules: CodeRules, code: string, now: number): void {
  Object.assign(state, { code, expires_ms: now + rules.seconds * 1000, attempts_left: rules.attempts, blocked_until_ms: 0 });
}

/** Takes a code once. A wrong, used or expired one costs an attempt and the last attempt blocks; one that isn't six digits costs nothing. */
export function takeCode(state: CodeState, rules: CodeRules, given: string, now: number): CodeCheck {
  if (isBlocked(state, now)) return { ok: false, attemptsRemaining: 0, isBlocked: true };
  forgetBlock(state, rules);
  if (!/^\d{6}$/.test(given)) return { ok: false, attemptsRemaining: state.attempts_left, isBlocked: false };
  if (state.code === given && now < state.expires_ms) {
    Object.assign(state, { code: null, attempts_left: rules.attempts });
    return { ok: true };
  }
  return miss(state, rules, now);
}

/** Blocks at once, for as long as the rules say. */
export function block(state: CodeState, rules: CodeRules, now: number): void {
  Object.assign(state, { code: null, attempts_left: 0, blocked_until_ms: now + rules.block_seconds * 1000 });
}

/** Ends a block before its time. */
export function unblock(state: CodeState, rules: CodeRules): void {
  Object.assign(state, { attempts_left: rules.attempts, blocked_until_ms: 0 });
}

function forgetBlock(state: CodeState, rules: CodeRules): void {
  if (state.blocked_until_ms > 0) unblock(state, rules);
}

function miss(state: CodeState, rules: CodeRules, now: number): CodeCheck {
  state.attempts_left -= 1;
  if (state.attempts_left > 0) return { ok: false, attemptsRemaining: state.attempts_left, isBlocked: false };
  block(state, rules, now);
  return { ok: false, attemptsRemaining: 0, isBlocked: true };
}
