import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Act } from './act.ts';
import type { HttpReply } from './http-types.ts';

/** Takes a value out of a success; null when the body isn't what it should be. */
export type ReadBody<T> = (body: unknown, headers: Headers) => T | null;

/** A provider's words for a reply that isn't a success, and for a success that can't be read. `now` is epoch ms. */
export type ReplyErrors<A extends Act> = {
  readonly replyError: (reply: HttpReply, act: A, now: number) => AppError;
  readonly unreadable: (status: number, act: A) => AppError;
};

/** Turns a reply into a value or an error: any 2xx that is JSON is read, anything else explained. */
export function readReply<A extends Act, T>(errors: ReplyErrors<A>, reply: HttpReply, act: A, read: ReadBody<T>, now: number): Result<T, AppError> {
  if (!isSuccess(reply.status)) return fail(errors.replyError(reply, act, now));
  const value = reply.json === undefined ? null : read(reply.json, reply.headers);
  return value === null ? fail(errors.unreadable(reply.status, act)) : ok(value);
}

/** Whether a status is 2xx. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** Turns "the provider doesn't know it" into null. */
export function orNull<T>(result: Result<T, AppError>): Result<T | null, AppError> {
  return !result.ok && result.error.code === 'not-found' ? ok(null) : result;
}
