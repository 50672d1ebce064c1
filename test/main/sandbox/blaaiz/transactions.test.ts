import { expect, test } from 'vitest';
import { bench, type Bench, nairaPayout, signIn } from '../client.ts';

async function pay(at: Bench, reference: string, changes: Record<string, unknown> = {}): Promise<void> {
  const { status } = await at.client.call('POST', '/payout', await nairaPayout(at.client, { merchant_reference: reference, ...changes }));
  expect(status).toBe(200);
}

test('payouts can be there and not be found, with their references taken', async () => {
  const at = await bench();
  const body = await nairaPayout(at.client, { merchant_reference: 'H' });
  await at.client.call('POST', '/payout', body);
  await at.control('POST', 'settings', { hide_payouts: true });
  expect((await at.client.call('GET', '/transaction/H')).status).toBe(404);
  expect((await at.client.call('POST', '/transaction', { merchant_reference: 'H' })).body['data']).toEqual([]);
  expect((await at.client.call('POST', '/payout', body)).status).toBe(422);
  await at.control('POST', 'settings', { hide_payouts: false });
  expect((await at.client.call('GET', '/transaction/H')).status).toBe(200);
});

test('is found by id, by reference and by merchant reference, and by nobody else', async () => {
  const at = await bench();
  await pay(at, 'INV/ä 1');
  const found = (await at.client.call('GET', `/transaction/${encodeURIComponent('INV/ä 1')}`)).body['data'];
  for (const key of ['id', 'reference']) {
    expect((await at.client.call('GET', `/transaction/${String(found?.[key])}`)).body['data']).toEqual(found);
  }
  const [second] = at.sandbox.others;
  if (!second) throw new Error('no second business');
  const other = await signIn(at.sandbox.url, second);
  expect(await other.call('GET', `/transaction/${String(found?.['id'])}`)).toMatchObject({ status: 404, body: { message: 'Transaction not found' } });
});

test('one whose id equals another’s merchant reference is found by id first', async () => {
  const at = await bench();
  await pay(at, 'FIRST');
  const first = String((await at.client.call('GET', '/transaction/FIRST')).body['data']?.['id']);
  await pay(at, first);
  expect((await at.client.call('GET', `/transaction/${first}`)).body['data']?.['merchant_reference']).toBe('FIRST');
});

test('filters speak other words than replies, and pages come newest first', async () => {
  const at = await bench();
  for (let count = 1; count <= 11; count += 1) await pay(at, `N${count}`);
  await pay(at, 'BAD', { account_number: '0123459999' });
  await at.skip(45);
  const list = async (body: object): Promise<unknown> => (await at.client.call('POST', '/transaction', body)).body['data']?.map((one) => one['merchant_reference']);
  expect(await list({ type: 'SEND_MONEY', status: 'FAILED' })).toEqual(['BAD']);
  expect(await list({ type: 'SWAP' })).toEqual([]);
  expect(await list({ page: 2 })).toEqual(['N2', 'N1']);
  expect(await list({ limit: 2 })).toEqual(['BAD', 'N11']);
  expect(await list({ merchant_reference: 'N3', start_date: '2026-05-04', end_date: '2026-05-04' })).toEqual(['N3']);
  expect(await list({ start_date: '2026-05-05' })).toEqual([]);
  expect((await at.client.call('POST', '/transaction', { status: 'PROCESSING' })).status).toBe(422);
  const { body } = await at.client.call('POST', '/transaction', {});
  expect(body['data']?.[1]).toMatchObject({ type: 'payout', status: 'SUCCESSFUL', recipient: { status: 'SUCCESSFUL' } });
  expect(body['meta']).toMatchObject({ per_page: 10, total: 12, last_page: 2 });
});

test('a control can end a payout with a status nobody knows', async () => {
  const at = await bench();
  await pay(at, 'ODD');
  await at.control('POST', 'payouts/ODD/finish', { status: 'ON_HOLD' });
  await at.skip(600);
  expect((await at.client.call('GET', '/transaction/ODD')).body['data']?.['status']).toBe('ON_HOLD');
});

test('payouts leave beneficiaries behind, one an account', async () => {
  const at = await bench();
  await pay(at, 'A');
  await pay(at, 'B');
  await pay(at, 'C', { account_number: '0123456788' });
  const customer = String((await at.client.call('GET', '/transaction/A')).body['data']?.['business_customer_id']);
  const { body } = await at.client.call('GET', `/customer/${customer}/beneficiary`);
  expect(body['data']?.map((one) => one['account_number'])).toEqual(['0123456789', '0123456788']);
  const first = String(body['data']?.[0]?.['id']);
  expect((await at.client.call('GET', `/customer/${customer}/beneficiary/${first}`)).body['data']?.['bank_code']).toBe('903');
});
