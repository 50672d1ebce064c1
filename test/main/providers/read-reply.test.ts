import { describe, expect, it } from 'vitest';
import { isSuccess, orNull, readReply, type ReplyErrors } from '../../../main/providers/read-reply.ts';
import { appError, type ErrorCode } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const error = (code: ErrorCode) => appError(code, 'Not done.', { fix: 'Wait.' });
const errors: ReplyErrors<{ readonly failed: string }> = { replyError: () => error('provider-refused'), unreadable: () => error('provider-unreadable') };
const read = (status: number, json: unknown) =>
  readReply(errors, { status, headers: new Headers({ mark: 'm' }), text: '', json }, { failed: 'x' }, (body, headers) => (body === 'odd' ? null : [body, headers.get('mark')]), 0);

describe('a reply', () => {
  it('that is a success is read, with its headers', () => { expect(read(201, { id: 1 })).toEqual(ok([{ id: 1 }, 'm'])); });
  it('that is a success but no JSON, or not what it should be, is unreadable', () => {
    for (const json of [undefined, 'odd']) expect(read(200, json)).toMatchObject({ error: { code: 'provider-unreadable' } });
  });
  it('that is no success is explained and not read', () => { expect(read(404, { id: 1 })).toMatchObject({ error: { code: 'provider-refused' } }); });
});

it('counts every 2xx as a success and nothing else', () => {
  expect([199, 200, 202, 299, 300, 401].map(isSuccess)).toEqual([false, true, true, true, false, false]);
});

it('makes nothing of what the provider doesn\u2019t know, and keeps every other error', () => {
  expect(orNull(fail(error('not-found')))).toEqual(ok(null));
  expect(orNull(fail(error('timeout')))).toMatchObject({ ok: false, error: { code: 'timeout' } });
  expect(orNull(ok(1))).toEqual(ok(1));
});
