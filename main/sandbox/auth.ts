import { createHash, timingSafeEqual } from 'node:crypto';
import { plain, Refusal } from './errors.ts';
import type { Business } from './model.ts';
import { businessOf, type World } from './world.ts';

/** Who calls, and with which scopes. */
export interface Identity {
  readonly business: Business;
  readonly scopes: readonly string[];
}

/** The credentials of a request's headers. */
export interface AuthHeaders {
  readonly authorization: string | undefined;
  readonly apiKey: string | undefined;
}

/** How tokens are kept: only their digest. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares two secrets without telling by timing where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)));
}

/** Finds out who calls; throws the 401 (Blaaiz guide: Authentication). */
export function identify(world: World, headers: AuthHeaders): Identity {
  if (headers.apiKey !== undefined && world.legacyKey && !headers.authorization) return byKey(world, headers.apiKey);
  const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const held = token === undefined ? undefined : world.state.tokens[digest(token)];
  if (!held || held.expires_ms <= world.clock.now()) {
    throw new Refusal(plain(401, 'Invalid or missing access token'));
  }
  return { business: businessOf(world, held.business_id), scopes: held.scopes };
}

/** Throws the 403 when the caller lacks the scope. */
export function requireScope(identity: Identity, scope: string): void {
  if (identity.scopes.includes(scope)) return;
  throw new Refusal(plain(403, `Access denied: the token lacks the required scope ${scope}.`));
}

function byKey(world: World, key: string): Identity {
  const business = world.state.businesses.find((one) => sameSecret(one.api_key, key));
  if (!business) throw new Refusal(plain(401, 'Invalid or missing API key'));
  return { business, scopes: business.scopes };
}
