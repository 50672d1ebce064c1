import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { AppUnderFire, Gone } from '../under-fire.ts';
import { isGone } from './app-process.ts';

/** The value of an answer that must be there and good. */
export function good<T>(answer: Result<T, AppError> | Gone): T {
  if (isGone(answer)) throw new Error('The app ended before it answered');
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message} ${JSON.stringify(answer.error.fields ?? [])}`);
  return answer.value;
}

/** The code of an answer: `ok`, an error's code, or `gone`. */
export function codeOf(answer: Result<unknown, AppError> | Gone): AppError['code'] | 'ok' | 'gone' {
  if (isGone(answer)) return 'gone';
  return answer.ok ? 'ok' : answer.error.code;
}

/** What a profile of a test needs to know of its provider. */
export type Account = { readonly clientId: string; readonly clientSecret: string; readonly scopes: readonly string[] };

/** Sets a fresh app up with a keychain vault and a Blaaiz profile at an address. */
export async function setUp(app: AppUnderFire, baseUrl: string, account: Account): Promise<void> {
  good(await app.ask('vault.setUp', { mode: 'keychain' }));
  const profile = good(await app.ask('profiles.add', {
    provider: 'blaaiz', name: 'Under fire', env: 'sandbox', baseUrl, clientId: account.clientId, clientSecret: account.clientSecret, scopes: [...account.scopes],
  }));
  good(await app.ask('profiles.choose', { id: profile.id }));
}
