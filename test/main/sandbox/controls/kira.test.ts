import { expect, test } from 'vitest';
import { bench } from '../client.ts';

test('a setting may be named deep inside, and what is not named stays', async () => {
  const { control } = await bench();
  const before = (await control('GET', 'kira/settings')).body;
  const after = (await control('POST', 'kira/settings', { code: { seconds: 60 }, fees: { base_rate: '0.01' }, stage: 'sandbox' })).body;
  expect(after).toEqual({ ...before, stage: 'sandbox', code: { ...before['code'], seconds: 60 }, fees: { ...before['fees'], base_rate: '0.01' } });
});

test.each([
  ['kira/settings', { code: { second: 1 } }], ['kira/settings', { code: { fixed: '12' } }], ['kira/settings', { fees: { base_rate: 0.5 } }], ['kira/settings', { stage: 'prod' }],
  ['kira/tenant', { profile: 'G9' }],
])('%s refuses %o', async (path, body) => { expect((await (await bench()).control('POST', path, body)).status).toBe(422); });

test('an account gets a status and a balance, by an entry of the ledger', async () => {
  const { control, sandbox } = await bench();
  const id = sandbox.kira.virtual_account_fiat;
  expect((await control('POST', `kira/accounts/${id}`, { status: 'frozen', balance: '10.10' })).body).toMatchObject({ status: 'frozen', balance: 1010 });
  expect(sandbox.kiraLedger().filter((one) => one.virtual_account_id === id).map((one) => one.amount)).toEqual([25_000_00, 1010 - 25_000_00]);
  expect((await control('POST', `kira/accounts/${id}`, { balance: '-1' })).status).toBe(422);
  expect((await control('POST', `kira/accounts/${id}`, { status: 'gone' })).status).toBe(422);
});

test.each([['kira/accounts/none', { balance: '1' }], ['kira/users/none', { status: 'VERIFIED' }], ['kira/webhooks/none/send', {}]])('%s names nothing that there is', async (path, body) => {
  expect((await (await bench()).control('POST', path, body)).status).toBe(404);
});
