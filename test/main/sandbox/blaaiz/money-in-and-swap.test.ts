import { expect, test } from 'vitest';
import { bench, type Got, verified, walletId } from '../client.ts';

test('a swap moves both wallets at once and is listed', async () => {
  const { client, sandbox } = await bench();
  const order = { from_business_wallet_id: await walletId(client, 'USD'), to_business_wallet_id: await walletId(client, 'NGN'), amount: 100 };
  const { body } = await client.call('POST', '/swap', order);
  expect(body['business_swap_transaction']).toMatchObject({ from_amount: 100, from_amount_minus_fees: 99.5, to_amount: 148255, status: 'SUCCESSFUL' });
  expect(sandbox.ledger().filter((entry) => entry.kind === 'swap').map((entry) => [entry.currency, entry.amount])).toEqual([['USD', -10000], ['NGN', 14825500]]);
  const listed = await client.call('POST', '/transaction', { type: 'SWAP' });
  expect(listed.body['data']?.[0]).toMatchObject({ type: 'swap', recipient: null, swap_details: { to_currency: 'NGN', to_amount: 148255 } });
});

test('a swap can fix the other side, and needs money and an open pair', async () => {
  const { client, control } = await bench();
  const order = { from_business_wallet_id: await walletId(client, 'USD'), to_business_wallet_id: await walletId(client, 'NGN') };
  const fixed = await client.call('POST', '/swap', { ...order, amount: 149000, amount_type: 'to' });
  expect(fixed.body['business_swap_transaction']).toMatchObject({ to_amount: 149000, from_amount: 100.5 });
  expect((await client.call('POST', '/swap', { ...order, amount: 90_000_000 })).body).toEqual({ message: 'Insufficient funds.' });
  expect((await client.call('POST', '/swap', { ...order, amount: 0.05 })).status).toBe(422);
  await control('POST', 'rates', { pair: 'USD/NGN', swap_enabled: false });
  expect((await client.call('POST', '/swap', { ...order, amount: 5 })).status).toBe(400);
});

test('simulated Interac money arrives and can be given to a customer', async () => {
  const { client } = await bench();
  await client.call('POST', '/mock/simulate-webhook/interac', { interac_email: 'pay@example.test', amount: 12.5 });
  const [found] = Array.from((await client.call('POST', '/transaction', { type: 'FUND_WALLET' })).body['data'] ?? []);
  expect(found).toMatchObject({ type: 'collection', amount: 12.5, payee_collection_email: 'pay@example.test' });
  const attached = await client.call('POST', '/collection/attach-customer', { customer_id: await verified(client), transaction_id: found?.['id'] });
  expect(attached.body).toEqual({ message: 'Transaction updated successfully.' });
  const wallets = (await client.call('GET', '/wallet')).body;
  expect(wallets.find((wallet) => String(wallet['currency']) === 'CAD')?.['amount']).toBe(15887.75);
});

test('naira accounts are ready at once, pounds after a while, dollars of Canada never', async () => {
  const { client, skip } = await bench();
  const customer_id = await verified(client);
  const open = async (currency: string): Promise<Got> =>
    client.call('POST', '/virtual-bank-account', { wallet_id: await walletId(client, currency), customer_id });
  expect((await open('NGN')).body['data']).toMatchObject({ status: 'SUCCESSFUL', account_number: expect.stringMatching(/^\d{10}$/) });
  const pounds = (await open('GBP')).body['data'];
  expect(pounds).toMatchObject({ status: 'PENDING', account_number: null });
  expect((await open('CAD')).status).toBe(400);
  expect((await open('NGN')).status).toBe(400);
  await skip(90);
  const path = `/virtual-bank-account/${String(pounds?.['id'])}`;
  expect((await client.call('GET', path)).body['data']).toMatchObject({ status: 'SUCCESSFUL', sort_code: '209912' });
  expect((await client.call('GET', `/virtual-bank-account?customer_id=${customer_id}`)).body['data']).toHaveLength(2);
  expect((await client.call('POST', `${path}/close`, { reason: 'unused' })).body['data']?.['status']).toBe('CLOSED');
});

test('crypto networks come nested twice', async () => {
  const { client } = await bench();
  const { body } = await client.call('GET', '/collection/crypto/networks?transaction_type=payout');
  expect(body['data']?.['data']?.map((network) => network['identifier'])).toContain('TRON_MAINNET');
});
