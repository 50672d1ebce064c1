import { expect, test } from 'vitest';
import { bench, type Bench, type Got, nairaPayout, verified, walletId } from '../client.ts';

const address = { country: 'GB', street: '1 Dock Rd', city: 'Leeds', zip_code: 'LS1 1AA' };
const dollars = {
  type: 'business', account_number: '000123456789', account_name: 'Quill LLC', account_type: 'checking', bank_name: 'First Invented',
  routing_number: '021000021', ...address, country: 'US', state: 'NY',
};
const destinations: readonly (readonly [from: string, to: string, method: string, extra: Record<string, unknown>])[] = [
  ['NGN', 'NGN', 'bank_transfer', { bank_id: 3, account_number: '0123456789' }],
  ['USD', 'GBP', 'bank_transfer', { sort_code: '209912', account_number: '12345678', account_name: 'Jo Field', ...address }],
  ['USD', 'EUR', 'bank_transfer', { iban: 'DE89 3704 0044 0532 0130 00', bic_code: 'COBADEFFXXX', account_name: 'Jo Feld', ...address }],
  ['USD', 'CAD', 'interac', { email: 'jo@example.test', interac_first_name: 'Jo', interac_last_name: 'Field' }],
  ['GBP', 'USD', 'ach', dollars],
  ['GBP', 'USD', 'wire', { ...dollars, swift_code: 'CHASUS33' }],
  ['USD', 'USD', 'crypto', { wallet_address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', wallet_token: 'USDT', wallet_network: 'TRON_MAINNET' }],
  ['NGN', '6', 'mobile_money', { phone_number: '+254712345678', mobile_money_operator_id: 1, account_name: 'Jo Field' }],
];

async function pay(at: Bench, from: string, to: string, method: string, extra: Record<string, unknown>): Promise<Got> {
  return at.client.call('POST', '/payout', {
    wallet_id: await walletId(at.client, from), customer_id: await verified(at.client), method, from_currency_id: from,
    to_currency_id: to, from_amount: from === 'NGN' ? 90000 : 200, ...extra,
  });
}

async function balance(at: Bench, id: string): Promise<number> {
  return Number((await at.client.call('GET', `/wallet/${id}`)).body['amount']);
}

test.each(destinations)('pays from %s to %s by %s, debits once, and ends successful', async (from, to, method, extra) => {
  const at = await bench();
  const paid = await pay(at, from, to, method, extra);
  expect(paid).toMatchObject({ status: 200, body: { message: 'Payout Initiated Successfully.', transaction: { status: 'PROCESSING', currency: from } } });
  const id = String(paid.body['transaction']?.['id']);
  const entries = at.sandbox.ledger().filter((entry) => entry.transaction_id === id);
  expect(entries.map((entry) => [entry.kind, entry.amount])).toEqual([['payout', from === 'NGN' ? -90_000_00 : -200_00]]);
  await at.skip(45);
  expect((await at.client.call('GET', `/transaction/${id}`)).body['data']?.['status']).toBe('SUCCESSFUL');
});

test.each(destinations)('from %s to %s by %s it names every missing field', async (from, to, method, extra) => {
  const at = await bench();
  const refused = await pay(at, from, to, method, {});
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body['errors'] ?? {}).toSorted()).toEqual(Object.keys(extra).toSorted());
  expect(at.sandbox.ledger().some((entry) => entry.kind === 'payout')).toBe(false);
});

test.each([
  ['a short naira account', 'NGN', 'NGN', 'bank_transfer', { bank_id: '3', account_number: '123' }, 'account_number'],
  ['a bank code in place of the id', 'NGN', 'NGN', 'bank_transfer', { bank_id: '901', account_number: '0123456789' }, 'bank_id'],
  ['an IBAN with a wrong check', 'USD', 'EUR', 'bank_transfer', { ...destinations[2]?.[3], iban: 'DE89370400440532013001' }, 'iban'],
  ['a routing number with a wrong check', 'GBP', 'USD', 'ach', { ...dollars, routing_number: '021000022' }, 'routing_number'],
  ['XOF by its code alone', 'NGN', 'XOF', 'mobile_money', { ...destinations[7]?.[3] }, 'to_currency_id'],
  ['both amounts', 'NGN', 'NGN', 'bank_transfer', { ...destinations[0]?.[3], to_amount: 5 }, 'from_amount'],
  ['a third decimal', 'NGN', 'NGN', 'bank_transfer', { ...destinations[0]?.[3], from_amount: 10.005 }, 'from_amount'],
  ['nothing to send', 'NGN', 'NGN', 'bank_transfer', { ...destinations[0]?.[3], from_amount: 0 }, 'from_amount'],
  ['an unknown customer', 'NGN', 'NGN', 'bank_transfer', { ...destinations[0]?.[3], customer_id: 'x' }, 'customer_id'],
])('answers 422 for %s', async (_name, from, to, method, extra, field) => {
  const refused = await pay(await bench(), from, to, method, extra);
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body['errors'] ?? {})).toEqual([field]);
});

test('XOF with its country and ids or codes lead to the same currency', async () => {
  const at = await bench();
  const extra = { phone_number: '+221701234567', mobile_money_operator_id: 11, account_name: 'Jo Field' };
  const byCountry = await pay(at, 'NGN', 'XOF', 'mobile_money', { ...extra, country_id: '195' });
  expect(byCountry.body['transaction']?.['recipient']).toMatchObject({ currency: 'XOF', account_number: '+221701234567', bank_name: 'Teranga Money', bank_code: 'TRG' });
  const byId = await pay(at, 'NGN', '11', 'mobile_money', extra);
  expect(byId.body['transaction']?.['recipient']?.['amount']).toBe(byCountry.body['transaction']?.['recipient']?.['amount']);
});

test.each<[string, (at: Bench) => Promise<Record<string, unknown>>]>([
  ['the customer is not verified', async (at) => ({ customer_id: (await at.client.call('GET', '/customer?verification_status=PENDING')).body['data']?.[0]?.['id'] })],
  ['the customer is under due diligence', async (at) => { await at.control('POST', `customers/${await verified(at.client)}/edd`, { enabled: true }); return {}; }],
  ['the business is under due diligence', async (at) => { await at.control('POST', 'business/edd', { enabled: true }); return {}; }],
  ['the wallet is not there', () => Promise.resolve({ wallet_id: 'nowhere' })],
  ['the wallet holds another currency', async (at) => ({ wallet_id: await walletId(at.client, 'USD') })],
  ['the pair is closed for sending', async (at) => { await at.control('POST', 'rates', { pair: 'NGN/NGN', send_enabled: false }); return {}; }],
  ['the method does not reach the destination', () => Promise.resolve({ method: 'interac' })],
  ['the amount does not exceed the fees', () => Promise.resolve({ from_amount: 50 })],
])('answers 400 and moves nothing when %s', async (_name, prepare) => {
  const at = await bench();
  const before = at.sandbox.ledger().length;
  const refused = await at.client.call('POST', '/payout', await nairaPayout(at.client, await prepare(at)));
  expect(refused.status).toBe(400);
  expect(refused.body['message']).toBeTypeOf('string');
  expect(at.sandbox.ledger()).toHaveLength(before);
});

test('a wallet short by the fee only is short', async () => {
  const at = await bench();
  const wallet = at.sandbox.blaaiz.wallet_id;
  await at.control('POST', `wallets/${wallet}`, { balance: '50049.99' });
  const body = await nairaPayout(at.client, { from_amount: undefined, to_amount: 50000 });
  expect(await at.client.call('POST', '/payout', body)).toMatchObject({ status: 400, body: { message: 'Insufficient funds.' } });
  await at.control('POST', `wallets/${wallet}`, { top_up: '0.01' });
  expect((await at.client.call('POST', '/payout', body)).status).toBe(200);
  expect(await balance(at, wallet)).toBe(0);
});

test('a merchant reference is taken once per business, and a refused payout does not use it up', async () => {
  const at = await bench();
  const body = await nairaPayout(at.client, { merchant_reference: 'INV-1' });
  expect((await at.client.call('POST', '/payout', { ...body, from_amount: 1 })).status).toBe(400);
  expect((await at.client.call('POST', '/payout', body)).status).toBe(200);
  const again = await at.client.call('POST', '/payout', body);
  expect(again).toMatchObject({ status: 422, body: { errors: { merchant_reference: [expect.any(String)] } } });
  expect(at.sandbox.ledger().filter((entry) => entry.merchant_reference === 'INV-1')).toHaveLength(1);
});

test('twenty equal requests at the same moment make one payout', async () => {
  const at = await bench();
  const body = await nairaPayout(at.client, { merchant_reference: 'RACE' });
  const replies = await Promise.all(Array.from({ length: 20 }, () => at.client.call('POST', '/payout', body)));
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
  expect(at.sandbox.ledger().filter((entry) => entry.merchant_reference === 'RACE')).toHaveLength(1);
});

test('an account ending in 9999 fails and the money comes back once', async () => {
  const at = await bench();
  const wallet = at.sandbox.blaaiz.wallet_id;
  const before = await balance(at, wallet);
  await at.client.call('POST', '/payout', await nairaPayout(at.client, { account_number: '0123459999', merchant_reference: 'BAD' }));
  expect(await balance(at, wallet)).toBe(before - 50000);
  await at.skip(45);
  expect((await at.client.call('GET', '/transaction/BAD')).body['data']).toMatchObject({ status: 'FAILED', failure_reason: expect.any(String) });
  expect(await balance(at, wallet)).toBe(before);
  await at.control('POST', 'payouts/BAD/finish', { status: 'FAILED' });
  expect(await balance(at, wallet)).toBe(before);
});

test('the rate of the moment of sending counts', async () => {
  const at = await bench();
  await at.control('POST', 'rates', { pair: 'USD/NGN', value: '1500' });
  const paid = await pay(at, 'USD', 'NGN', 'bank_transfer', { bank_id: '3', account_number: '0123456789' });
  expect(paid.body['transaction']).toMatchObject({ rate: 1500, fee: 2, recipient: { amount: 297000, currency: 'NGN' } });
});

test('balances always equal the sum of the ledger', async () => {
  const at = await bench();
  for (const [from, to, method, extra] of destinations) await pay(at, from, to, method, extra);
  await at.skip(3600);
  const { body } = await at.client.call('GET', '/wallet');
  for (const wallet of Array.from(body)) {
    const sum = at.sandbox.ledger().filter((entry) => entry.wallet_id === String(wallet['id'])).reduce((total, entry) => total + entry.amount, 0);
    expect(Math.round(Number(wallet['amount']) * 100)).toBe(sum);
  }
});
