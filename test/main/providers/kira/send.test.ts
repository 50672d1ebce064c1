import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { classifyReply } from '../../../../main/providers/kira/send.ts';
import { composePayout } from '../../../../main/providers/kira/compose.ts';
import { parseJson } from '../../../../main/providers/parse-json.ts';
import { account, callsTo, createdBody, idempotencyKey, kiraAt, kiraOrder, payout, sendAnswered, startKira } from '../support/kira.ts';
import type { Answer } from '../support/server.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const made = { status: 201, body: createdBody() };
const funding = { network: 'polygon', token: 'USDC' } as const;
const address = '0xAbCdEf0000000000000000000000000000000a1';
const instructions = { network: 'polygon', currency: 'USDC', address, expires_at: '2026-06-02T12:00:00Z' };

describe('a payout that Kira takes', () => {
  it.each([200, 201, 202])('is accepted with %i, with key, code and bytes as stored', async (status) => {
    const { outcome, calls } = await sendAnswered({ ...made, status });
    expect(outcome).toEqual({ kind: 'accepted', payout: {
      transactionId: payout, reference: null, merchantReference: null, status: 'pending', rawStatus: 'created', failureReason: null, sent: usd(25_050), fee: usd(3126), received: usd(21_924),
      rate: '1', uetr: null, deposit: null,
    } });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ method: 'POST', path: `/v1/virtual-accounts/${account}/payout`, body: composePayout(kiraOrder), headers: { 'idempotency-key': idempotencyKey, 'x-validation-header': '123456' } });
  });
  it('C3: goes without a code where none is given', async () => {
    const { outcome, calls } = await sendAnswered(made, {}, null);
    expect(outcome.kind).toBe('accepted');
    expect(calls[0]?.headers).not.toHaveProperty('x-validation-header');
  });
  it('traps 19 and 20: waits for its deposit, with the address letter for letter and the server\u2019s own clock', async () => {
    const there = Date.UTC(2026, 5, 1, 12, 0, 0);
    const answer = { status: 201, headers: { date: new Date(there).toUTCString() }, body: createdBody({ deposit_instructions: instructions }) };
    expect((await sendAnswered(answer, { funding }, null)).outcome).toMatchObject({ kind: 'accepted', payout: {
      status: 'awaiting', deposit: { network: 'polygon', token: 'USDC', address, amount: '250.50', expiresAt: there + 86_400_000, serverNow: there },
    } });
  });
  it('trap 19: has a day for its deposit when the end isn\u2019t told', async () => {
    const { outcome } = await sendAnswered({ status: 201, body: createdBody({ deposit_instructions: { ...instructions, expires_at: null } }) }, { funding }, null);
    expect(outcome).toMatchObject({ payout: { deposit: { expiresAt: Date.UTC(2026, 5, 2, 12) } } });
  });
  it('waits for its deposit even when the answer names no address', async () => {
    expect((await sendAnswered(made, { funding }, null)).outcome).toMatchObject({ kind: 'accepted', payout: { status: 'awaiting', deposit: null } });
  });
  it('trap 1: is known by either name of its id', async () => {
    const { id, ...rest } = createdBody();
    expect((await sendAnswered({ status: 201, body: { ...rest, payout_id: id } })).outcome).toMatchObject({ payout: { transactionId: payout } });
  });
  it('is accepted when the answer repeats amounts as numbers and leaves the ids out', async () => {
    expect((await sendAnswered({ status: 201, body: { id: payout, amount: 250.5 } })).outcome).toMatchObject({ kind: 'accepted', payout: { sent: usd(25_050), status: 'pending' } });
  });
});

describe('an answer about another payout', () => {
  it.each([
    [{ amount: '100.00' }, 'of 100.00 USD; its amount'], [{ amount: '250.51' }, 'its amount'], [{ currency: 'EUR' }, 'its amount'], [{ amount: '250.505' }, 'its amount'],
    [{ recipient_id: 'other' }, 'its recipient'], [{ virtual_account_id: 'other' }, 'its account'], [{ amount: '1.00', recipient_id: 'other' }, 'its amount and recipient'],
  ])('trap 6 and C15: is never taken for ours (%j)', async (change, words) => {
    const { outcome, calls } = await sendAnswered({ status: 201, body: createdBody(change) });
    expect(outcome).toEqual({ kind: 'unknown', cause: expect.stringContaining(words) as string });
    expect(outcome).toMatchObject({ cause: expect.stringContaining(payout) as string });
    expect(calls).toHaveLength(1);
  });
  it('C15: is told by its quote as well', async () => {
    expect((await sendAnswered({ status: 201, body: createdBody({ quote_id: 'q-2' }) }, { quoteId: 'q-1' })).outcome).toMatchObject({ kind: 'unknown', cause: expect.stringContaining('its quote') as string });
    expect((await sendAnswered({ status: 201, body: createdBody({ quote_id: 'q-1' }) }, { quoteId: 'q-1' })).outcome.kind).toBe('accepted');
  });
  it('C15: is accepted only when the amount is the one that was sent, for every amount', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 1e12 }), fc.boolean(), (sent, answered, same) => {
      const body = composePayout({ ...kiraOrder, amount: { minor: sent, currency: 'USD' } });
      const text = JSON.stringify(createdBody({ amount: ((same ? sent : answered) / 100).toFixed(2) }));
      const { kind } = classifyReply({ status: 201, headers: new Headers(), text, json: parseJson(text) }, { accountId: account, body }, 0);
      expect(kind).toBe(same || sent === answered ? 'accepted' : 'unknown');
    }));
  });
});

describe('Kira\u2019s word about the code', () => {
  it('trap 4: never takes OTP_INVALID for a bad token', async () => {
    const { outcome, calls, rig } = await sendAnswered({ status: 401, headers: { 'x-amzn-requestid': 'req-1234' }, body: { code: 'OTP_INVALID', message: 'Invalid OTP code', attemptsRemaining: 2, isBlocked: false } });
    expect(outcome).toEqual({ kind: 'code-refused', needed: false, attemptsLeft: 2, blocked: false, error: {
      code: 'code-wrong', message: 'Kira refused the code. It was wrong or too old; 2 tries are left.', fix: 'Ask for a new one.', reference: 'req-1234',
    } });
    expect(calls).toHaveLength(1);
    expect(rig.logs.filter((line) => line.route === '/auth')).toHaveLength(1);
  });
  it('C3: asks for one where none was sent', async () => {
    expect((await sendAnswered({ status: 400, body: { code: 'VALIDATION_REQUIRED', message: 'x' } }, {}, null)).outcome).toMatchObject({ kind: 'code-refused', needed: true, blocked: false, error: { code: 'code-needed' } });
  });
  it.each<Answer>([
    { status: 401, body: { code: 'OTP_INVALID', message: 'x', attemptsRemaining: 0, isBlocked: true } }, { status: 400, body: { code: 'otp_blocked', message: 'x' } }, { status: 429, body: { code: 'otp_blocked', message: 'x' } },
  ])('says when codes are blocked (%j)', async (answer) => {
    expect((await sendAnswered(answer)).outcome).toMatchObject({ kind: 'code-refused', needed: false, blocked: true, error: { code: 'code-blocked' } });
  });
  it('leaves a doubt when the check itself failed', async () => {
    expect((await sendAnswered({ status: 500, body: { code: 'OTP_VERIFICATION_ERROR', message: 'x' } })).outcome).toEqual({ kind: 'unknown', cause: 'Kira could not check the code' });
  });
  it.each(['12 34', 'a\nb', '', '\u0661\u0662', 'x'.repeat(65)])('is not asked for with a code that no header can carry (%j)', async (code) => {
    const { outcome, calls } = await sendAnswered(made, {}, code);
    expect(outcome).toMatchObject({ kind: 'code-refused', needed: false, error: { code: 'code-wrong' } });
    expect(calls).toHaveLength(0);
  });
});

describe('a definite refusal', () => {
  it.each<[Answer, string]>([
    [{ status: 400, body: { code: 'insufficient_balance', message: 'x' } }, 'insufficient-funds'], [{ status: 409, body: { code: 'FEES_EXCEED_AMOUNT', message: 'x' } }, 'provider-refused'],
    [{ status: 400, body: { code: 'validation_error', message: 'payment_instructions is required for crypto mode virtual accounts' } }, 'provider-refused'],
    [{ status: 400, body: { code: 'invalid_operation', message: 'Only WIRE and SWIFT recipients' } }, 'provider-refused'], [{ status: 422, body: { code: 'RECIPIENT_ACCOUNT_TYPE_MISMATCH', message: 'x' } }, 'provider-refused'],
    [{ status: 404, body: { statusCode: 404, error: 'Not Found', message: 'Virtual account not found' } }, 'not-found'], [{ status: 404, body: { code: 'not_found', message: 'x' } }, 'not-found'],
    [{ status: 403, body: { message: 'Forbidden' } }, 'signed-out'], [{ status: 403, body: { error: { code: 'PAYOUT_ACCESS_DENIED', message: 'x' } } }, 'provider-refused'],
    [{ status: 401, body: { code: 'unauthorized', message: 'x' } }, 'signed-out'], [{ status: 429, body: { message: 'Too Many Requests' } }, 'rate-limited'], [{ status: 429, body: { code: 'rate_limit_exceeded', message: 'x' } }, 'rate-limited'],
    [{ status: 400, body: { error: 'Invalid', details: [{ path: 'amount', message: 'x' }] } }, 'validation'], [{ status: 413, body: { message: 'Request Too Long' } }, 'provider-refused'],
  ])('%j says that nothing was made', async (answer, code) => {
    const { outcome, calls } = await sendAnswered(answer);
    expect(outcome).toMatchObject({ kind: 'refused', error: { code, message: expect.stringMatching(/^Not sent/) as string, fix: expect.any(String) as string } });
    expect(calls).toHaveLength(1);
  });
  it('marks what is wrong by the draft\u2019s own names', async () => {
    const details = [{ path: ['supporting_documents', 0, 'file'], message: 'x' }, { path: ['client_markup', 'percentage_fee'], message: 'y' }];
    expect((await sendAnswered({ status: 400, body: { code: 'validation_error', message: 'x', details } })).outcome)
      .toMatchObject({ error: { fields: [{ path: 'documents', message: 'x' }, { path: 'kira.markup.percent', message: 'y' }] } });
  });
});

describe('a payout whose fate is not known', () => {
  it.each<[string, Answer]>([
    ['a cut line', 'cut'], ['500', { status: 500, body: { status: 'error', message: 'Internal server error' } }], ['502 as a page', { status: 502, body: '<html>' }], ['408', { status: 408, body: { message: 'x' } }],
    ['a page with 200', { status: 200, headers: { 'content-type': 'text/plain' }, body: 'error code: 522' }], ['201 without an id', { status: 201, body: { amount: '250.50' } }], ['201 without an amount', { status: 201, body: { id: payout } }],
    ['a page with 403', { status: 403, body: 'Blocked' }], ['a page with 429', { status: 429, body: 'slow down' }], ['429 about something else', { status: 429, body: { code: 'partner_busy', message: 'x' } }],
    ['a bare 404', { status: 404, body: { message: 'Not Found' } }], ['400 that says nothing', { status: 400, body: {} }], ['a redirect', { status: 302, headers: { location: 'https://kira.test/' }, body: '' }], ['418', { status: 418, body: { code: 'x', message: 'x' } }],
    ['a key used for other bytes', { status: 409, body: { error: { code: 'IDEMPOTENCY_CONFLICT', message: 'x', details: {} } } }], ['the same in older words', { status: 400, body: { code: 'validation_error', message: 'Failed to store idempotency key' } }],
    ['another conflict', { status: 409, body: { code: 'resource_conflict', message: 'x' } }],
  ])('trap 5: is sent once and called unknown after %s', async (_name, answer) => {
    const { outcome, calls } = await sendAnswered(answer);
    expect(outcome).toMatchObject({ kind: 'unknown', cause: expect.stringMatching(/\w/) as string });
    expect(calls).toHaveLength(1);
  });
  it('trap 10: is no success for being 200 without JSON', async () => {
    expect((await sendAnswered({ status: 200, body: 'Blocked' })).outcome).toEqual({ kind: 'unknown', cause: 'Kira accepted something, but its answer can\u2019t be read' });
  });
  it('trap 5: is unknown when nobody answers in time', async () => {
    const server = await startKira(() => 'silence');
    try {
      const rig = kiraAt(server.url);
      const outcome = rig.kira.send({ accountId: account, key: idempotencyKey, body: rig.kira.compose(kiraOrder), code: '123456' });
      await vi.waitFor(() => { expect(callsTo(server)).toHaveLength(1); });
      for (const end of rig.limits.values()) end();
      expect(await outcome).toEqual({ kind: 'unknown', cause: 'no answer in time' });
      expect(callsTo(server)).toHaveLength(1);
    } finally { await server.close(); }
  });
});

describe('a token that ran out', () => {
  it.each(['Unauthorized', 'The incoming token has expired'])('is renewed once, and the same bytes go under the same key (%s)', async (message) => {
    const { outcome, calls } = await sendAnswered((_seen, all) => (all.length === 1 ? { status: 401, body: { message } } : made));
    expect(outcome.kind).toBe('accepted');
    expect(calls.map((seen) => [seen.headers['idempotency-key'], seen.headers['x-validation-header'], seen.body])).toEqual([calls[0], calls[0]].map((seen) => [idempotencyKey, '123456', seen?.body]));
    expect(new Set(calls.map((seen) => seen.headers.authorization)).size).toBe(2);
  });
  it('is not renewed twice', async () => {
    const { outcome, calls } = await sendAnswered({ status: 401, body: { message: 'Unauthorized' } });
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'signed-out' } });
    expect(calls).toHaveLength(2);
  });
  it('is not renewed for an answer that the door doesn\u2019t give', async () => {
    expect((await sendAnswered({ status: 401, body: '<html>' })).calls).toHaveLength(1);
    expect((await sendAnswered({ status: 401, body: { code: 'unauthorized', message: 'x' } })).calls).toHaveLength(1);
  });
  it('and can\u2019t be renewed leaves nothing sent', async () => {
    const server = await startKira(() => made);
    await server.close();
    const { kira } = kiraAt(server.url);
    expect(await kira.send({ accountId: account, key: idempotencyKey, body: kira.compose(kiraOrder), code: null })).toMatchObject({ kind: 'refused', error: { code: 'offline' } });
  });
});
