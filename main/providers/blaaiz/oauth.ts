import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Http, HttpReply } from '../http-types.ts';
import { createKeptGrant } from '../kept-grant.ts';
import { isRecord } from '../parse-json.ts';
import type { Reply } from '../provider.ts';
import { isSuccess } from '../read-reply.ts';
import { providerWords } from '../words.ts';
import { failureError, replyError, signedOutFix, unreadable, type Act } from './errors.ts';
import { tokenReply } from './schemas.ts';
import { pick } from './tolerant.ts';
import { quoted } from './words.ts';

/** The keys of a credential, from the vault; never kept here. */
export type Credentials = { readonly clientId: string; readonly clientSecret: string };

/** A token, in memory only: until when (epoch ms) it is used, and the scopes it carries when the provider says so. */
export type Grant = { readonly token: string; readonly goodUntil: number; readonly scopes: readonly string[] | null };

/** The tokens of one profile. */
export type Tokens = {
  /** A token good for at least a minute; however many ask at once, one request leaves. */
  get(): Reply<string>;
  /** Forgets a token that was refused, so that the next `get` asks for a new one. */
  drop(token: string): void;
  /** Asks for a token with exactly these scopes and keeps nothing; for the connection test. */
  request(scopes: readonly string[]): Promise<Result<Grant, AppError>>;
};

/** What tokens are made from. */
export type TokenDeps = {
  readonly http: Http;
  readonly baseUrl: string;
  readonly credentials: () => Promise<Result<Credentials, AppError>>;
  readonly scopes: readonly string[];
  readonly clock: () => number;
};

/** Lifetime in seconds when the reply doesn't tell, and how long before its end a token is renewed (Blaaiz guide: Authentication). */
const assumedLife = 900;
const renewBefore = 60;

const act: Act = { failed: 'Not signed in', scope: 'none' };

/** Makes the token keeper of a profile (Blaaiz API reference: Get OAuth access token). */
export function createTokens(deps: TokenDeps): Tokens {
  const kept = createKeptGrant(() => requestGrant(deps, deps.scopes));
  return {
    async get() {
      const grant = await kept.get(({ goodUntil }) => deps.clock() < goodUntil);
      return grant.ok ? ok(grant.value.token) : grant;
    },
    drop: (token) => { kept.drop(token); },
    request: (scopes) => requestGrant(deps, scopes),
  };
}

async function requestGrant(deps: TokenDeps, scopes: readonly string[]): Promise<Result<Grant, AppError>> {
  const keys = await deps.credentials();
  if (!keys.ok) return keys;
  const form = new URLSearchParams({
    grant_type: 'client_credentials', client_id: keys.value.clientId, client_secret: keys.value.clientSecret, scope: scopes.join(' '),
  });
  const askedAt = deps.clock();
  const reply = await deps.http.request({
    kind: 'token', method: 'POST', url: `${deps.baseUrl}/oauth/token`, route: '/oauth/token', body: form.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
  });
  if (!reply.ok) return fail(failureError(reply.error, act));
  return readGrant(reply.value, askedAt);
}

function readGrant(reply: HttpReply, askedAt: number): Result<Grant, AppError> {
  if (!isSuccess(reply.status)) return fail(tokenError(reply, askedAt));
  const granted = pick(reply.json, tokenReply);
  if (!granted) return fail(unreadable(reply.status, act));
  const life = Number(granted.expires_in ?? assumedLife);
  return ok({
    token: granted.access_token,
    goodUntil: askedAt + (life - Math.min(renewBefore, life / 2)) * 1000,
    scopes: granted.scope === null ? null : granted.scope.split(/\s+/).filter((scope) => scope !== ''),
  });
}

function tokenError(reply: HttpReply, now: number): AppError {
  const kind = isRecord(reply.json) ? reply.json['error'] : undefined;
  const words = isRecord(reply.json) ? providerWords(reply.json['error_description'] ?? reply.json['message']) : null;
  if (kind === 'invalid_scope') {
    return appError('scope-missing', 'Not signed in: the keys lack a permission that this profile asks for.', {
      fix: 'Test the profile in Settings; it names what is missing.',
    });
  }
  if (kind === 'invalid_client' || reply.status === 401) {
    return appError('signed-out', 'Signed out: Blaaiz does not know these keys.', { fix: signedOutFix });
  }
  if (reply.status === 400 && isRecord(reply.json)) {
    return appError('signed-out', `Signed out: Blaaiz refused the sign-in. ${quoted(words)}`, { fix: signedOutFix });
  }
  return replyError(reply, act, now);
}
