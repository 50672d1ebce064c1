import type { ConnectionCheck } from '../../../preload/contract/app.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import { check, failedWith, rateCheck, skipped, walletsCheck } from '../connection-checks.ts';
import type { Http } from '../http-types.ts';
import { testLine } from '../line-test.ts';
import { readReply } from '../read-reply.ts';
import { listAccountsEndpoint, readAccounts } from './accounts.ts';
import { requestsPerSecond } from './allowance.ts';
import { requestOf, type Target } from './api.ts';
import type { Grant, SignInFailure, Tokens } from './auth.ts';
import { errors } from './errors.ts';
import { withoutSecrets } from './scrub.ts';
import { otherStage } from './stage.ts';

/** What the connection test is made from. */
export type TestDeps = Target & { readonly http: Http; readonly tokens: Tokens; readonly clock: () => number };

const clockFix = 'Let this computer set its clock from the network; times of codes and deposits are shown by it.';

/** Tests a profile from the address up to a read of its virtual accounts; each line that fails says what to do, and what can't be tried is
 *  skipped. Keys that the door doesn't know here are tried at the other stage (Kira guide: Quickstart). */
export async function testConnection(deps: TestDeps): Promise<readonly ConnectionCheck[]> {
  const line = await testLine({ ...deps, name: 'Kira', clockFix });
  const rest = line.reached ? await testAccount(deps) : (['token', 'wallets', 'rate'] as const).map(skipped);
  return [...line.checks, ...rest].map((one) => (one.id === 'wallets' ? { ...one, label: 'Virtual accounts' } : one));
}

async function testAccount(deps: TestDeps): Promise<readonly ConnectionCheck[]> {
  const grant = await deps.tokens.request(deps.baseUrl);
  const wallets = grant.ok ? await testVirtualAccounts(deps, grant.value) : skipped('wallets');
  return [await tokenCheck(deps, grant), wallets, rateCheck(deps.http, () => `Kira does not tell; Bursar keeps to ${requestsPerSecond} a second`, '')];
}

async function tokenCheck({ tokens, baseUrl }: TestDeps, grant: Result<Grant, SignInFailure>): Promise<ConnectionCheck> {
  if (grant.ok) return check('token', 'ok', 'Accepted');
  const { error, status } = grant.error;
  const other = status === 403 ? otherStage(baseUrl) : null;
  const works = other !== null && (await tokens.request(other)).ok;
  return failedWith('token', works ? { ...error, fix: `These keys work at ${other}. Change the address of the profile to it.` } : error);
}

async function testVirtualAccounts(deps: TestDeps, grant: Grant): Promise<ConnectionCheck> {
  const { act } = listAccountsEndpoint;
  const reply = await deps.http.request(requestOf(deps, listAccountsEndpoint, { query: { limit: '100', offset: '0' } }, grant));
  const read = reply.ok ? readReply(errors, withoutSecrets(reply.value, [grant.token, grant.apiKey, grant.clientId]), act, readAccounts, deps.clock()) : fail(errors.failureError(reply.error, act, 'read'));
  return walletsCheck(read, 'Kira opens virtual accounts; ask your contact at Kira for one.', (accounts) => String(accounts.length));
}
