import type { ConnectionCheck } from '../../../preload/contract/app.ts';
import { fail } from '../../../preload/contract/result.ts';
import { check, failedWith, rateCheck, skipped, walletsCheck } from '../connection-checks.ts';
import type { Http } from '../http-types.ts';
import { testLine } from '../line-test.ts';
import { readReply } from '../read-reply.ts';
import { requestOf } from './api.ts';
import { errors } from './errors.ts';
import type { Tokens } from './oauth.ts';
import { testScopes, type ScopesResult } from './scope-test.ts';
import { listWalletsEndpoint, readWallets } from './wallets.ts';

/** What the connection test is made from. */
export type TestDeps = {
  readonly http: Http; readonly baseUrl: string; readonly tokens: Tokens; readonly scopes: readonly string[]; readonly clock: () => number;
};

const clockFix = 'Let this computer set its clock from the network; tokens and uploads are refused otherwise.';

/** Tests a profile from the address up to a wallet read; each line that fails says what to do, and what can't be tried is skipped. */
export async function testConnection(deps: TestDeps): Promise<readonly ConnectionCheck[]> {
  const line = await testLine({ ...deps, name: 'Blaaiz', clockFix });
  if (!line.reached) return [...line.checks, ...(['token', 'scopes', 'wallets', 'rate'] as const).map(skipped)];
  const scopes = await testScopes(deps.tokens, deps.scopes);
  const wallets = scopes.token === null ? skipped('wallets') : await testWallets(deps, scopes.token);
  return [...line.checks, tokenCheck(scopes), scopesCheck(scopes), wallets, rateCheck(deps.http, (limit) => `Blaaiz does not tell; ${limit} a minute assumed`, ' this minute')];
}

function tokenCheck(result: ScopesResult): ConnectionCheck {
  if (result.token !== null) return check('token', 'ok', 'Accepted');
  const { error } = result;
  return error === null ? check('token', 'warn', 'Known, but without any permission', 'Give the credential permissions in the Blaaiz dashboard.') : failedWith('token', error);
}

function scopesCheck(result: ScopesResult): ConnectionCheck {
  const { missing, held } = result;
  if (result.error !== null) return skipped('scopes');
  if (missing.length === 0) return check('scopes', 'ok', `${held.length} of ${held.length}`);
  const fix = `Give the credential ${missing.join(', ')} in the Blaaiz dashboard, or leave them out of this profile.`;
  return check('scopes', 'failed', `${held.length} of ${held.length + missing.length}; missing: ${missing.join(', ')}`, fix);
}

async function testWallets({ http, baseUrl, clock }: TestDeps, token: string): Promise<ConnectionCheck> {
  const { act } = listWalletsEndpoint;
  const reply = await http.request(requestOf(baseUrl, listWalletsEndpoint, {}, token));
  const read = reply.ok ? readReply(errors, reply.value, act, (body) => readWallets(body, clock()), clock()) : fail(errors.failureError(reply.error, act, 'read'));
  return walletsCheck(read, 'Blaaiz opens wallets; ask Blaaiz support for one.', (wallets) => `${wallets.length}: ${wallets.map((wallet) => wallet.currency).join(', ')}`);
}
