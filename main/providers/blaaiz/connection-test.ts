import type { ConnectionCheck } from '../../../preload/contract/app.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { isLoopback } from '../address.ts';
import type { HttpFailure } from '../failure.ts';
import type { Http } from '../http-types.ts';
import { isSuccess, requestOf } from './api.ts';
import { failureError, replyError, unreadable } from './errors.ts';
import type { Tokens } from './oauth.ts';
import { testScopes, type ScopesResult } from './scope-test.ts';
import { listWalletsEndpoint, readWallets } from './wallets.ts';

/** What the connection test is made from. */
export type TestDeps = {
  readonly http: Http; readonly baseUrl: string; readonly tokens: Tokens; readonly scopes: readonly string[]; readonly clock: () => number;
};

type Id = ConnectionCheck['id'];
type State = ConnectionCheck['state'];

const labels: Readonly<Record<Id, string>> = {
  dns: 'Address', tls: 'Secure connection', clock: 'Clock', token: 'Keys', scopes: 'Permissions', wallets: 'Wallets', rate: 'Requests',
};
/** How far (seconds) this computer's clock may be off. */
const allowedSkew = 60;

const check = (id: Id, state: State, value: string, fix: string | null = null): ConnectionCheck => ({ id, label: labels[id], state, value, fix });
const skipped = (id: Id) => check(id, 'skipped', 'Not reached');

/** Tests a profile from the address up to a wallet read; each line that fails says what to do, and what can't be tried is skipped. */
export async function testConnection(deps: TestDeps): Promise<readonly ConnectionCheck[]> {
  const line = await testLine(deps);
  if (line.some((one) => (one.id === 'dns' || one.id === 'tls') && one.state === 'failed')) {
    return [...line, ...(['token', 'scopes', 'wallets', 'rate'] as const).map(skipped)];
  }
  const scopes = await testScopes(deps.tokens, deps.scopes);
  const wallets = scopes.token === null ? skipped('wallets') : await testWallets(deps, scopes.token);
  return [...line, tokenCheck(scopes), scopesCheck(scopes), wallets, rateCheck(deps.http)];
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
  if (Number.isNaN(date)) return check('clock', 'skipped', 'Blaaiz does not tell its time');
  const skew = Math.round((now - date) / 1000);
  if (Math.abs(skew) <= allowedSkew) return check('clock', 'ok', Math.abs(skew) <= 1 ? 'Right' : `${Math.abs(skew)} s off`);
  const way = skew > 0 ? 'fast' : 'slow';
  return check('clock', 'failed', `${Math.abs(skew)} s ${way}`, 'Let this computer set its clock from the network; tokens and uploads are refused otherwise.');
}

function tokenCheck(result: ScopesResult): ConnectionCheck {
  if (result.token !== null) return check('token', 'ok', 'Accepted');
  const { error } = result;
  return error === null ? check('token', 'warn', 'Known, but without any permission', 'Give the credential permissions in the Blaaiz dashboard.')
    : check('token', 'failed', error.message, error.fix ?? null);
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
  const failed = (error: AppError) => check('wallets', 'failed', error.message, error.fix ?? null);
  if (!reply.ok) return failed(failureError(reply.error, act));
  if (!isSuccess(reply.value.status)) return failed(replyError(reply.value, act, clock()));
  const wallets = readWallets(reply.value.json, clock());
  if (!wallets) return failed(unreadable(reply.value.status, act));
  if (wallets.length === 0) return check('wallets', 'warn', 'None', 'Blaaiz opens wallets; ask Blaaiz support for one.');
  return check('wallets', 'ok', `${wallets.length}: ${wallets.map((wallet) => wallet.currency).join(', ')}`);
}

function rateCheck(http: Http): ConnectionCheck {
  const { remaining, limit, told } = http.budget();
  if (!told) return check('rate', 'skipped', `Blaaiz does not tell; ${limit} a minute assumed`);
  const value = `${remaining} of ${limit} left this minute`;
  return remaining * 10 > limit ? check('rate', 'ok', value) : check('rate', 'warn', value, 'Close other programs that use these keys, or wait a minute.');
}
