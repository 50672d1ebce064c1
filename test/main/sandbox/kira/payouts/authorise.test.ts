import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { kiraDesk, type KiraDesk, version } from './desk.ts';

const wrong = (code: string): string => (code === '111111' ? '222222' : '111111');
const debits = async (at: KiraDesk): Promise<number> => at.sandbox.kiraLedger().filter((entry) => entry.kind === 'payout').length;

it('C3: a fiat payout needs a code, and goes with the same key and bytes once it has one', async () => {
  const at = await kiraDesk();
  const key = randomUUID();
  expect(await at.pay('250.50', {}, { key, code: null })).toMatchObject({ status: 400, body: { code: 'VALIDATION_REQUIRED' } });
  expect(await debits(at)).toBe(0);
  expect((await at.pay('250.50', {}, { key })).status).toBe(201);
});

it('trap 4: a wrong code is a 401 of its own, with the tries that are left, while a bad token is the gateway\'s', async () => {
  const at = await kiraDesk();
  const code = await at.freshCode();
  const refused = await at.pay('250.50', {}, { code: wrong(code) });
  expect([refused.status, refused.body]).toEqual([401, { code: 'OTP_INVALID', message: 'Invalid OTP code', attemptsRemaining: 2, isBlocked: false }]);
  const outside = await at.pay('250.50', {}, { code, headers: { Authorization: 'Bearer nobody' } });
  expect([outside.status, outside.body]).toEqual([401, { message: 'Unauthorized' }]);
  expect((await at.pay('250.50', {}, { code })).status).toBe(201);
});

it('blocks the tenant for a quarter of an hour after three wrong codes', async () => {
  const at = await kiraDesk();
  const code = await at.freshCode();
  const answers = [];
  for (let count = 0; count < 3; count += 1) answers.push((await at.pay('250.50', {}, { code: wrong(code) })).body);
  expect(answers.map((body) => [body['attemptsRemaining'], body['isBlocked']])).toEqual([[2, false], [1, false], [0, true]]);
  expect(await at.pay('250.50', {}, { code })).toMatchObject({ status: 401, body: { code: 'OTP_INVALID', attemptsRemaining: 0, isBlocked: true } });
  await at.skip(900);
  expect((await at.pay('250.50')).status).toBe(201);
});

it.each(['12345', '1234567', 'abcdef', ''])('a header of %j is no code and costs no try', async (code) => {
  const at = await kiraDesk();
  const right = await at.freshCode();
  expect(await at.pay('250.50', {}, { code })).toMatchObject({ status: 401, body: { code: 'OTP_INVALID', attemptsRemaining: 3, isBlocked: false } });
  expect((await at.pay('250.50', {}, { code: right })).status).toBe(201);
});

it('trap 7: a code lives five minutes', async () => {
  const at = await kiraDesk();
  const code = await at.freshCode();
  await at.skip(300);
  expect(await at.pay('250.50', {}, { code })).toMatchObject({ status: 401, body: { code: 'OTP_INVALID', attemptsRemaining: 2 } });
  const next = await at.freshCode();
  await at.skip(299);
  expect((await at.pay('250.50', {}, { code: next })).status).toBe(201);
});

it('a code serves one payout', async () => {
  const at = await kiraDesk();
  const code = await at.freshCode();
  expect((await at.pay('250.50', {}, { code })).status).toBe(201);
  expect((await at.pay('250.50', {}, { code })).body['code']).toBe('OTP_INVALID');
});

it('a code is used up even when the balance is short afterwards, but not when the fees were', async () => {
  const at = await kiraDesk();
  const code = await at.freshCode();
  expect((await at.pay('17.11', {}, { code })).body['code']).toBe('bad_request');
  expect((await at.pay('25000.00', {}, { code })).body['code']).toBe('insufficient_balance');
  expect((await at.pay('250.50', {}, { code })).body['code']).toBe('OTP_INVALID');
});

it('told so, it looks at the code before the fees', async () => {
  const at = await kiraDesk();
  await at.settings({ code: { before_fees: true } });
  const code = await at.freshCode();
  expect((await at.pay('17.11', {}, { code: wrong(code) })).body['code']).toBe('OTP_INVALID');
  expect((await at.pay('17.11', {}, { code })).body['code']).toBe('bad_request');
  expect((await at.pay('250.50', {}, { code })).body['code']).toBe('OTP_INVALID');
});

it('a new code replaces the old one and gives the tries back', async () => {
  const at = await kiraDesk();
  await at.control('POST', 'kira/code', { fixed: '135790' });
  await at.freshCode();
  await at.pay('250.50', {}, { code: '000000' });
  await at.control('POST', 'kira/code', { fixed: '246802' });
  await at.freshCode();
  expect((await at.pay('250.50', {}, { code: '135790' })).body['attemptsRemaining']).toBe(2);
  expect((await at.pay('250.50', {}, { code: '246802' })).status).toBe(201);
});

it('an amount ending in .07 finds the checker down once, and the same key and code go through then', async () => {
  const at = await kiraDesk();
  const ways = { key: randomUUID(), code: await at.freshCode() };
  expect(await at.pay('250.07', {}, ways)).toMatchObject({ status: 500, body: { code: 'OTP_VERIFICATION_ERROR' } });
  expect(await debits(at)).toBe(0);
  expect(await at.pay('250.07', {}, { ...ways, code: null })).toMatchObject({ status: 400, body: { code: 'VALIDATION_REQUIRED' } });
  expect((await at.pay('250.07', {}, ways)).status).toBe(201);
});

it('a crypto payout asks for no code and ignores one', async () => {
  const at = await kiraDesk();
  const code = await at.freshCode();
  expect((await at.payCrypto('500.00', {}, { code: wrong(code) })).status).toBe(201);
  expect((await at.control('GET', 'kira/code')).body).toMatchObject({ code, attempts_left: 3 });
});

it('C3: the newest version asks for no code, nor does a tenant that needs none', async () => {
  const at = await kiraDesk();
  expect((await at.pay('250.50', {}, { code: null, headers: version('2026-06-01') })).status).toBe(201);
  await at.settings({ code: { required: false } });
  expect((await at.pay('250.50', {}, { code: null })).status).toBe(201);
});
