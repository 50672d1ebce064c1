import { expect, test } from 'vitest';
import { bench, nairaPayout, send, upload } from './client.ts';

test('without controls the prefix is an unknown route', async () => {
  const { sandbox, client } = await bench({ controls: false });
  expect((await send(sandbox.url, 'GET', '/__sandbox/ledger', undefined, {})).status).toBe(404);
  expect((await client.call('GET', '/wallet')).status).toBe(200);
});

test('a page in a browser is refused', async () => {
  const { sandbox } = await bench();
  expect((await send(sandbox.url, 'GET', '/__sandbox/ledger', undefined, { Origin: 'https://evil.test' })).status).toBe(403);
});

test('unknown settings are refused instead of ignored', async () => {
  const { control } = await bench();
  expect((await control('POST', 'settings', { verification_secs: 1 })).status).toBe(422);
});

test('the ledger over http is the ledger', async () => {
  const { control, sandbox } = await bench();
  expect((await control('GET', 'ledger')).body).toEqual(sandbox.ledger());
});

test('the request log shows bodies and answers but no secrets', async () => {
  const { client, control, sandbox } = await bench();
  await client.call('POST', '/payout', await nairaPayout(client, { merchant_reference: 'LOG' }));
  const { body } = await control('GET', 'requests');
  expect(body.at(-1)).toMatchObject({ method: 'POST', path: '/api/external/payout', credential: 'Bearer', status: 200, body: { merchant_reference: 'LOG' } });
  const text = JSON.stringify(body);
  expect(text).not.toContain(sandbox.blaaiz.client_secret);
  expect(text).not.toContain(client.token);
});

test('reset brings back the beginning but keeps credentials and wallet ids', async () => {
  const { client, control, sandbox } = await bench();
  const wallets = (await client.call('GET', '/wallet')).body;
  await client.call('POST', '/payout', await nairaPayout(client));
  await control('POST', 'reset');
  expect((await client.call('GET', '/wallet')).status).toBe(401);
  const again = await send(sandbox.url, 'POST', '/oauth/token', { grant_type: 'client_credentials', ...sandbox.blaaiz }, {});
  const headers = { Authorization: `Bearer ${String(again.body['access_token'])}` };
  expect((await send(sandbox.url, 'GET', '/api/external/wallet', undefined, headers)).body).toEqual(wallets);
  expect((await send(sandbox.url, 'GET', '/api/external/customer', undefined, headers)).body['data']).toHaveLength(2);
  expect(sandbox.ledger().every((entry) => entry.kind === 'topup')).toBe(true);
});

test('reviews and payouts wait for a control when told to', async () => {
  const { client, control, skip } = await bench();
  await control('POST', 'settings', { automatic: 'manual', payouts_finish: false });
  const id = String((await client.call('GET', '/customer?verification_status=PENDING')).body['data']?.[0]?.['id']);
  const state = async (): Promise<unknown> => (await client.call('GET', `/customer/${id}`)).body['data']?.['verification_status'];
  await client.call('POST', `/customer/${id}/files`, { id_file: await upload(client, id, 'identity') });
  await client.call('POST', '/payout', await nairaPayout(client, { merchant_reference: 'WAIT' }));
  await skip(800);
  expect(await state()).toBe('PENDING');
  expect((await client.call('GET', '/transaction/WAIT')).body['data']?.['status']).toBe('PROCESSING');
  await control('POST', `customers/${id}/decision`, { status: 'VERIFIED' });
  expect(await state()).toBe('VERIFIED');
  expect((await control('POST', 'customers/nobody/decision', { status: 'VERIFIED' })).status).toBe(404);
});

test('the clock moves only as told', async () => {
  const { control, skip } = await bench();
  await skip(86_400);
  expect((await control('GET', 'clock')).body['now']).toBe('2026-05-05T09:30:00.000000Z');
});
