import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../main/sandbox/server.ts';
import { signIn } from './client.ts';
import { png, type SdkReply, sdkCall, sdkPut } from './sdk-client.ts';

// Slow enough for the rate limit, patient enough for a busy machine.
const patience = { interval: 200, timeout: 10_000 };

type Sdk = (method: string, path: string, body?: object) => Promise<SdkReply>;

async function start(httpsUpload: boolean): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ legacyKey: true, httpsUpload, strictUploads: false, timeScale: 900 });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** The flow of the official clients, call by call; every step must work for the next one to. */
async function fullFlow(sandbox: RunningSandbox, call: Sdk): Promise<void> {
  expect((await call('GET', '/api/external/currency')).data).toBeInstanceOf(Array);
  const id = await createVerified(sandbox, call);
  const wallets = await call('GET', '/api/external/wallet');
  expect(wallets.data).toBeInstanceOf(Array);
  const banks = await call('GET', '/api/external/bank');
  const account = { account_number: '0123456789', bank_id: banks.data[0]?.['id'] };
  const holder = await call('POST', '/api/external/bank/account-lookup', account);
  expect(holder.data['account_name']).toMatch(/^[A-Z]+ [A-Z]+$/);
  const pair = { from_currency_id: 'NGN', to_currency_id: 'NGN', from_amount: 1000 };
  const fees = await call('POST', '/api/external/fees/breakdown', pair);
  expect(fees.data['payout_fees']?.[0]?.['total_fees']).toBe(50);
  const paid = await call('POST', '/api/external/payout', {
    ...pair, ...account, wallet_id: sandbox.blaaiz.wallet_id, customer_id: id, method: 'bank_transfer', merchant_reference: 'R-1',
  });
  const transaction = paid.data['transaction']?.['id'];
  const read = (): Promise<SdkReply> => call('GET', `/api/external/transaction/${String(transaction)}`);
  await vi.waitFor(async () => { expect((await read()).data['data']?.['status']).toBe('SUCCESSFUL'); }, patience);
  expect((await call('POST', '/api/external/transaction', {})).data['data']).toHaveLength(1);
  await webhooks(call, String(transaction));
}

async function createVerified(sandbox: RunningSandbox, call: Sdk): Promise<string> {
  const person = {
    type: 'individual', first_name: 'Ife', last_name: 'Bello', email: 'ife@example.test', country: 'NG', id_type: 'passport', id_number: 'B1',
  };
  const created = await call('POST', '/api/external/customer', person);
  expect(created.status).toBe(201);
  const id = String(created.data['data']?.['id']);
  const slip = await call('POST', '/api/external/file/get-presigned-url', { customer_id: id, file_category: 'identity' });
  const ca = sandbox.ca_cert === null ? undefined : readFileSync(sandbox.ca_cert);
  const put = await sdkPut(String(slip.data['url']), png, ca);
  expect(put).toEqual({ status: 200, etag: expect.stringMatching(/^"[0-9a-f]{32}"$/) });
  await call('POST', `/api/external/customer/${id}/files`, { id_file: slip.data['file_id'] });
  const read = (): Promise<SdkReply> => call('GET', `/api/external/customer/${id}`);
  expect((await read()).data['data']?.['verification_status']).toBe('PENDING');
  await vi.waitFor(async () => { expect((await read()).data['data']?.['verification_status']).toBe('VERIFIED'); }, patience);
  return id;
}

async function webhooks(call: Sdk, transaction: string): Promise<void> {
  const urls = { collection_url: 'https://hooks.example.test/c', payout_url: 'https://hooks.example.test/p' };
  expect((await call('POST', '/api/external/webhook', urls)).data['data']?.['signing_secret']).toBeTypeOf('string');
  expect((await call('PUT', '/api/external/webhook', urls)).status).toBe(200);
  expect((await call('GET', '/api/external/webhook')).data['data']).toMatchObject(urls);
  expect((await call('POST', '/api/external/webhook/replay', { transaction_id: transaction })).status).toBe(200);
}

test('the older Node client runs its whole flow with a legacy key and uploads over TLS', async () => {
  const sandbox = await start(true);
  await fullFlow(sandbox, (...rest) => sdkCall(sandbox.url, rest[0], rest[1], { 'x-blaaiz-api-key': sandbox.blaaiz.api_key }, rest[2]));
});

test('the newer Node client runs its whole flow with every scope and uploads over TLS', async () => {
  const sandbox = await start(true);
  const { token } = await signIn(sandbox.url, sandbox.blaaiz);
  await fullFlow(sandbox, (...rest) => sdkCall(sandbox.url, rest[0], rest[1], { Authorization: `Bearer ${token}` }, rest[2]));
});

test('the Python client runs its whole flow with a legacy key over plain http', async () => {
  const sandbox = await start(false);
  const auth = { 'x-blaaiz-api-key': sandbox.blaaiz.api_key };
  await fullFlow(sandbox, async (method, path, body) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const reply = await fetch(sandbox.url + path, { method, headers: { ...auth, 'Content-Type': 'application/json' }, ...(text === undefined ? {} : { body: text }) });
    return { status: reply.status, data: (await reply.json()) as SdkReply['data'] };
  });
});

test('the verbs that older clients use for updates are understood', async () => {
  const sandbox = await start(false);
  const call: Sdk = (...rest) => sdkCall(sandbox.url, rest[0], rest[1], { 'x-blaaiz-api-key': sandbox.blaaiz.api_key }, rest[2]);
  const pending = (await call('GET', '/api/external/customer?verification_status=PENDING')).data['data']?.[0]?.['id'];
  const path = `/api/external/customer/${String(pending)}`;
  expect((await call('PATCH', path, { city: 'Ibadan' })).data['data']?.['kyc_data']?.['city']).toBe('Ibadan');
  expect((await call('PUT', `${path}/files`, {})).status).toBe(422);
  expect((await call('POST', `${path}/kyc-data`, { dob: '1991-02-03' })).data['data']?.['kyc_data']?.['dob']).toBe('1991-02-03');
});
