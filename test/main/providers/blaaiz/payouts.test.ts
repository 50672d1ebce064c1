import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { classifyReply } from '../../../../main/providers/blaaiz/payouts.ts';
import { parseJson } from '../../../../main/providers/parse-json.ts';
import { acceptedBody, order, providerAt, startOddServer, withReply } from '../support/blaaiz.ts';
import type { Answer } from '../support/server.ts';

const now = 1_800_000_000_000;
const reply = (status: number, body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(), text, json: parseJson(text) };
};
const classify = (status: number, body: unknown) => classifyReply(reply(status, body), order.merchantReference, now);
const sendTo = (answer: Answer) => withReply(answer, ({ provider }) => provider.payouts.send(provider.payouts.compose(order)));

describe('an accepted payout', () => {
  it('carries the provider\u2019s figures exactly', () => {
    expect(classify(200, acceptedBody('BUR-0001'))).toEqual({
      kind: 'accepted',
      payout: {
        transactionId: 't-1', reference: 'r-1', merchantReference: 'BUR-0001', status: 'processing', rawStatus: 'PROCESSING', failureReason: null,
        sent: { minor: 240_050, currency: 'GBP' }, fee: { minor: 180, currency: 'GBP' }, received: { minor: 400_000_025, currency: 'NGN' }, rate: '1993.2', converted: null,
      },
    });
  });

  it.each([201, 202])('is accepted with %i as well', (status) => {
    expect(classify(status, acceptedBody(undefined)).kind).toBe('accepted');
  });

  it('that is about another reference is not believed', () => {
    expect(classify(200, acceptedBody('BUR-0002')).kind).toBe('unknown');
  });
});

describe('an unreadable success is unknown', () => {
  it.each([['an empty body', ''], ['HTML', '<html>Sign in</html>'], ['half of it', '{"message":"Payout Ini'], ['no transaction', { message: 'ok' }],
    ['a transaction without id', { transaction: { status: 'PROCESSING' } }], ['an array', []], ['null', 'null']])('%s', (_name, body) => {
    expect(classify(200, body).kind).toBe('unknown');
  });
});

describe('a definite refusal', () => {
  it.each([
    [400, 'The pair is not active.', 'provider-refused'], [400, 'Insufficient funds.', 'insufficient-funds'], [402, 'Insufficient funds', 'insufficient-funds'],
    [401, 'Invalid or missing access token', 'signed-out'], [403, 'Missing scope: payout:create', 'scope-missing'], [403, 'Access denied', 'signed-out'],
    [404, 'Customer not found', 'not-found'], [422, 'The iban is invalid.', 'validation'], [429, 'Too Many Attempts.', 'rate-limited'],
  ])('%i \u201c%s\u201d is refused as %s', (status, message, code) => {
    expect(classify(status, { message })).toMatchObject({ kind: 'refused', error: { code } });
  });

  it.each([400, 401, 402, 403, 404, 422, 429])('with %i needs a body that Blaaiz wrote', (status) => {
    for (const body of ['', '<html></html>', '[]', '{"status":false}', '{"message":""}', '{"message":7}', '"no"']) {
      expect(classify(status, body)).toMatchObject({ kind: 'unknown' });
    }
  });

  it('names our fields with the provider\u2019s sentences', () => {
    const body = { message: 'The bank id field is required. (and 1 more error)', errors: { bank_id: ['The bank id field is required.'], swift_code: ['Bad code.', 'More'] } };
    expect(classify(422, body)).toMatchObject({
      kind: 'refused', error: { code: 'validation', message: 'Not sent: Blaaiz refused 2 fields.', fields: [
        { path: 'details.bankId', message: 'The bank id field is required.' }, { path: 'details.bic', message: 'Bad code.' }] },
    });
  });
});

describe('a refusal that is about our reference is unknown: the payout exists', () => {
  it.each([
    [422, { message: 'The merchant reference has already been taken.', errors: { merchant_reference: ['Taken.'] } }],
    [422, { message: 'Bad. (and 1 more error)', errors: { bank_id: ['x'], merchant_reference: ['Taken.'] } }],
    [422, { message: 'The merchant reference has already been taken.' }], [400, { message: 'Duplicate merchant_reference' }],
  ])('%i %j', (status, body) => {
    expect(classify(status, body)).toEqual({ kind: 'unknown', cause: 'duplicate reference: it exists, look it up' });
  });
});

describe('everything else is unknown', () => {
  it.each([100, 204, 301, 302, 304, 405, 408, 409, 410, 413, 415, 418, 451, 500, 502, 503, 504, 520])('%i, with any body', (status) => {
    expect(classify(status, { message: 'No.' }).kind).toBe('unknown');
  });

  it('only a listed status with a message is ever refused, and only 2xx ever accepted', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.json(), fc.string(), fc.record({ message: fc.string() }).map((one) => JSON.stringify(one))), (status, body) => {
      const { kind } = classify(status, body);
      if (kind === 'refused') expect([400, 401, 402, 403, 404, 422, 429]).toContain(status);
      if (kind === 'accepted') expect(Math.floor(status / 100)).toBe(2);
    }));
  });
});

describe('on the wire', () => {
  it('sends the composed bytes once, signed', async () => {
    await withReply({ body: acceptedBody('BUR-0001') }, async ({ provider }, server) => {
      const body = provider.payouts.compose(order);
      expect(await provider.payouts.warmUp()).toEqual({ ok: true, value: undefined });
      expect((await provider.payouts.send(body)).kind).toBe('accepted');
      const calls = server.seen.filter((one) => one.path === '/api/external/payout');
      expect(server.seen.map((one) => one.path)).toEqual(['/oauth/token', '/api/external/currency', '/api/external/payout']);
      expect(calls.map((one) => one.body)).toEqual([body]);
      expect(calls[0]?.headers).toMatchObject({ authorization: 'Bearer token-1a2b3c4d', accept: 'application/json', 'content-type': 'application/json' });
    });
  });

  it('calls a cut line unknown', async () => {
    expect(await sendTo('cut')).toMatchObject({ kind: 'unknown', cause: expect.stringContaining('the line dropped') as string });
  });

  it('calls silence unknown when the time is over', async () => {
    await withReply('silence', async ({ provider, limits }, server) => {
      const outcome = provider.payouts.send(provider.payouts.compose(order));
      await vi.waitFor(() => { expect(server.seen).toHaveLength(2); });
      for (const end of limits.values()) end();
      expect(await outcome).toEqual({ kind: 'unknown', cause: 'no answer in time' });
    });
  });

  it.each([500, 429, 401, 503])('does not repeat after %i', async (status) => {
    await withReply({ status, body: { message: 'No.' } }, async ({ provider }, server) => {
      await provider.payouts.send(provider.payouts.compose(order));
      expect(server.seen.filter((one) => one.path === '/api/external/payout')).toHaveLength(1);
    });
  });

  it('never follows a redirect', async () => {
    expect(await sendTo({ status: 307, headers: { location: '/api/external/payout' } })).toMatchObject({ kind: 'unknown' });
  });

  it('is refused, not unknown, when there was no token and so nothing left', async () => {
    const server = await startOddServer(() => ({}));
    await server.close();
    const { provider } = providerAt(server.url);
    expect(await provider.payouts.send(provider.payouts.compose(order))).toMatchObject({ kind: 'refused', error: { code: 'offline' } });
  });

  it('asks for a new token after a 401, so that the next payout has one', async () => {
    await withReply((seen) => (seen.method === 'GET' ? { body: [] } : { status: 401, body: { message: 'Invalid or missing access token' } }), async ({ provider }, server) => {
      await provider.payouts.send(provider.payouts.compose(order));
      await provider.payouts.warmUp();
      expect(server.seen.map((one) => one.path)).toEqual(['/oauth/token', '/api/external/payout', '/oauth/token', '/api/external/currency']);
    });
  });
});
