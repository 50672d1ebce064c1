import { expect, test } from 'vitest';
import { bench, type Bench, type Got, signIn, verified, walletId } from '../client.ts';

const base = '/virtual-bank-account';
const open = async (at: Bench, currency: string): Promise<Got> =>
  at.client.call('POST', base, { wallet_id: await walletId(at.client, currency), customer_id: await verified(at.client) });

test('a customer has one account a currency until it is closed, and closes it once', async () => {
  const at = await bench();
  const first = String((await open(at, 'NGN')).body['data']?.['id']);
  expect(await open(at, 'NGN')).toMatchObject({ status: 400, body: { message: expect.stringContaining('already has') } });
  expect((await at.client.call('POST', `${base}/${first}/close`)).body['data']).toMatchObject({ status: 'CLOSED' });
  expect((await at.client.call('POST', `${base}/${first}/close`)).status).toBe(400);
  expect((await open(at, 'NGN')).status).toBe(201);
});

test('an account closed while it waits is not opened afterwards', async () => {
  const at = await bench();
  const id = String((await open(at, 'GBP')).body['data']?.['id']);
  await at.client.call('POST', `${base}/${id}/close`);
  await at.skip(600);
  expect((await at.client.call('GET', `${base}/${id}`)).body['data']).toMatchObject({ status: 'CLOSED', account_number: null, bank_name: null });
});

test('an account is seen by its own business only', async () => {
  const at = await bench();
  const id = String((await open(at, 'NGN')).body['data']?.['id']);
  const other = at.sandbox.others[0];
  if (!other) throw new Error('no second business');
  const stranger = await signIn(at.sandbox.url, other);
  expect((await stranger.call('GET', `${base}/${id}`)).status).toBe(404);
  expect((await stranger.call('GET', base)).body['data']).toEqual([]);
});

test('the tax number’s name needs a known customer, or both country and kind', async () => {
  const at = await bench();
  const ask = async (query: string): Promise<number> => (await at.client.call('GET', `${base}/identification-type?${query}`)).status;
  expect([await ask('country=NG'), await ask('type=individual'), await ask('customer_id=nobody'), await ask('country=NG&type=individual')]).toEqual([422, 422, 404, 200]);
});
