import { requestTo, type CallInput, type Endpoint as AnyEndpoint } from '../endpoint.ts';
import type { Http, HttpReply, HttpRequest } from '../http-types.ts';
import { isRecord } from '../parse-json.ts';
import { createSignedCalls, type Api as AnyApi } from '../signed-calls.ts';
import type { Grant, Tokens } from './auth.ts';
import { isAboutCodes } from './code-errors.ts';
import { errors, type Act } from './errors.ts';
import { readProblem } from './problem.ts';
import { withoutSecrets } from './scrub.ts';

/** One operation of Kira's API. */
export type Endpoint = AnyEndpoint<Act>;

/** The versions of the API that may be asked for by header; null leaves it to the account (Kira guide: Versioning). */
export type ApiVersion = '2025-01-01' | '2026-04-14' | '2026-06-01' | null;

/** Where requests go and in which version. */
export type Target = { readonly baseUrl: string; readonly apiVersion: ApiVersion };

/** The signed calls of a Kira profile. One that the door refused for its token is made once more with a new one. */
export type Api = AnyApi<Act>;

/** What signed calls are made from. */
export type ApiDeps = Target & { readonly http: Http; readonly tokens: Tokens; readonly clock: () => number };

/** How long (ms) a call may take: a payout longest, since giving up leaves a doubt (Kira guide: Rate limits and timeouts). */
const timeouts: Readonly<Record<Endpoint['kind'], number>> = { read: 30_000, write: 30_000, money: 60_000 };

/** Makes the signed calls of a profile (Kira guide: Authentication). */
export function createApi(deps: ApiDeps): Api {
  const { http, clock, tokens } = deps;
  return createSignedCalls({
    http, clock, errors,
    grant: () => tokens.get(),
    request: (endpoint, input, grant) => requestOf(deps, endpoint, input, grant),
    refusesToken: isTokenRefusal,
    drop: ({ token }) => { tokens.drop(token); },
    // What changes something goes again only after the door's own refusal, behind which nothing was processed.
    mayGoAgain: (kind, reply) => kind === 'read' || readProblem(reply).gateway,
    cleaned: (reply, { headers }, { token, apiKey, clientId }) => withoutSecrets(reply, [token, apiKey, clientId, headers?.['x-validation-header']]),
  });
}

/** A 401 that is about the token; the other 401 of this API is about the one-time code and must not cost a try of it. */
function isTokenRefusal(reply: HttpReply): boolean {
  return reply.status === 401 && !isAboutCodes(readProblem(reply));
}

/** Builds the request of a call; the stage in the base address stays (Kira guide: Quickstart). */
export function requestOf({ baseUrl, apiVersion }: Target, endpoint: Endpoint, input: CallInput, { token, apiKey }: Pick<Grant, 'token' | 'apiKey'>): HttpRequest {
  const version: Readonly<Record<string, string>> = apiVersion === null ? {} : { 'X-Api-Version': apiVersion };
  return { ...requestTo(baseUrl, endpoint, input, { 'x-api-key': apiKey, Authorization: `Bearer ${token}`, ...version }), timeoutMs: timeouts[endpoint.kind] };
}

/** The most rows of one answer that are read: a page has a hundred at most. */
const mostRows = 10_000;

/** The rows of a list, null when it is none or far too long: bare, or under one of `keys` (Kira guide: lists come bare, or as data, deposits, payouts or recipients). */
export function rowsIn(body: unknown, ...keys: readonly string[]): readonly unknown[] | null {
  const found = isRecord(body) ? [...keys, 'data'].map((key) => body[key]).find((rows) => Array.isArray(rows)) : body;
  return Array.isArray(found) && found.length <= mostRows ? found : null;
}
