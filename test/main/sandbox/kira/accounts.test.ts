import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Answer, type KiraDesk, kiraDesk, version } from './payouts/desk.ts';

async function userIn(desk: KiraDesk, status: string): Promise<string> {
  return String((await desk.call('GET', `/v1/users?status=${status}`)).body['data']?.[0]?.['id']);
}

async function open(desk: KiraDesk, changes: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const body = { user_id: await userIn(desk, 'VERIFIED'), type: 'US_BANK', bank: 'slovak_savings_bank', ...changes };
  return desk.call('POST', '/v1/virtual-accounts', body, { 'idempotency-key': randomUUID(), ...headers });
}

const read = async (desk: KiraDesk, id: unknown, headers: Record<string, string> = {}): Promise<Answer['body']> =>
  (await desk.call('GET', `/v1/virtual-accounts/${String(id)}`, undefined, headers)).body;

test('a new account is pending, then activating, then active with somewhere to pay to', async () => {
  const desk = await kiraDesk();
  const { status, body } = await open(desk, { description: 'Payroll' });
  expect([status, body]).toMatchObject([201, { status: 'pending', mode: 'fiat', source_deposit_instructions: null, destination: null, description: 'Payroll' }]);
  await desk.skip(2.5);
  expect((await read(desk, body['id']))['status']).toBe('activating');
  await desk.skip(2.5);
  expect(await read(desk, body['id'])).toMatchObject({ status: 'active', source_deposit_instructions: { currency: 'usd', bank_account_number: expect.stringMatching(/^\d{12}$/) } });
});

test('C11, trap 17: the middle version says approved of what may not be usable yet', async () => {
  const desk = await kiraDesk();
  const id = (await open(desk, { bank: 'austin_capital_trust' })).body['id'];
  const seen = async (): Promise<unknown> => {
    const { status, account_number: number } = await read(desk, id, version('2026-04-14'));
    return [status, number];
  };
  expect(await seen()).toEqual(['rfi', 'PENDING-ACT-ACCOUNT']);
  await desk.skip(2.5);
  expect(await seen()).toEqual(['approved', 'PENDING-ACT-ACCOUNT']);
  await desk.skip(2.5);
  expect(await seen()).toEqual(['approved', expect.stringMatching(/^\d{12}$/)]);
  expect((await read(desk, id, version('2026-06-01')))['status']).toBe('active');
});

test('the seeded third account stays pending, without a balance and without a number', async () => {
  const desk = await kiraDesk();
  await desk.skip(3600);
  const { body } = await desk.call('GET', '/v1/virtual-accounts?status=pending');
  expect(body['data']).toHaveLength(1);
  const id = String(body['data']?.[0]?.['id']);
  expect(await desk.call('GET', `/v1/virtual-accounts/${id}/balance`)).toMatchObject({ status: 400, body: { code: 'invalid_operation' } });
});

test('trap 24: a balance is a text, and in the newest version a number', async () => {
  const desk = await kiraDesk();
  const path = `/v1/virtual-accounts/${desk.fiat}/balance`;
  expect((await desk.call('GET', path)).body).toEqual({ virtual_account_id: desk.fiat, available_balance: '25000.00', currency: 'USD', updated_at: '2026-05-04T09:30:00.000Z' });
  expect((await desk.call('GET', path, undefined, version('2026-06-01'))).body['available_balance']).toBe(25000);
  expect(await desk.call('GET', `/v1/virtual-accounts/${desk.crypto}/balance`)).toMatchObject({ status: 400, body: { code: 'invalid_operation' } });
});

test('an account that is not there is a 404 in the words of accounts', async () => {
  const desk = await kiraDesk();
  const id = randomUUID();
  for (const path of [`/v1/virtual-accounts/${id}`, `/v1/virtual-accounts/${id}/balance`, `/v1/virtual-accounts/${id}/deposits`]) {
    expect(await desk.call('GET', path)).toMatchObject({ status: 404, body: { statusCode: 404, error: 'Not Found', message: `Virtual account ${id} not found`, timestamp: '2026-05-04T09:30:00.000Z' } });
  }
});

test.each<[string, Record<string, unknown>, unknown]>([
  ['no type', { type: undefined }, { code: 'validation_error', error: 'Invalid data', details: [{ message: 'type is Required' }] }],
  ['C13: the type of long ago', { type: 'US_ACH' }, { details: [{ message: expect.stringMatching(/^type is Invalid enum value/) }] }],
  ['no bank', { bank: undefined }, { details: [{ message: 'bank is bank is required for US_BANK virtual accounts' }] }],
  ['C12: a bank of the other environment', { bank: 'portage' }, { statusCode: 400, message: 'Invalid bank' }],
  ['a crypto account with nowhere to go', { mode: 'crypto' }, { code: 'validation_error' }],
  ['a pair that is not offered', { destination: { currency: 'USDC', network: 'tron', address: 'T' } }, { message: 'USDC is not supported on tron' }],
])('refuses %s', async (_case, changes, body) => {
  expect(await open(await kiraDesk(), changes)).toMatchObject({ status: 400, body });
});

test('opens accounts for verified customers only, and one of that bank', async () => {
  const desk = await kiraDesk();
  expect(await open(desk, { user_id: await userIn(desk, 'CREATED') })).toMatchObject({
    status: 400, body: { message: 'User must be in VERIFIED status to create a virtual account. Current status: CREATED' },
  });
  expect((await open(desk, { bank: undefined, provider: 'austin_capital_trust' })).status).toBe(201);
  expect(await open(desk, { bank: 'austin_capital_trust' })).toMatchObject({ status: 409, body: { message: 'ACT account already exists' } });
});

test('a destination makes it a crypto account', async () => {
  const destination = { currency: 'USDT', network: 'polygon', address: '0x00000000000000000000000000000000000000A1' };
  expect((await open(await kiraDesk(), { destination })).body).toMatchObject({ mode: 'crypto', destination });
});

test('trap 8: more than a hundred at once breaks the server', async () => {
  const desk = await kiraDesk();
  for (const list of ['/v1/users', '/v1/virtual-accounts', '/v1/virtual-accounts/deposits']) {
    expect((await desk.call('GET', `${list}?limit=100`)).status).toBe(200);
    expect(await desk.call('GET', `${list}?limit=101`)).toMatchObject({ status: 500, body: { status: 'error', message: 'Internal server error' } });
  }
});

test('lists by offset, a user’s as a plain array, and leaves two fields empty in lists', async () => {
  const desk = await kiraDesk();
  const { body } = await desk.call('GET', '/v1/virtual-accounts?limit=2', undefined, version('2026-04-14'));
  expect(body).toMatchObject({ pagination: { total: 3, limit: 2, offset: 0, has_more: true }, data: [{ id: desk.fiat, provider: null, currency: null }, { id: desk.crypto }] });
  expect((await desk.call('GET', '/v1/virtual-accounts?mode=crypto')).body['pagination']).toMatchObject({ total: 1, has_more: false });
  expect((await desk.call('GET', `/v1/users/${await userIn(desk, 'VERIFIED')}/virtual-accounts`)).body.map((one) => one['status'])).toEqual(['active', 'active', 'pending']);
  expect((await read(desk, desk.fiat, version('2026-04-14')))).toMatchObject({ provider: 'slovak_savings_bank', currency: 'USD', account_number: '900210045001' });
});
