import { describe, expect, it } from 'vitest';
import { failureError, replyError, unreadable, type Act } from '../../../../main/providers/blaaiz/errors.ts';
import type { FailureKind } from '../../../../main/providers/failure.ts';
import { parseJson } from '../../../../main/providers/parse-json.ts';
import { appErrorSchema } from '../../../../preload/contract/errors.ts';

const act: Act = { failed: 'The wallets were not read', scope: 'wallet:read' };
const now = 1_800_000_000_000;
const explain = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return replyError({ status, headers: new Headers(headers), text, json: parseJson(text) }, act, now);
};

describe('an answer that is no success', () => {
  it.each([
    [400, { message: 'Pair is not active.' }, 'provider-refused'], [400, { message: 'Insufficient funds.' }, 'insufficient-funds'], [402, { message: 'Insufficient funds' }, 'insufficient-funds'],
    [400, { message: 'Customer is under enhanced due diligence.' }, 'extra-checks'], [400, { message: 'Customer is not verified.' }, 'customer-not-verified'],
    [400, { message: 'Cannot change a verified customer.' }, 'customer-locked'], [401, { message: 'Invalid or missing access token' }, 'signed-out'],
    [401, { message: 'Invalid or missing API key' }, 'signed-out'], [403, { message: 'Invalid scope(s) provided.' }, 'scope-missing'], [403, { message: 'Forbidden' }, 'signed-out'],
    [404, { message: 'Customer not found' }, 'not-found'], [404, { message: 'The route x could not be found.' }, 'provider-unreadable'], [404, '<html>', 'provider-unreadable'],
    [405, { message: 'Method not allowed' }, 'provider-refused'], [408, { message: 'x' }, 'timeout'], [409, { message: 'x' }, 'conflict'], [410, { message: 'Gone' }, 'provider-refused'],
    [422, { message: 'Bad.' }, 'validation'], [422, { message: 'x', errors: { merchant_reference: ['taken'] } }, 'duplicate-reference'], [429, { message: 'Too Many Attempts.' }, 'rate-limited'],
    [429, '', 'rate-limited'], [500, { message: 'SQLSTATE' }, 'provider-down'], [502, '<html>', 'provider-down'], [503, '', 'provider-down'], [304, '', 'provider-unreadable'],
  ] as const)('%i %j is %s, in words that follow the house', (status, body, code) => {
    const error = explain(status, body);
    expect(error.code).toBe(code);
    expect(appErrorSchema.safeParse(error).success).toBe(true);
    expect(error.message.startsWith(act.failed)).toBe(true);
    expect(error.fix).toMatch(/\.$/);
    expect(`${error.message} ${error.fix}`).not.toMatch(/please|successfully|oops|!|SQLSTATE/i);
  });

  it('names the permission that is missing', () => {
    expect(explain(403, { message: 'Missing scope.' })).toMatchObject({ message: 'The wallets were not read: the keys lack the permission wallet:read.' });
  });

  it('says how long to wait', () => {
    expect(explain(429, { message: 'x' }, { 'retry-after': '17' }).fix).toBe('Wait 17 seconds, then try again.');
    expect(explain(429, { message: 'x' }).fix).toBe('Wait 60 seconds, then try again.');
  });

  it('quotes unknown words, in one line and not for ever', () => {
    const { message } = explain(400, { message: `  No\n\u0000way ${'x'.repeat(500)}` });
    expect(message).toMatch(/^The wallets were not read\. Blaaiz says: \u201cNo way x+\u2026\u201d$/);
    expect(message.length).toBeLessThan(300);
  });

  it('never shows markup', () => {
    expect(explain(400, { message: '<script>alert(1)</script>' }).message).toBe('The wallets were not read. Blaaiz gave no reason.');
  });

  it('passes a reference on, and nothing that only looks like one', () => {
    expect(explain(500, { message: 'x' }, { 'x-request-id': 'req-12ab.3' })).toMatchObject({ reference: 'req-12ab.3' });
    expect(explain(400, { message: 'x', request_id: 'abc-123' })).toMatchObject({ reference: 'abc-123' });
    expect(explain(400, { message: 'x' }, { 'x-request-id': 'two words' })).not.toHaveProperty('reference');
  });

  it('maps the fields it knows and turns the others into our spelling', () => {
    const error = replyError({ status: 422, headers: new Headers(), text: '', json: { message: 'x', errors: { first_name: ['Required.'], 'owners.0.id_document_number': ['Bad.', 'Worse.'], odd: 7 } } },
      { ...act, fields: { first_name: 'firstName' } }, now);
    expect(error.fields).toEqual([{ path: 'firstName', message: 'Required.' }, { path: 'owners.0.idDocumentNumber', message: 'Bad.' }, { path: 'odd', message: 'Blaaiz refused this.' }]);
  });
});

describe('no answer at all', () => {
  it.each([['offline', 'offline'], ['timeout', 'timeout'], ['tls', 'tls'], ['reset', 'offline'], ['aborted', 'cancelled'], ['too-large', 'provider-unreadable'],
    ['redirect', 'provider-unreadable'], ['insecure', 'tls']] satisfies [FailureKind, string][])('%s is %s', (kind, code) => {
    expect(failureError({ kind, code: 'X' }, act)).toMatchObject({ code, message: expect.stringMatching(/^The wallets were not read: .*\.$/) as string, fix: expect.stringMatching(/\.$/) as string });
  });

  it('leaves a doubt after a write that broke off, but not after one that never left', () => {
    expect(failureError({ kind: 'reset', code: 'X' }, act, 'write').code).toBe('outcome-unknown');
    expect(failureError({ kind: 'timeout', code: 'X' }, act, 'write').code).toBe('outcome-unknown');
    expect(failureError({ kind: 'offline', code: 'X' }, act, 'write').code).toBe('offline');
  });
});

it('explains a success that can\u2019t be read', () => {
  expect(unreadable(200, act)).toMatchObject({ code: 'provider-unreadable', message: 'The wallets were not read: the answer was not one that Blaaiz gives.' });
});
