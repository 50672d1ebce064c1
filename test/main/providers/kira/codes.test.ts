import { describe, expect, it } from 'vitest';
import { callsTo, kiraKeys, withKira } from '../support/kira.ts';
import type { Answer } from '../support/server.ts';

const send = (answer: Answer) => withKira(answer, async (rig, server) => ({ now: rig.now, reply: await rig.kira.sendCode(), calls: callsTo(server) }));
const there = Date.UTC(2026, 4, 28, 0, 55, 57);
const dated = { date: new Date(there).toUTCString() };

describe('asking for a code', () => {
  it('names the tenant and no path with a version', async () => {
    const { calls } = await send({ body: { success: true, message: 'OTP sent' } });
    expect(calls).toMatchObject([{ method: 'POST', path: '/verification/send', body: JSON.stringify({ client_uuid: kiraKeys.clientId }) }]);
  });
  it('C5: takes the end that is told, on this computer\u2019s clock', async () => {
    const { now, reply } = await send({ headers: dated, body: { success: true, expiresAt: new Date(there + 240_000).toISOString() } });
    expect(reply).toEqual({ ok: true, value: { expiresAt: now + 240_000 } });
  });
  it.each([{}, { expiresAt: null }, { expiresAt: 'soon' }, { expiresAt: '2020-01-01T00:00:00Z' }, { expiresAt: '2036-01-01T00:00:00Z' }])('C5: counts five minutes when the end is told as %j', async (more) => {
    const { now, reply } = await send({ headers: dated, body: { message: 'OTP sent successfully', ...more } });
    expect(reply).toEqual({ ok: true, value: { expiresAt: now + 300_000 } });
  });
  it.each<Answer>([
    { status: 400, body: { code: 'otp_blocked', message: 'Blocked' } }, { status: 429, body: { code: 'rate_limit_exceeded', message: 'x' } }, { status: 400, body: { code: 'x', message: 'x', isBlocked: true } },
    { status: 429, headers: { 'retry-after': '900' }, body: { message: 'x' } },
  ])('is told as blocked (%j)', async (answer) => {
    expect((await send(answer)).reply).toMatchObject({ ok: false, error: { code: 'code-blocked', fix: expect.stringMatching(/Try again in (a quarter of an hour|15 min)\./) as string } });
  });
  it('that came too fast is only too fast', async () => {
    expect((await send({ status: 429, headers: { 'retry-after': '2' }, body: { message: 'Too Many Requests' } })).reply).toMatchObject({ error: { code: 'rate-limited' } });
  });
  it('is never repeated: each code ends the one before', async () => {
    for (const answer of ['cut', { status: 500, body: { message: 'x' } }, { status: 503, body: 'x' }] as const) expect((await send(answer)).calls).toHaveLength(1);
    expect((await send('cut')).reply).toMatchObject({ error: { code: 'outcome-unknown' } });
  });
  it('is explained when Kira refuses', async () => {
    expect((await send({ status: 400, body: { code: 'validation_error', message: 'Client not found' } })).reply).toMatchObject({ error: { code: 'validation', message: 'The code was not sent. Kira says: \u201cClient not found\u201d' } });
    expect((await send({ body: { success: false } })).reply).toMatchObject({ error: { code: 'provider-refused' } });
  });
});
