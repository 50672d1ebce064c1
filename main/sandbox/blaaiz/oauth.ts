import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { digest, sameSecret } from '../auth.ts';
import type { Reply } from '../errors.ts';
import type { Business } from '../model.ts';
import type { World } from '../world.ts';

let signingKey: KeyObject | undefined;

/** The reply of `POST /oauth/token` and the business it concerns, if known (Blaaiz guide: Get OAuth access token). */
export interface TokenReply {
  readonly reply: Reply;
  readonly business: Business | undefined;
}

/** Hands out an access token for client credentials; errors follow Laravel Passport's style. */
export function issueToken(world: World, contentType: string, raw: string): TokenReply {
  const form = readForm(contentType, raw);
  const business = findBusiness(world, form);
  const refusal = refuse(form, business);
  if (refusal || !business) return { reply: refusal ?? invalidClient(), business };
  const scopes = [...new Set((form['scope'] ?? '').split(' ').filter(Boolean))];
  const seconds = world.state.settings.token_seconds;
  const token = jwt(world, business, scopes, seconds);
  world.state.tokens[digest(token)] = { business_id: business.id, scopes, expires_ms: world.clock.now() + seconds * 1000 };
  forgetExpired(world);
  return { reply: { status: 200, body: { token_type: 'Bearer', expires_in: seconds, access_token: token } }, business };
}

function readForm(contentType: string, raw: string): Readonly<Record<string, string>> {
  if (!contentType.includes('json')) return Object.fromEntries(new URLSearchParams(raw));
  try {
    const parsed: unknown = JSON.parse(raw);
    if (parsed === null || typeof parsed !== 'object') return {};
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
  } catch {
    return {};
  }
}

function findBusiness(world: World, form: Readonly<Record<string, string>>): Business | undefined {
  return world.state.businesses.find((one) => one.client_id === form['client_id']
    && sameSecret(one.client_secret, form['client_secret'] ?? ''));
}

function refuse(form: Readonly<Record<string, string>>, business: Business | undefined): Reply | undefined {
  const missing = ['grant_type', 'client_id', 'client_secret', 'scope'].find((field) => !form[field]);
  if (missing) return failure(400, 'invalid_request', 'The request is missing a required parameter', `Check the \`${missing}\` parameter`);
  if (form['grant_type'] !== 'client_credentials') {
    return failure(400, 'unsupported_grant_type', 'The authorization grant type is not supported', 'Use client_credentials');
  }
  if (!business) return invalidClient();
  const foreign = form['scope']?.split(' ').find((scope) => scope !== '' && !business.scopes.includes(scope));
  return foreign === undefined ? undefined
    : failure(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed', `Check the \`${foreign}\` scope`);
}

function invalidClient(): Reply {
  return failure(401, 'invalid_client', 'Client authentication failed');
}

function failure(status: number, error: string, description: string, hint?: string): Reply {
  const body = { error, error_description: description, message: description };
  return { status, body: hint === undefined ? body : { ...body, hint } };
}

function jwt(world: World, business: Business, scopes: readonly string[], seconds: number): string {
  signingKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const issued = Math.floor(world.clock.now() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: business.client_id, jti: world.ids.uuid(), iat: issued, exp: issued + seconds, scopes };
  const head = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(signingKey, 'base64url')}`;
}

function forgetExpired(world: World): void {
  const now = world.clock.now();
  for (const [key, held] of Object.entries(world.state.tokens)) {
    if (held.expires_ms <= now) delete world.state.tokens[key];
  }
}
