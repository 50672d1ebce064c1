import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../../../main/providers/http-types.ts';
import { readProblem } from '../../../../main/providers/kira/problem.ts';
import { parseJson } from '../../../../main/providers/parse-json.ts';

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): HttpReply => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(headers), text, json: parseJson(text) };
};
const read = (status: number, body: unknown, headers?: Record<string, string>) => readProblem(reply(status, body, headers));

describe('every envelope becomes one shape', () => {
  it.each([
    [403, { message: 'Forbidden' }, 'forbidden', 'Forbidden'], [401, { message: 'Unauthorized' }, 'unauthorized', 'Unauthorized'],
    [403, { Message: 'Access Denied' }, 'forbidden', 'Access Denied'], [401, { message: 'The incoming token has expired' }, 'unauthorized', 'The incoming token has expired'],
  ])('E1: %i %j', (status, body, code, message) => {
    expect(read(status, body)).toMatchObject({ http: status, code, message, fields: [], gateway: true, retryable: false });
  });
  it('E2: a code and a message', () => {
    expect(read(404, { code: 'NOT_FOUND', message: 'No such user' })).toMatchObject({ code: 'not_found', message: 'No such user', gateway: false });
  });
  it('E3: a path in steps', () => {
    expect(read(400, { code: 'validation_error', message: 'Invalid request body', details: [{ code: 'custom', path: ['items', 0, 'amount'], message: 'Too small' }] }))
      .toMatchObject({ code: 'validation_error', message: 'Invalid request body', fields: [{ path: 'items.0.amount', message: 'Too small', code: 'custom' }] });
  });
  it('E4: a name glued into the words', () => {
    expect(read(400, { code: 'validation_error', error: 'Invalid data', details: [{ message: 'bank is bank is required for US_BANK' }, { message: ' is Either client_uuid or email must be provided' }] }))
      .toMatchObject({ code: 'validation_error', message: 'Invalid data', fields: [{ path: 'bank', message: 'bank is required for US_BANK' }, { path: null }] });
  });
  it('E5: a dotted path without a code of its own', () => {
    expect(read(400, { error: 'Invalid request data', details: [{ path: 'account.swift_code', message: 'Too short', code: 'too_small' }] }))
      .toMatchObject({ code: 'validation_error', message: 'Invalid request data', fields: [{ path: 'account.swift_code', message: 'Too short', code: 'too_small' }] });
  });
  it('E6: everything inside, in capitals', () => {
    expect(read(409, { error: { code: 'IDEMPOTENCY_CONFLICT', message: 'Used', details: {} } })).toMatchObject({ code: 'idempotency_conflict', message: 'Used', fields: [] });
    expect(read(400, { error: { code: 'X', message: 'm', details: [{ path: 'a', message: 'b' }] } })).toMatchObject({ fields: [{ path: 'a', message: 'b' }] });
  });
  it('E7: a status beside its name', () => {
    expect(read(400, { statusCode: 400, error: 'Bad Request', message: 'User must be VERIFIED', timestamp: '2026-05-28T00:00:00Z' })).toMatchObject({ code: 'bad_request', message: 'User must be VERIFIED' });
  });
  it('E8: a place as text', () => {
    expect(read(400, { message: 'ERROR-V001: Validation Error', data: [{ loc: 'webhook_url', msg: 'Field required', type: 'missing' }] }))
      .toMatchObject({ code: 'validation_error', fields: [{ path: 'webhook_url', message: 'Field required', code: 'missing' }], gateway: false });
  });
  it('E9: a place in steps', () => {
    expect(read(422, { message: 'Invalid input data', data: [{ type: 'uuid_parsing', loc: ['body', 'client_id'], msg: 'Not a UUID' }] })).toMatchObject({ code: 'validation_error', fields: [{ path: 'body.client_id', message: 'Not a UUID' }] });
  });
  it('E10: a fault of its own', () => {
    expect(read(500, { status: 'error', message: 'Internal server error' })).toMatchObject({ code: 'internal_error', message: 'Internal server error', retryable: true });
  });
  it('E11: a list of errors by field', () => {
    expect(read(400, { code: 'VALIDATION_ERROR', message: 'No', errors: [{ field: 'amount', message: 'Too large' }] })).toMatchObject({ code: 'validation_error', fields: [{ path: 'amount', message: 'Too large' }] });
  });
  it.each(['error code: 522', '', '[]', '"Blocked"', '<html></html>', '{}'])('E12: %j says nothing', (text) => {
    expect(read(502, text)).toMatchObject({ code: 'non_json', message: text.startsWith('{') ? '' : text, fields: [] });
  });
});

describe('what else is kept', () => {
  it('the tries left and the block, wherever they stand', () => {
    expect(read(401, { code: 'OTP_INVALID', message: 'x', attemptsRemaining: 2, isBlocked: false })).toMatchObject({ code: 'otp_invalid', attemptsRemaining: 2, isBlocked: false });
    expect(read(401, { error: { code: 'OTP_INVALID', message: 'x', details: { attemptsRemaining: 0, isBlocked: true } } })).toMatchObject({ attemptsRemaining: 0, isBlocked: true });
    expect(read(401, { code: 'OTP_INVALID', message: 'x' })).toMatchObject({ attemptsRemaining: null, isBlocked: false });
  });
  it('the request\u2019s id', () => {
    expect(read(400, { message: 'x' }, { 'x-amzn-requestid': 'req-1234', 'cf-ray': 'ray-1234' }).requestId).toBe('req-1234');
    expect(read(400, { message: 'x' }, { 'cf-ray': 'ray-1234' }).requestId).toBe('ray-1234');
    expect(read(400, { message: 'x' }, { 'x-amzn-requestid': '<b>' }).requestId).toBeNull();
  });
  it('whether it may pass by itself', () => {
    expect([408, 429, 500, 503, 400, 401, 409].map((status) => read(status, { message: 'x' }).retryable)).toEqual([true, true, true, true, false, false, false]);
  });
  it('no more than 200 characters of a page', () => {
    expect(read(200, 'x'.repeat(5000)).message).toHaveLength(200);
  });
});
