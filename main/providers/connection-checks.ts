import type { ConnectionCheck } from '../../preload/contract/app.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Http } from './http-types.ts';

/** Which line of the connection test a check is. */
export type CheckId = ConnectionCheck['id'];

const labels: Readonly<Record<CheckId, string>> = {
  dns: 'Address', tls: 'Secure connection', clock: 'Clock', token: 'Keys', scopes: 'Permissions', wallets: 'Wallets', rate: 'Requests',
};

/** One line of the connection test; `fix` says what to do about it. */
export function check(id: CheckId, state: ConnectionCheck['state'], value: string, fix: string | null = null): ConnectionCheck {
  return { id, label: labels[id], state, value, fix };
}

/** A line that couldn't be tried. */
export function skipped(id: CheckId): ConnectionCheck {
  return check(id, 'skipped', 'Not reached');
}

/** A line that failed with an error. */
export function failedWith(id: CheckId, error: AppError): ConnectionCheck {
  return check(id, 'failed', error.message, error.fix ?? null);
}

/** The line about what money lies in: `ifNone` says what to do when there is nothing, `told` what is shown when there is. */
export function walletsCheck<T>(read: Result<readonly T[], AppError>, ifNone: string, told: (rows: readonly T[]) => string): ConnectionCheck {
  if (!read.ok) return failedWith('wallets', read.error);
  return read.value.length === 0 ? check('wallets', 'warn', 'None', ifNone) : check('wallets', 'ok', told(read.value));
}

/** The line about the allowance: `untold` is shown when the provider tells none, `per` follows what is left (" this minute"). */
export function rateCheck(http: Http, untold: (limit: number) => string, per: string): ConnectionCheck {
  const { remaining, limit, told } = http.budget();
  if (!told) return check('rate', 'skipped', untold(limit));
  const value = `${remaining} of ${limit} left${per}`;
  return remaining * 10 > limit ? check('rate', 'ok', value) : check('rate', 'warn', value, 'Close other programs that use these keys, or wait a minute.');
}
