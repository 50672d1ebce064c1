import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Http, HttpReply } from '../http-types.ts';
import { createKeptGrant } from '../kept-grant.ts';
import { isRecord, parseJson } from '../parse-json.ts';
import type { Reply } from '../provider.ts';
import { isSuccess } from '../read-reply.ts';
import { referenced } from '../reply-words.ts';
import { failureError, replyError, unreadable, wrongDoorFix, type Act } from './errors.ts';
import { readProblem, unreadableCode } from './problem.ts';
import { tokenReply } from './schemas.ts';
import { withoutSecrets } from './scrub.ts';
import { serverTime } from './server-time.ts';

/** The keys of a Kira account, from the vault (Kira guide: Authentication). `clientId` is a UUID, also called client uuid. */
export type Credentials = { readonly clientId: string; readonly password: string; readonly apiKey: string };

/** A token and the keys that go with it, in memory only: until when (epoch ms) it is used, when it ends, and its whole life in ms. */
export type Grant = {
  readonly token: string; readonly apiKey: string; readonly clientId: string;
  readonly goodUntil: number; readonly endsAt: number; readonly lifeMs: number;
};

/** Why there is no token; `status` is null when there was no answer. */
export type SignInFailure = { readonly error: AppError; readonly status: number | null };

/** The tokens of one profile. */
export type Tokens = {
  /** A token that isn't near its end; however many ask at once, one request leaves. */
  get(): Reply<Grant>;
  /** A token with at least a minute of life, or as near to it as Kira's tokens live. */
  getLasting(): Reply<Grant>;
  /** Forgets a token that was refused, so that the next `get` asks for a new one. */
  drop(token: string): void;
  /** Asks for a token at an address and keeps nothing; for the connection test. */
  request(baseUrl: string): Promise<Result<Grant, SignInFailure>>;
};

/** What tokens are made from. */
export type TokenDeps = {
  readonly http: Http;
  readonly baseUrl: string;
  readonly credentials: () => Promise<Result<Credentials, AppError>>;
  readonly clock: () => number;
};

/** How long (ms) before its end a token is renewed, but never more than half its life (Kira guide: Authentication). */
const renewBeforeMs = 300_000;
/** Lifetime (ms) when neither the reply nor the token tells one. */
const assumedLifeMs = 900_000;
const lastingMs = 60_000;

const act: Act = { failed: 'Not signed in' };

/** Makes the token keeper of a profile. There is no refresh token and nothing to sign out from (Kira guide: Authentication). */
export function createTokens(deps: TokenDeps): Tokens {
  const kept = createKeptGrant(() => requestGrant(deps, deps.baseUrl));
  const atLeast = async (isEnough: (grant: Grant) => boolean): Reply<Grant> => {
    const grant = await kept.get(isEnough);
    return grant.ok ? grant : fail(grant.error.error);
  };
  const isGood = (grant: Grant) => deps.clock() < grant.goodUntil;
  return {
    get: () => atLeast(isGood),
    getLasting: () => atLeast((grant) => isGood(grant) && grant.endsAt - deps.clock() >= Math.min(lastingMs, grant.lifeMs * 0.9)),
    drop: (token) => { kept.drop(token); },
    request: (baseUrl) => requestGrant(deps, baseUrl),
  };
}

async function requestGrant({ http, credentials, clock }: TokenDeps, baseUrl: string): Promise<Result<Grant, SignInFailure>> {
  const keys = await credentials();
  if (!keys.ok) return fail({ error: keys.error, status: null });
  const { clientId, password, apiKey } = keys.value;
  const askedAt = clock();
  const reply = await http.request({
    kind: 'token', method: 'POST', url: `${baseUrl}/auth`, route: '/auth', timeoutMs: 30_000,
    headers: { 'x-api-key': apiKey, 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ client_id: clientId, password }),
  });
  if (!reply.ok) return fail({ error: failureError(reply.error, act), status: null });
  const grant = readGrant(withoutSecrets(reply.value, [password, apiKey, clientId]), keys.value, askedAt);
  return grant.ok ? grant : fail({ error: grant.error, status: reply.value.status });
}

function readGrant(reply: HttpReply, { clientId, apiKey }: Credentials, askedAt: number): Result<Grant, AppError> {
  if (!isSuccess(reply.status)) return fail(signInError(reply, askedAt));
  const granted = tokenReply.safeParse(isRecord(reply.json) ? reply.json['data'] ?? reply.json : null);
  if (!granted.success) return fail(unreadable(reply.status, act));
  const token = granted.data.access_token;
  const lifeMs = lifeOf(token, granted.data.expires_in, serverTime(reply.headers) ?? askedAt);
  return ok({ token, apiKey, clientId, lifeMs, endsAt: askedAt + lifeMs, goodUntil: askedAt + lifeMs - Math.min(renewBeforeMs, lifeMs / 2) });
}

/** The shorter of what the reply promises and what the token says of itself, by the server's clock, so that ours may be wrong. */
function lifeOf(token: string, expiresIn: string | null, serverNow: number): number {
  const promised = expiresIn === null ? Number.NaN : Number(expiresIn) * 1000;
  const own = endIn(token) * 1000 - serverNow;
  const known = [promised, own].filter((life) => Number.isFinite(life) && life > 0);
  return known.length === 0 ? assumedLifeMs : Math.min(...known);
}

/** The end (epoch seconds) that a token carries in itself, unverified: it only decides when to ask for the next. NaN when it tells none. */
function endIn(token: string): number {
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const end = isRecord(claims) ? claims['exp'] : undefined;
  return typeof end === 'number' ? end : Number.NaN;
}

function signInError(reply: HttpReply, now: number): AppError {
  const problem = readProblem(reply);
  const signedOut = (why: string, fix: string) => referenced(appError('signed-out', `Signed out: ${why}`, { fix }), problem.requestId);
  if (problem.code === unreadableCode) return replyError(reply, act, now);
  if (reply.status === 422 || reply.status === 400) {
    return signedOut('Kira can\u2019t read the client id.', 'It is a UUID, as Kira gave it. Enter the keys again under Settings, Profiles.');
  }
  if (reply.status === 401) return signedOut('Kira does not know this client id and password.', 'Enter the keys again under Settings, Profiles.');
  if (reply.status === 403) return signedOut('Kira does not take this API key at this address.', wrongDoorFix);
  return replyError(reply, act, now);
}
