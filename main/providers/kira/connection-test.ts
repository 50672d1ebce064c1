import type { ConnectionCheck } from '../../../preload/contract/app.ts';
import { isLoopback } from '../address.ts';
import type { HttpFailure } from '../failure.ts';
import type { Http } from '../http-types.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { listAccountsEndpoint, readAccounts } from './accounts.ts';
import { requestsPerSecond } from './allowance.ts';
import { readReply, requestOf, type Target } from './api.ts';
import type { Grant, SignInFailure, Tokens } from './auth.ts';
import { failureError } from './errors.ts';
import { withoutSecrets } from './scrub.ts';
import { otherStage } from './stage.ts';

/** What the connection test is made from. */
export type TestDeps = Target & { readonly http: Http; readonly tokens: Tokens; readonly clock: () => number };

type Id = Exclude<ConnectionCheck['id'], 'scopes'>;
type State = ConnectionCheck['state'];

const labels: Readonly<Record<Id, string>> = {
  dns: 'Address', tls: 'Secure connection', clock: 'Clock', token: 'Keys', wallets: 'Virtual accounts', rate: 'Requests',
};
/** How far (seconds) this computer's clock may be off. */
const allowedSkew = 60;

const check = (id: Id, state: State, value: string, fix: string | null = null): ConnectionCheck => ({ id, label: labels[id], state, value, fix });
const skipped = (id: Id) => check(id, 'skipped', 'Not reached');

/** Tests a profile from the address up to a read of its virtual accounts; each line that fails says what to do, and what can't be tried is
 *  skipped. Keys that the door doesn't know here are tried at the other stage (Kira guide: Quickstart). */
export async function testConnection(deps: TestDeps): Promise<readonly ConnectionCheck[]> {
  const line = await testLine(deps);
  if (line.some((one) => (one.id === 'dns' || one.id === 'tls') && one.state === 'failed')) {
    return [...line, ...(['token', 'wallets', 'rate'] as const).map(skipped)];
  }
  const grant = await deps.tokens.request(deps.baseUrl);
  const wallets = grant.ok ? await testAccounts(deps, grant.value) : skipped('wallets');
  return [...line, await tokenCheck(deps, grant), wallets, rateCheck(deps.http)];
}

async function testLine({ http, baseUrl, clock }: TestDeps): Promise<readonly ConnectionCheck[]> {
  const url = new URL(baseUrl);
  const askedAt = clock();
  const reply = await http.request({ kind: 'probe', method: 'GET', url: `${baseUrl}/`, route: '/', headers: { Accept: 'application/json' } });
  if (!reply.ok) return [...lineFailure(reply.error, url), skipped('clock')];
  const date = Date.parse(reply.value.headers.get('date') ?? '');
  return [check('dns', 'ok', url.host), tlsCheck(url), clockCheck(date, (askedAt + clock()) / 2)];
}

function tlsCheck(url: URL): ConnectionCheck {
  if (url.protocol === 'https:') return check('tls', 'ok', 'Certificate trusted');
  return check('tls', 'skipped', isLoopback(url) ? 'Built-in sandbox' : 'Not https');
}

function lineFailure(failure: HttpFailure, url: URL): readonly ConnectionCheck[] {
  if (failure.kind === 'tls') {
    return [check('dns', 'ok', url.host), check('tls', 'failed', failure.code, 'Set this computer\u2019s clock. If your company reads its web traffic, ask IT to install its certificate.')];
  }
  if (failure.kind === 'insecure') return [check('dns', 'skipped', url.host), check('tls', 'failed', 'Not https', 'Change the address of the profile to https.')];
  const named = /ENOTFOUND|EAI_|NAME_|DNS_/.test(failure.code);
  const fix = named ? 'Check the spelling of the address and that this computer is online.' : 'Check the network and the firewall; the address must be reachable from here.';
  return [check('dns', 'failed', `${url.host}: ${failure.code}`, fix), skipped('tls')];
}

function clockCheck(date: number, now: number): ConnectionCheck {
  if (Number.isNaN(date)) return check('clock', 'skipped', 'Kira does not tell its time');
  const skew = Math.round((now - date) / 1000);
  if (Math.abs(skew) <= allowedSkew) return check('clock', 'ok', Math.abs(skew) <= 1 ? 'Right' : `${Math.abs(skew)} s off`);
  return check('clock', 'failed', `${Math.abs(skew)} s ${skew > 0 ? 'fast' : 'slow'}`, 'Let this computer set its clock from the network; times of codes and deposits are shown by it.');
}

async function tokenCheck({ tokens, baseUrl }: TestDeps, grant: Result<Grant, SignInFailure>): Promise<ConnectionCheck> {
  if (grant.ok) return check('token', 'ok', 'Accepted');
  const { error, status } = grant.error;
  const other = status === 403 ? otherStage(baseUrl) : null;
  const works = other !== null && (await tokens.request(other)).ok;
  return check('token', 'failed', error.message, works ? `These keys work at ${other}. Change the address of the profile to it.` : error.fix ?? null);
}

async function testAccounts(deps: TestDeps, grant: Grant): Promise<ConnectionCheck> {
  const { act } = listAccountsEndpoint;
  const reply = await deps.http.request(requestOf(deps, listAccountsEndpoint, { query: { limit: '100', offset: '0' } }, grant));
  const read = reply.ok ? readReply(withoutSecrets(reply.value, [grant.token, grant.apiKey]), act, readAccounts, deps.clock()) : { ok: false as const, error: failureError(reply.error, act) };
  if (!read.ok) return check('wallets', 'failed', read.error.message, read.error.fix ?? null);
  if (read.value.length === 0) return check('wallets', 'warn', 'None', 'Kira opens virtual accounts; ask your contact at Kira for one.');
  return check('wallets', 'ok', String(read.value.length));
}

function rateCheck(http: Http): ConnectionCheck {
  const { remaining, limit, told } = http.budget();
  if (!told) return check('rate', 'skipped', `Kira does not tell; Bursar keeps to ${requestsPerSecond} a second`);
  const value = `${remaining} of ${limit} left`;
  return remaining * 10 > limit ? check('rate', 'ok', value) : check('rate', 'warn', value, 'Close other programs that use these keys, or wait a minute.');
}
