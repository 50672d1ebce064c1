import { requestTo, type CallInput, type Endpoint as AnyEndpoint } from '../endpoint.ts';
import type { Http, HttpRequest } from '../http-types.ts';
import { createSignedCalls, type Api as AnyApi } from '../signed-calls.ts';
import { errors, type Act } from './errors.ts';
import type { Tokens } from './oauth.ts';

/** One operation of the Blaaiz API. */
export type Endpoint = AnyEndpoint<Act>;

/** The signed calls of a Blaaiz profile. A read that is refused with 401 is tried once more with a new token. */
export type Api = AnyApi<Act>;

/** What signed calls are made from. */
export type ApiDeps = { readonly http: Http; readonly baseUrl: string; readonly tokens: Tokens; readonly clock: () => number };

/** Makes the signed calls of a profile (Blaaiz guide: Authentication). */
export function createApi({ http, baseUrl, tokens, clock }: ApiDeps): Api {
  return createSignedCalls({
    http, clock, errors,
    grant: () => tokens.get(),
    request: (endpoint, input, token) => requestOf(baseUrl, endpoint, input, token),
    refusesToken: (reply) => reply.status === 401,
    drop: (token) => { tokens.drop(token); },
    mayGoAgain: (kind) => kind === 'read',
    cleaned: (reply) => reply,
  });
}

/** Builds the request of a call. */
export function requestOf(baseUrl: string, endpoint: Endpoint, input: CallInput, token: string): HttpRequest {
  return requestTo(baseUrl, endpoint, input, { Authorization: `Bearer ${token}` });
}
