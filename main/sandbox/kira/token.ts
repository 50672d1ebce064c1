import { randomBytes } from 'node:crypto';
import { digest } from '../auth.ts';
import type { World } from '../world.ts';

const KEPT_AFTER_END_MS = 86_400_000;

/** Makes an access token of three parts, and remembers its digest; it is good for `token_seconds`. */
export function issueToken(world: World): { readonly token: string; readonly seconds: number } {
  const { kira } = world.state;
  const seconds = kira.settings.token_seconds;
  const now = world.clock.now();
  const issued = Math.floor(now / 1000);
  const claims = { client_id: kira.tenant.client_id, token_use: 'access', scope: 'default/api', iat: issued, exp: issued + seconds, jti: world.ids.uuid() };
  const token = `${part({ alg: 'RS256', typ: 'JWT', kid: 'sandbox' })}.${part(claims)}.${randomBytes(256).toString('base64url')}`;
  kira.tokens = Object.fromEntries(Object.entries(kira.tokens).filter(([, held]) => held.expires_ms > now - KEPT_AFTER_END_MS));
  kira.tokens[digest(token)] = { expires_ms: now + seconds * 1000 };
  return { token, seconds };
}

/** Ends every token at once; they are kept as ended, so that a caller hears so. */
export function endTokens(world: World): void {
  const { tokens } = world.state.kira;
  for (const held of Object.values(tokens)) held.expires_ms = Math.min(held.expires_ms, world.clock.now());
}

/** When a token of three parts says it ends, epoch ms; undefined when it is no such token. */
export function claimsOf(token: string): { readonly exp_ms: number } | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return claims !== null && typeof claims === 'object' && 'exp' in claims && typeof claims.exp === 'number' ? { exp_ms: claims.exp * 1000 } : undefined;
  } catch {
    return undefined;
  }
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
