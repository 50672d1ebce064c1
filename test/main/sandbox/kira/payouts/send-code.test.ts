import { expect, it } from 'vitest';
import { ask, kiraDesk } from './desk.ts';

it('mails six digits to the tenant, tells when they end and never tells them', async () => {
  const { call, control, sandbox } = await kiraDesk();
  const sent = await call('POST', '/verification/send', { client_uuid: sandbox.kira.client_id });
  expect(sent.status).toBe(200);
  expect(sent.body).toEqual({ success: true, message: expect.any(String), expiresAt: '2026-05-04T09:35:00.000Z' });
  const { mails } = (await control('GET', 'kira/mailbox')).body as unknown as { mails: { code: string; to: string; at: string }[] };
  expect(mails).toMatchObject([{ code: expect.stringMatching(/^\d{6}$/), to: 'payments@northfield.example', at: '2026-05-04T09:30:00.000Z' }]);
  expect(sent.text).not.toContain(mails[0]?.code);
});

it('C5: tells an end exactly five minutes away', async () => {
  const { call, sandbox, skip } = await kiraDesk();
  await skip(61);
  const { body } = await call('POST', '/verification/send', { client_uuid: sandbox.kira.client_id });
  expect(body['expiresAt']).toBe('2026-05-04T09:36:01.000Z');
});

it('takes the registered e-mail in place of the id', async () => {
  const { call } = await kiraDesk();
  expect((await call('POST', '/verification/send', { email: 'Payments@Northfield.example' })).status).toBe(200);
  expect(await call('POST', '/verification/send', { email: 'somebody@else.example' })).toMatchObject({ status: 400, body: { code: 'validation_error', message: 'Client not found' } });
});

it('refuses without either, in the provider\'s own words with their leading space', async () => {
  const { call } = await kiraDesk();
  const { status, body } = await call('POST', '/verification/send', {});
  expect([status, body]).toEqual([400, { code: 'validation_error', error: 'Invalid data', details: [{ message: ' is Either client_uuid or email must be provided' }] }]);
});

it('trap 1: takes the tenant\'s id and not a user\'s', async () => {
  const { call } = await kiraDesk();
  const refused = await call('POST', '/verification/send', { client_uuid: '0198b5c0-0000-7000-8000-000000000000' });
  expect([refused.status, refused.body]).toEqual([400, { code: 'validation_error', message: 'Client not found' }]);
});

it('C4: wants the key and the bearer token, unless it is told not to', async () => {
  const { sandbox, settings } = await kiraDesk();
  const { client_id, api_key } = sandbox.kira;
  const bare = (headers: Record<string, string> = {}) => ask(sandbox, 'POST', '/verification/send', { client_uuid: client_id }, headers);
  expect([(await bare()).status, (await bare({ 'x-api-key': api_key })).status]).toEqual([403, 401]);
  await settings({ code: { require_auth: false } });
  expect((await bare()).status).toBe(200);
});

it('keeps the fixed code that it is given, and the last fifty mails', async () => {
  const { call, control, sandbox } = await kiraDesk();
  await control('POST', 'kira/code', { fixed: '000000' });
  for (let count = 0; count < 52; count += 1) await call('POST', '/verification/send', { client_uuid: sandbox.kira.client_id });
  const { code, mails } = (await control('GET', 'kira/code')).body as unknown as { code: string; mails: unknown[] };
  expect([code, mails.length]).toEqual(['000000', 50]);
});

it.each([['otp_blocked', 400, 'otp_blocked', null], ['rate_limited', 429, 'rate_limit_exceeded', '900']])('while blocked it sends nothing and answers as %s', async (blocked_answer, status, code, wait) => {
  const { control, credentials, sandbox, settings, skip } = await kiraDesk();
  await settings({ code: { blocked_answer } });
  await control('POST', 'kira/code', { blocked: true });
  const send = () => fetch(`${sandbox.kira.url}/verification/send`, { method: 'POST', headers: credentials(), body: JSON.stringify({ client_uuid: sandbox.kira.client_id }) });
  const refused = await send();
  expect([refused.status, ((await refused.json()) as { code: string }).code, refused.headers.get('retry-after')]).toEqual([status, code, wait]);
  await skip(900);
  expect((await send()).status).toBe(200);
  expect((await control('GET', 'kira/mailbox')).body['mails']).toHaveLength(1);
});
