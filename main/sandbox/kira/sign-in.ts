import type { Hono } from 'hono';
import { sameSecret } from '../auth.ts';
import { ok, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { type KiraCall, openRoute } from './call.ts';
import { type BodyComplaint, e1, e9 } from './respond.ts';
import { uuid } from './schema.ts';
import { rightStage } from './stage.ts';
import { issueToken } from './token.ts';
import type { KiraEnv } from './web.ts';

/** Adds the token call: the key as a header, the client's id and password as JSON (Kira guide: Authentication). */
export function mountSignIn(app: Hono<KiraEnv>, world: World): void {
  openRoute(app, world, 'POST', '/auth', signIn);
}

function signIn(call: KiraCall): Reply {
  const { world, body } = call;
  const { tenant } = world.state.kira;
  const key = call.header('x-api-key');
  if (!rightStage(world, call.url) || key === undefined || !sameSecret(key, tenant.api_key)) return e1('Forbidden', 403);
  const complaints = complaintsOf(body);
  if (complaints.length > 0) return e9(...complaints);
  const known = body['client_id'] === tenant.client_id && sameSecret(String(body['password']), tenant.password);
  if (!known) return e1('Unauthorized', 401);
  const { token, seconds } = issueToken(world);
  return ok({ message: 'Auth token', data: { access_token: token, expires_in: seconds, token_type: 'Bearer' } });
}

function complaintsOf(body: KiraCall['body']): BodyComplaint[] {
  const loc = (name: string): readonly string[] => ['body', name];
  const missing = ['client_id', 'password'].filter((name) => body[name] === undefined)
    .map((name) => ({ type: 'missing', loc: loc(name), msg: 'Field required' }));
  const id = body['client_id'] === undefined || uuid.safeParse(body['client_id']).success ? []
    : [{ type: 'uuid_parsing', loc: loc('client_id'), msg: 'Input should be a valid UUID' }];
  const password = body['password'] === undefined || typeof body['password'] === 'string' ? []
    : [{ type: 'string_type', loc: loc('password'), msg: 'Input should be a valid string' }];
  return [...missing, ...id, ...password];
}
