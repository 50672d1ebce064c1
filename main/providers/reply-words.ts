import { appError, type AppError, type FieldIssue } from '../../preload/contract/errors.ts';
import type { Act } from './act.ts';
import { retryAfter } from './budget.ts';

/** An error for a fault that the provider has itself. */
export function downError(name: string, act: Act): AppError {
  return appError('provider-down', `${act.failed}: ${name} has a fault of its own.`, { fix: 'Try again in a few minutes.' });
}

/** An error for a success whose body can't be read, or any body that isn't JSON. */
export function unreadableError(name: string, status: number, act: Act): AppError {
  if (status >= 500) return downError(name, act);
  return appError('provider-unreadable', `${act.failed}: the answer was not one that ${name} gives.`, {
    fix: `Something between here and ${name} may have answered instead. Test the profile, then try again.`,
  });
}

/** An error for too many requests `within` some time ("a minute"), with the wait the reply asks for, else `assumedMs`. `now` is epoch ms. */
export function limitedError(headers: Headers, act: Act, now: number, limit: { readonly within: string; readonly assumedMs: number }): AppError {
  const seconds = Math.ceil((retryAfter(headers, now) ?? limit.assumedMs) / 1000);
  return appError('rate-limited', `${act.failed}: too many requests in ${limit.within}.`, { fix: `Wait ${Math.max(1, seconds)} seconds, then try again.` });
}

/** An error for fields that were refused, of which there is at least one. */
export function fieldsError(name: string, act: Act, fields: readonly FieldIssue[]): AppError {
  const count = fields.length === 1 ? 'a field' : `${fields.length} fields`;
  return appError('validation', `${act.failed}: ${name} refused ${count}.`, { fix: act.fix ?? 'Correct what is marked, then try again.', fields: [...fields] });
}

/** The error with the provider's reference for support, where there is one. */
export function referenced(error: AppError, reference: string | null): AppError {
  return reference === null ? error : { ...error, reference };
}
