import type { ConnectionCheck } from '../../preload/contract/app.ts';
import { isLoopback } from './address.ts';
import { check, skipped } from './connection-checks.ts';
import type { HttpFailure } from './failure.ts';
import type { Http } from './http-types.ts';

/** What the line to a provider is tested with: `clockFix` says why a wrong clock of this computer matters there. */
export type LineDeps = { readonly http: Http; readonly baseUrl: string; readonly clock: () => number; readonly name: string; readonly clockFix: string };

/** What the line showed; `reached` when the provider answered at all. */
export type Line = { readonly checks: readonly ConnectionCheck[]; readonly reached: boolean };

/** How far (seconds) this computer's clock may be off. */
const allowedSkew = 60;

/** Tests the line to a provider: its address, the security of the connection, and this computer's clock by the provider's. */
export async function testLine(deps: LineDeps): Promise<Line> {
  const { http, baseUrl, clock } = deps;
  const url = new URL(baseUrl);
  const askedAt = clock();
  const reply = await http.request({ kind: 'probe', method: 'GET', url: `${baseUrl}/`, route: '/', headers: { Accept: 'application/json' } });
  if (!reply.ok) return { checks: [...lineFailure(reply.error, url), skipped('clock')], reached: false };
  const date = Date.parse(reply.value.headers.get('date') ?? '');
  return { checks: [check('dns', 'ok', url.host), tlsCheck(url), clockCheck(deps, date, (askedAt + clock()) / 2)], reached: true };
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

function clockCheck({ name, clockFix }: LineDeps, date: number, now: number): ConnectionCheck {
  if (Number.isNaN(date)) return check('clock', 'skipped', `${name} does not tell its time`);
  const skew = Math.round((now - date) / 1000);
  if (Math.abs(skew) <= allowedSkew) return check('clock', 'ok', Math.abs(skew) <= 1 ? 'Right' : `${Math.abs(skew)} s off`);
  return check('clock', 'failed', `${Math.abs(skew)} s ${skew > 0 ? 'fast' : 'slow'}`, clockFix);
}
