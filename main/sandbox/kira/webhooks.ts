import type { Hono } from 'hono';
import { ok, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { type KiraCall, route } from './call.ts';
import { e1, e8, type LocatedComplaint } from './respond.ts';
import type { KiraEnv } from './web.ts';

const SHORTEST_SECRET = 5;

/** Adds the one call that sets where events go; the last one wins, and nothing reads or removes it (Kira guide: Webhooks). */
export function mountWebhooks(app: Hono<KiraEnv>, world: World): void {
  route(app, world, 'POST', '/webhooks/register', register);
}

function register({ world, body }: KiraCall): Reply {
  const { client_uuid: client, webhook_url: url, secret } = body;
  const complaints = [...complaintsAbout('client_uuid', client), ...complaintsAbout('webhook_url', url), ...urlComplaints(url), ...secretComplaints(secret)];
  if (complaints.length > 0) return e8(...complaints);
  if (client !== world.state.kira.tenant.client_id) return e1('Forbidden', 403);
  world.state.kira.webhook = { url: String(url), secret: typeof secret === 'string' ? secret : null };
  return ok({ message: 'Webhook registered successfully' });
}

function complaintsAbout(loc: string, value: unknown): LocatedComplaint[] {
  if (value === undefined) return [{ loc, msg: 'Field required', type: 'missing' }];
  return typeof value === 'string' ? [] : [{ loc, msg: 'Input should be a valid string', type: 'string_type' }];
}

function urlComplaints(url: unknown): LocatedComplaint[] {
  if (typeof url !== 'string' || (URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol))) return [];
  return [{ loc: 'webhook_url', msg: 'Input should be a valid URL', type: 'url_parsing' }];
}

function secretComplaints(secret: unknown): LocatedComplaint[] {
  if (secret === undefined || secret === null) return [];
  if (typeof secret !== 'string') return [{ loc: 'secret', msg: 'Input should be a valid string', type: 'string_type' }];
  return secret.length < SHORTEST_SECRET ? [{ loc: 'secret', msg: 'String should have at least 5 characters', type: 'string_too_short' }] : [];
}
