import type { Hono } from 'hono';
import { ok, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { type KiraCall, openRoute, route } from './call.ts';
import { countries } from './countries.ts';
import { profileOfVersion, profiles, versions } from './profile.ts';
import { e2 } from './respond.ts';
import type { KiraEnv } from './web.ts';

const colombianBanks = [['1007', 'Bancolombia'], ['1001', 'Banco de Bogota'], ['1051', 'Davivienda'], ['1507', 'Nequi']];
const absent = [['POST', '/v1/payins'], ['GET', '/v1/payins/:payin'], ['POST', '/v1/payins/fees'], ['POST', '/v1/payment-link'], ['POST', '/v1/quotations']] as const;

/** Adds countries, banks, the version switch and the health check, and says of other products that they aren't here. */
export function mountReference(app: Hono<KiraEnv>, world: World): void {
  route(app, world, 'GET', '/v1/countries', () => ok({ count: countries.length, data: countries }));
  route(app, world, 'GET', '/v1/banks', banks);
  route(app, world, 'POST', '/v1/versioning/upgrade', upgrade);
  openRoute(app, world, 'GET', '/health', () => ok({ status: 'ok' }));
  for (const [method, path] of absent) route(app, world, method, path, () => e2('not_implemented', 'This product is not part of the sandbox', 501));
}

function banks(call: KiraCall): Reply {
  const code = call.query('country_code');
  if (code !== 'CO') return e2('validation_error', code === undefined ? 'country_code is required' : 'Unsupported country_code', 400);
  return ok({ banks: colombianBanks.map(([bank, name]) => ({ code: bank, name })), total: colombianBanks.length, country_code: code });
}

// The account's version only goes forward (Kira guide: Versioning).
function upgrade({ world, body }: KiraCall): Reply {
  const { tenant } = world.state.kira;
  const target = typeof body['target_version'] === 'string' ? profileOfVersion(body['target_version']) : undefined;
  if (!target) return e2('validation_error', 'target_version is not a known version', 400);
  const before = tenant.profile;
  if (profiles.indexOf(target) < profiles.indexOf(before)) return e2('bad_request', 'The version of an account cannot be lowered', 400);
  tenant.profile = target;
  return ok({ previous_version: versions[before], current_version: versions[target] });
}
