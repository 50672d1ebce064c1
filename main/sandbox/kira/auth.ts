import type { MiddlewareHandler } from 'hono';
import { digest, sameSecret } from '../auth.ts';
import type { Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { e1 } from './respond.ts';
import { rightStage } from './stage.ts';
import { claimsOf } from './token.ts';
import { type KiraEnv, toResponse } from './web.ts';

/** Lets a request pass when it has the key and a bearer token that is still good; else the gateway's words (Kira guide: Authentication). */
export function authenticated(world: World): MiddlewareHandler<KiraEnv> {
  return async (c, next) => {
    const refusal = refusalOf(world, c.req.url, c.req.header('x-api-key'), c.req.header('authorization'));
    if (refusal) return toResponse(refusal);
    return next();
  };
}

/** What the gateway says against a caller, undefined when it lets it pass. `url` tells the stage. */
export function refusalOf(world: World, url: string, key: string | undefined, authorization: string | undefined): Reply | undefined {
  if (!rightStage(world, url)) return e1('Unauthorized', 401);
  if (key === undefined || !sameSecret(key, world.state.kira.tenant.api_key)) return e1('Forbidden', 403);
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? e1('Unauthorized', 401) : tokenRefusal(world, token);
}

function tokenRefusal(world: World, token: string): Reply | undefined {
  const held = world.state.kira.tokens[digest(token)];
  const ends = held?.expires_ms ?? claimsOf(token)?.exp_ms;
  if (ends === undefined) return e1('Unauthorized', 401);
  if (ends <= world.clock.now()) return e1('The incoming token has expired', 401);
  // A token that looks right and isn't ours: tampered with.
  return held ? undefined : { status: 403, body: { Message: 'Access Denied' } };
}
