import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { KiraProblem } from './problem.ts';

const wrong = 'otp_invalid';
const needed = 'validation_required';
const blocked: readonly string[] = ['otp_blocked', 'otp_attempts_exceeded'];

/** Whether Kira asks for a one-time code where none was sent (Kira guide: Payouts). */
export function asksForCode(problem: KiraProblem): boolean {
  return problem.code === needed;
}

/** Whether an answer is Kira's definite word about the one-time code. Only its code tells: the status of a wrong code is that of a bad token
 *  too. A failure of the check itself (5xx) is no such word. */
export function isAboutCodes(problem: KiraProblem): boolean {
  return problem.http < 500 && (problem.code === wrong || problem.code === needed || isBlocked(problem));
}

/** Whether Kira takes no codes for the time being. */
export function isBlocked(problem: KiraProblem): boolean {
  return problem.isBlocked || blocked.includes(problem.code);
}

/** The words for a code that was refused, is missing, or can't be tried now. */
export function codeError(problem: KiraProblem): AppError {
  if (isBlocked(problem)) return blockedError();
  if (asksForCode(problem)) return appError('code-needed', 'Kira asks for a one-time code for this payout.', { fix: 'Have a code sent and enter it. Nothing was sent yet.' });
  return appError('code-wrong', `Kira refused the code. It was wrong or too old${triesLeft(problem.attemptsRemaining)}.`, { fix: 'Ask for a new one.' });
}

/** The words for codes that are blocked; Kira says nowhere for how long. */
export function blockedError(wait: string | null = null): AppError {
  return appError('code-blocked', 'Kira takes no codes for now: too many were wrong or asked for.', {
    fix: wait ?? 'Try again in a quarter of an hour. If it stays so, write to Kira support.',
  });
}

function triesLeft(left: number | null): string {
  if (left === null) return '';
  return left === 1 ? '; 1 try is left' : `; ${left} tries are left`;
}
