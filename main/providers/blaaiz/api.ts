import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpFailure } from '../failure.ts';
import type { Http, HttpReply, HttpRequest, RequestKind } from '../http-types.ts';
import type { Reply } from '../provider.ts';
import { failureError, replyError, unreadable, type Act } from './errors.ts';
import type { Tokens } from './oauth.ts';

/** One operation of the Blaaiz API: its path with {placeholders}, what kind of request it is, and the words for its errors. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly route: string;
  readonly kind: Extract<RequestKind, 'read' | 'write' | 'money'>;
  readonly act: Act;
};

/** What goes into one call: values of the placeholders, the query, and a JSON body (an object, or text that is sent as it is). */
export type CallInput = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | string;
};

/** Why a call has no reply: no token, so that nothing of it left; or the line failed. */
export type CallFailure = { readonly at: 'token'; readonly error: AppError } | { readonly at: 'line'; readonly failure: HttpFailure };

/** The signed calls of a profile. */
export type Api = {
  /** Makes a call and hands back whatever reply came. A read that is refused with 401 is tried once more with a new token. */
  call(endpoint: Endpoint, input?: CallInput): Promise<Result<HttpReply, CallFailure>>;
  /** Makes a call and reads its success with `read`, which gives null when the body isn't what it should be. */
  ask<T>(endpoint: Endpoint, input: CallInput, read: (body: unknown) => T | null): Reply<T>;
};

/** What signed calls are made from. */
export type ApiDeps = { readonly http: Http; readonly baseUrl: string; readonly tokens: Tokens; readonly clock: () => number };

/** Makes the signed calls of a profile (Blaaiz guide: Authentication). */
export function createApi(deps: ApiDeps): Api {
  const call: Api['call'] = (endpoint, input = {}) => signedCall(deps, endpoint, input);
  return {
    call,
    async ask(endpoint, input, read) {
      const reply = await call(endpoint, input);
      if (!reply.ok) return fail(reply.error.at === 'token' ? reply.error.error : failureError(reply.error.failure, endpoint.act, endpoint.kind));
      return readReply(reply.value, endpoint.act, read, deps.clock());
    },
  };
}

/** Turns a reply into a value or an error: any 2xx is read, anything else explained. */
export function readReply<T>(reply: HttpReply, act: Act, read: (body: unknown) => T | null, now: number): Result<T, AppError> {
  if (!isSuccess(reply.status)) return fail(replyError(reply, act, now));
  const value = reply.json === undefined ? null : read(reply.json);
  return value === null ? fail(unreadable(reply.status, act)) : ok(value);
}

/** Whether a status is 2xx. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** Turns "Blaaiz doesn't know it" into null. */
export function orNull<T>(result: Result<T, AppError>): Result<T | null, AppError> {
  return !result.ok && result.error.code === 'not-found' ? ok(null) : result;
}

async function signedCall(deps: ApiDeps, endpoint: Endpoint, input: CallInput): Promise<Result<HttpReply, CallFailure>> {
  const first = await callOnce(deps, endpoint, input);
  if (endpoint.kind !== 'read' || !first.ok || first.value.status !== 401) return first;
  return callOnce(deps, endpoint, input);
}

async function callOnce(deps: ApiDeps, endpoint: Endpoint, input: CallInput): Promise<Result<HttpReply, CallFailure>> {
  const token = await deps.tokens.get();
  if (!token.ok) return fail({ at: 'token', error: token.error });
  const reply = await deps.http.request(requestOf(deps.baseUrl, endpoint, input, token.value));
  if (!reply.ok) return fail({ at: 'line', failure: reply.error });
  if (reply.value.status === 401) deps.tokens.drop(token.value);
  return reply;
}

/** Builds the request of a call; ids are escaped, so that no id can reach another path. */
export function requestOf(baseUrl: string, endpoint: Endpoint, input: CallInput, token: string): HttpRequest {
  const path = endpoint.route.replace(/\{(\w+)\}/g, (_all, name: string) => segment(input.params?.[name] ?? ''));
  const query = input.query ? `?${new URLSearchParams(input.query).toString()}` : '';
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  const base = { kind: endpoint.kind, method: endpoint.method, route: endpoint.route, url: `${baseUrl}${path}${query}` };
  if (input.body === undefined) return { ...base, headers };
  const body = typeof input.body === 'string' ? input.body : JSON.stringify(input.body);
  return { ...base, headers: { ...headers, 'Content-Type': 'application/json' }, body };
}

/** One escaped path segment; an empty one or dots would be another path, and asking for that is a bug. */
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new Error('An id in a path is empty or dots');
  return encodeURIComponent(value);
}
