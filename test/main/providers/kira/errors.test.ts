import { describe, expect, it } from 'vitest';
import { failureError, fieldIssues, replyError } from '../../../../main/providers/kira/errors.ts';
import { recipientFieldNames } from '../../../../main/providers/kira/field-names.ts';
import { readProblem } from '../../../../main/providers/kira/problem.ts';
import { parseJson } from '../../../../main/providers/parse-json.ts';

const act = { failed: 'Not done' };
const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(headers), text, json: parseJson(text) };
};
const error = (status: number, body: unknown, headers?: Record<string, string>) => replyError(reply(status, body, headers), act, 0);

describe('a refusal, for people', () => {
  it('trap 9: 403 is told as a wrong address or stage, not as a permission', () => {
    for (const message of ['Forbidden', 'Missing Authentication Token', 'Invalid key=value pair (missing equal-sign) in Authorization header']) {
      expect(error(403, { message })).toMatchObject({ code: 'signed-out', message: expect.stringContaining('at the profile\u2019s address') as string, fix: expect.stringContaining('with or without /sandbox') as string });
    }
  });
  it('of something that belongs to another account says so', () => {
    expect(error(403, { code: 'PAYOUT_ACCESS_DENIED', message: 'Not yours' })).toMatchObject({ code: 'provider-refused', message: 'Not done. Kira says: \u201cNot yours\u201d' });
  });
  it.each([
    [400, 'insufficient_balance', 'insufficient-funds'], [409, 'FEES_EXCEED_AMOUNT', 'provider-refused'], [404, 'QUOTE_NOT_FOUND', 'provider-refused'],
    [422, 'RECIPIENT_ACCOUNT_TYPE_MISMATCH', 'provider-refused'], [409, 'idempotency_key_reused', 'conflict'], [404, 'USER_NOT_FOUND', 'not-found'], [409, 'other', 'conflict'],
  ])('%i %s is %s, with what to do', (status, code, ours) => {
    const told = error(status, { error: { code, message: 'Words', details: {} } });
    expect(told).toMatchObject({ code: ours, message: 'Not done. Kira says: \u201cWords\u201d' });
    expect(told.fix).toMatch(/\.$/);
  });
  it('trap 25: is sorted by code and status, whatever the words are', () => {
    expect(error(400, { code: 'insufficient_balance', message: 'Blance to loww' }).code).toBe('insufficient-funds');
    expect(error(401, { code: 'OTP_INVALID', message: 'Unauthorized token expired' }).code).toBe('code-wrong');
    expect(error(404, { code: 'not_found', message: 'insufficient quote fees exceed' }).code).toBe('not-found');
  });
  it('picks what helps by the words where the code says nothing', () => {
    expect(error(400, { code: 'bad_request', message: 'Total fees exceed or equal the payout amount' }).fix).toContain('mark-up');
    expect(error(400, { code: 'validation_error', message: 'payment_instructions cannot be provided for fiat mode virtual accounts' }).fix).toContain('no network');
    expect(error(400, { code: 'validation_error', message: 'payment_instructions is required for crypto mode virtual accounts' }).fix).toContain('network and a token');
    expect(error(400, { code: 'INVALID_CALCULATED_AMOUNT', message: 'Amount does not match the quote' }).fix).toContain('price again');
    expect(error(400, { code: 'bad_request', message: 'Insufficient balance' }).code).toBe('insufficient-funds');
  });
  it('marks fields by our names, with Kira\u2019s words cleaned', () => {
    const problem = readProblem(reply(400, { error: 'Invalid', details: [{ path: 'account.bank_address.country', message: 'Country must be\u202e a 2-character ISO code' }, { path: 'account.swift_code', message: '<b>x</b>' }] }));
    expect(fieldIssues(problem, recipientFieldNames)).toEqual([{ path: 'bankCountry', message: 'Country must be a 2-character ISO code' }, { path: 'bic', message: 'Kira refused this.' }]);
  });
  it('carries the request\u2019s id for support', () => {
    expect(error(400, { code: 'x', message: 'y' }, { 'x-amzn-requestid': 'req-1234' }).reference).toBe('req-1234');
    expect(error(400, { code: 'x', message: 'y' })).not.toHaveProperty('reference');
  });
  it('says how long to wait', () => {
    expect(error(429, { message: 'Too Many Requests' }, { 'retry-after': '7' })).toMatchObject({ code: 'rate-limited', fix: 'Wait 7 seconds, then try again.' });
  });
  it.each([[500, { status: 'error', message: 'Internal server error' }], [503, 'Service Unavailable'], [502, '']])('%i is a fault of Kira\u2019s own', (status, body) => {
    expect(error(status, body).code).toBe('provider-down');
  });
  it.each([[404, { message: 'Not Found' }], [404, '<html>'], [400, 'Blocked'], [302, '']])('%i %j is somebody else\u2019s answer', (status, body) => {
    expect(error(status, body).code).toBe('provider-unreadable');
  });
  it('of a bad token sends to the keys', () => {
    expect(error(401, { message: 'Unauthorized' })).toMatchObject({ code: 'signed-out', message: 'Not done: Kira does not accept the keys of this profile.' });
  });
});

describe('no answer', () => {
  it('to a write leaves a doubt, to a read none', () => {
    expect(failureError({ kind: 'timeout', code: 'TIMEOUT' }, act, 'write')).toMatchObject({ code: 'outcome-unknown', message: 'Not done for certain: Kira did not answer in time. It may have arrived.' });
    expect(failureError({ kind: 'timeout', code: 'TIMEOUT' }, act)).toMatchObject({ code: 'timeout', message: 'Not done: Kira did not answer in time.' });
    expect(failureError({ kind: 'insecure', code: 'NOT_HTTPS' }, act, 'write').code).toBe('tls');
  });
});
