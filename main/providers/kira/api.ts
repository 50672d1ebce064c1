import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpFailure } from '../failure.ts';
import type { Http, HttpReply, HttpRequest, RequestKind } from '../http-types.ts';
import { isRecord } from '../parse-json.ts';
import type { Reply } from '../provider.ts';
import type { Grant, Tokens } from './auth.ts';
import { isAboutCodes } from './code-errors.ts';
import { failureError, replyError, unreadable, type Act } from './errors.ts';
import { readProblem } from './problem.ts';
import { withoutSecrets } from './scrub.ts';

/** One operation of Kira's API: its path with {placeholders}, what kind of request it is, and the words for its errors. */
export type Endpoint = {
  readonly method: 'GET' | 'POST';
  readonly route: string;
  readonly kind: Extract<RequestKind, 'read' | 'write' | 'money'>;
  readonly act: Act;
};

/** What goes into one call: values of the placeholders, the query, headers of its own, and a body as the text that is sent. */
export type CallInput = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Why a call has no reply: no token, so that nothing of it left; or the line failed. */
export type CallFailure = { readonly at: 'token'; readonly error: AppError } | { readonly at: 'line'; readonly failure: HttpFailure };

/** The versions of the API that may be asked for by header; null leaves it to the account (Kira guide: Versioning). */
export type ApiVersion = '2025-01-01' | '2026-04-14' | '2026-06-01' | null;

/** Where requests go and in which version. */
export type Target = { readonly baseUrl: string; readonly apiVersion: ApiVersion };

/** The signed calls of a profile. */
export type Api = {
  /** Makes a call and hands back whatever reply came. One that the door refused for its token is made once more with a new one. */
  call(endpoint: Endpoint, input?: CallInput): Promise<Result<HttpReply, CallFailure>>;
  /** Makes a call and reads its success with `read`, which gives null when the body isn't what it should be. */
  ask<T>(endpoint: Endpoint, input: CallInput, read: (body: unknown, headers: Headers) => T | null): Reply<T>;
};

/** What signed calls are made from. */
export type ApiDeps = Target & { readonly http: Http; readonly tokens: Tokens; readonly clock: () => number };

/** How long (ms) a call may take: a payout longest, since giving up leaves a doubt (Kira guide: Rate limits and timeouts). */
const timeouts: Readonly<Record<Endpoint['kind'], number>> = { read: 30_000, write: 30_000, money: 60_000 };

/** Makes the signed calls of a profile (Kira guide: Authentication). */
export function createApi(deps: ApiDeps): Api {
  const call: Api['call'] = (endpoint, input = {}) => signedCall(deps, endpoint, input);
  return {
    call,
    async ask(endpoint, input, read) {
      const reply = await call(endpoint, input);
      return reply.ok ? readReply(reply.value, endpoint.act, read, deps.clock()) : fail(callError(reply.error, endpoint));
    },
  };
}

/** The words for a call without a reply. */
export function callError(failure: CallFailure, { act, kind }: Endpoint): AppError {
  return failure.at === 'token' ? failure.error : failureError(failure.failure, act, kind);
}

/** Turns a reply into a value or an error: any 2xx that is JSON is read, anything else explained. */
export function readReply<T>(reply: HttpReply, act: Act, read: (body: unknown, headers: Headers) => T | null, now: number): Result<T, AppError> {
  if (!isSuccess(reply.status)) return fail(replyError(reply, act, now));
  const value = reply.json === undefined ? null : read(reply.json, reply.headers);
  return value === null ? fail(unreadable(reply.status, act)) : ok(value);
}

/** Whether a status is 2xx. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** Turns "Kira doesn't know it" into null. */
export function orNull<T>(result: Result<T, AppError>): Result<T | null, AppError> {
  return !result.ok && result.error.code === 'not-found' ? ok(null) : result;
}

async function signedCall(deps: ApiDeps, endpoint: Endpoint, input: CallInput): Promise<Result<HttpReply, CallFailure>> {
  const first = await callOnce(deps, endpoint, input);
  return first.ok && mayRenew(endpoint.kind, first.value) ? callOnce(deps, endpoint, input) : first;
}

/** Whether a call may go again with a new token. What changes something only after the door's own refusal, behind which nothing was processed. */
function mayRenew(kind: Endpoint['kind'], reply: HttpReply): boolean {
  return isTokenRefusal(reply) && (kind === 'read' || readProblem(reply).gateway);
}

/** A 401 that is about the token; the other 401 of this API is about the one-time code and must not cost a try of it. */
function isTokenRefusal(reply: HttpReply): boolean {
  return reply.status === 401 && !isAboutCodes(readProblem(reply));
}

async function callOnce(deps: ApiDeps, endpoint: Endpoint, input: CallInput): Promise<Result<HttpReply, CallFailure>> {
  const grant = await deps.tokens.get();
  if (!grant.ok) return fail({ at: 'token', error: grant.error });
  const reply = await deps.http.request(requestOf(deps, endpoint, input, grant.value));
  if (!reply.ok) return fail({ at: 'line', failure: reply.error });
  if (isTokenRefusal(reply.value)) deps.tokens.drop(grant.value.token);
  return ok(withoutSecrets(reply.value, [grant.value.token, grant.value.apiKey, input.headers?.['x-validation-header']]));
}

/** Builds the request of a call. The path is put behind the whole base address, so that `/sandbox` stays (Kira guide: Quickstart); ids are
 *  escaped, so that no id can reach another path. */
export function requestOf({ baseUrl, apiVersion }: Target, endpoint: Endpoint, input: CallInput, grant: Pick<Grant, 'token' | 'apiKey'>): HttpRequest {
  const path = endpoint.route.replace(/\{(\w+)\}/g, (_all, name: string) => segment(input.params?.[name] ?? ''));
  const query = input.query ? `?${new URLSearchParams(input.query).toString()}` : '';
  const headers = {
    'x-api-key': grant.apiKey, Authorization: `Bearer ${grant.token}`, Accept: 'application/json',
    ...(apiVersion === null ? {} : { 'X-Api-Version': apiVersion }), ...input.headers,
  };
  const base = { kind: endpoint.kind, method: endpoint.method, route: endpoint.route, url: `${baseUrl}${path}${query}`, timeoutMs: timeouts[endpoint.kind] };
  return input.body === undefined ? { ...base, headers } : { ...base, headers: { ...headers, 'Content-Type': 'application/json' }, body: input.body };
}

/** One escaped path segment; an empty one or dots would be another path, and asking for that is a bug. */
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new Error('An id in a path is empty or dots');
  return encodeURIComponent(value);
}

/** The rows of a list: bare, or under one of `keys` (Kira guide: lists come bare, or as data, deposits, payouts or recipients). */
export function rowsIn(body: unknown, ...keys: readonly string[]): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  const found = isRecord(body) ? [...keys, 'data'].map((key) => body[key]).find((rows) => Array.isArray(rows)) : undefined;
  return Array.isArray(found) ? found : null;
}
