import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Act } from './act.ts';
import type { CallInput, Endpoint } from './endpoint.ts';
import type { HttpFailure } from './failure.ts';
import type { Http, HttpReply, HttpRequest, RequestKind } from './http-types.ts';
import type { Reply } from './provider.ts';
import { readReply, type ReadBody, type ReplyErrors } from './read-reply.ts';

/** Why a call has no reply: no token, so that nothing of it left; or the line failed. */
export type CallFailure = { readonly at: 'token'; readonly error: AppError } | { readonly at: 'line'; readonly failure: HttpFailure };

/** A provider's words for everything that isn't the answer that was asked for. */
export type CallErrors<A extends Act> = ReplyErrors<A> & { readonly failureError: (failure: HttpFailure, act: A, kind: RequestKind) => AppError };

/** The signed calls of a profile. */
export type Api<A extends Act> = {
  /** Makes a call and hands back whatever reply came. One that was refused for its token may be made once more with a new one. */
  call(endpoint: Endpoint<A>, input?: CallInput): Promise<Result<HttpReply, CallFailure>>;
  /** Makes a call and reads its success with `read`, which gives null when the body isn't what it should be. */
  ask<T>(endpoint: Endpoint<A>, input: CallInput, read: ReadBody<T>): Reply<T>;
};

/** How a provider's calls are signed with a grant of type `G`, and what its replies say of the grant. */
export type Signing<A extends Act, G> = {
  readonly http: Http;
  readonly clock: () => number;
  readonly errors: CallErrors<A>;
  readonly grant: () => Reply<G>;
  readonly request: (endpoint: Endpoint<A>, input: CallInput, grant: G) => HttpRequest;
  /** Whether a reply refuses the token itself; `drop` then forgets it. */
  readonly refusesToken: (reply: HttpReply) => boolean;
  readonly drop: (grant: G) => void;
  /** Whether a call whose token was refused may go again with a new one. */
  readonly mayGoAgain: (kind: RequestKind, refusal: HttpReply) => boolean;
  /** The reply as it is handed on. */
  readonly cleaned: (reply: HttpReply, input: CallInput, grant: G) => HttpReply;
};

/** Makes the signed calls of a profile. */
export function createSignedCalls<A extends Act, G>(signing: Signing<A, G>): Api<A> {
  const { errors, clock } = signing;
  const call: Api<A>['call'] = (endpoint, input = {}) => signedCall(signing, endpoint, input);
  return {
    call,
    async ask(endpoint, input, read) {
      const reply = await call(endpoint, input);
      return reply.ok ? readReply(errors, reply.value, endpoint.act, read, clock()) : fail(callError(errors, reply.error, endpoint));
    },
  };
}

/** The words for a call without a reply. */
export function callError<A extends Act>(errors: CallErrors<A>, failure: CallFailure, { act, kind }: Endpoint<A>): AppError {
  return failure.at === 'token' ? failure.error : errors.failureError(failure.failure, act, kind);
}

async function signedCall<A extends Act, G>(signing: Signing<A, G>, endpoint: Endpoint<A>, input: CallInput): Promise<Result<HttpReply, CallFailure>> {
  const first = await callOnce(signing, endpoint, input);
  const isRefused = first.ok && signing.refusesToken(first.value) && signing.mayGoAgain(endpoint.kind, first.value);
  return isRefused ? callOnce(signing, endpoint, input) : first;
}

async function callOnce<A extends Act, G>(signing: Signing<A, G>, endpoint: Endpoint<A>, input: CallInput): Promise<Result<HttpReply, CallFailure>> {
  const grant = await signing.grant();
  if (!grant.ok) return fail({ at: 'token', error: grant.error });
  const reply = await signing.http.request(signing.request(endpoint, input, grant.value));
  if (!reply.ok) return fail({ at: 'line', failure: reply.error });
  if (signing.refusesToken(reply.value)) signing.drop(grant.value);
  return ok(signing.cleaned(reply.value, input, grant.value));
}
