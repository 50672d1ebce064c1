import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ask, kiraDesk, type KiraDesk, version } from './desk.ts';
import { documentUri, invoice } from './papers.ts';

const nobody = '0198b5c0-0000-7000-8000-000000000000';
const debits = (at: KiraDesk): number[] => at.sandbox.kiraLedger().filter((entry) => entry.kind === 'payout').map((entry) => entry.amount);
const payouts = async (at: KiraDesk): Promise<number> => (await at.control('GET', 'kira/payouts')).body['payouts']?.length ?? -1;

describe('a fiat payout', () => {
  it('is answered with 201, its fees in money, and no recipient\'s secrets', async () => {
    const at = await kiraDesk();
    const { status, body } = await at.pay('250.50', { client_markup: { fixed_fee: '10.00', percentage_fee: '0.02' }, currency: 'USD' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String), virtual_account_id: at.fiat, recipient_id: at.wire, amount: '250.50', currency: 'USD', status: 'created',
      fees: { base_fees: { fixed_fee: '15.00', percentage_fee: '1.25' }, client_markup: { fixed_fee: '10.00', percentage_fee: '5.01' }, total_fees: '31.26' },
      recipient_amount: '219.24', recipient_currency: 'USD', payment_method: 'wire', uetr: null, created_at: '2026-05-04T09:30:00Z',
    });
  });

  it('C2: debits exactly its amount, once, though the balance must cover the fees too', async () => {
    const at = await kiraDesk();
    expect(await at.pay('24900.00')).toMatchObject({ status: 400, body: { code: 'insufficient_balance' } });
    expect((await at.pay('24800.00')).status).toBe(201);
    expect([debits(at), await at.balance()]).toEqual([[-24_800_00], 200_00]);
  });

  it('C2: told so, it may take the whole balance', async () => {
    const at = await kiraDesk();
    await at.settings({ balance_rule: 'amount' });
    expect((await at.pay('25000.01')).status).toBe(400);
    expect((await at.pay('25000.00')).status).toBe(201);
    expect(await at.balance()).toBe(0);
  });

  it('of 15,000 twice at the same moment leaves 25,000 once', async () => {
    const at = await kiraDesk();
    await at.settings({ code: { required: false } });
    const replies = await Promise.all([at.pay('15000.00', {}, { code: null }), at.pay('15000.00', {}, { code: null })]);
    expect(replies.map((reply) => reply.status).toSorted((a, b) => a - b)).toEqual([201, 400]);
    expect(debits(at)).toEqual([-15_000_00]);
  });

  it('C8: goes over the recipient\'s rail', async () => {
    const at = await kiraDesk();
    expect((await at.pay('250.50', { recipient_id: at.swift })).body['payment_method']).toBe('swift');
    expect((await at.payCrypto('250.50', { recipient_id: at.wire })).body['payment_method']).toBe('wire');
  });

  it('C9: pays out over ACH only from 2026-04-14 on', async () => {
    const at = await kiraDesk();
    const { body } = await at.call('GET', `/v1/recipients?user_id=${await userOf(at)}`);
    const ach = body['recipients']?.find((one) => String(one['account_type']) === 'ACH')?.['recipient_id'];
    const code = await at.freshCode();
    expect(await at.pay('250.50', { recipient_id: ach }, { code })).toMatchObject({ status: 400, body: { code: 'invalid_operation' } });
    expect((await at.pay('250.50', { recipient_id: ach }, { code, headers: version('2026-04-14') })).body['payment_method']).toBe('ach');
  });
});

async function userOf(at: KiraDesk): Promise<string> {
  return String((await at.call('GET', `/v1/virtual-accounts/${at.fiat}`)).body['user_id']);
}

describe('a crypto payout', () => {
  it('gets an address of its own for 24 hours and touches no balance', async () => {
    const at = await kiraDesk();
    const { status, body } = await at.payCrypto('500.00');
    expect(status).toBe(201);
    expect(body['deposit_instructions']).toEqual({
      network: 'polygon', currency: 'USDC', address: expect.stringMatching(/^0x[0-9a-fA-F]{40}$/), expires_at: '2026-05-05T09:30:00Z',
    });
    expect([debits(at), body['status']]).toEqual([[], 'created']);
  });

  it('trap 19: never shares its address', async () => {
    const at = await kiraDesk();
    const addresses = new Set<string>();
    for (let count = 0; count < 20; count += 1) {
      const payment_instructions = { network: count % 2 === 0 ? 'solana' : 'polygon', currency: 'USDC' };
      addresses.add(String((await at.payCrypto('500.00', { payment_instructions })).body['deposit_instructions']?.['address']));
    }
    expect(addresses.size).toBe(20);
  });

  it('needs a document, and a document that is what it says', async () => {
    const at = await kiraDesk();
    expect((await at.payCrypto('500.00', { supporting_documents: [] })).status).toBe(400);
    expect((await at.payCrypto('500.00', { supporting_documents: undefined })).status).toBe(400);
    const fake = { ...invoice, file: documentUri('image/png', Buffer.from('%PDF-1.4')) };
    expect(await at.payCrypto('500.00', { supporting_documents: [fake] })).toMatchObject({ status: 400, body: { details: [{ path: ['supporting_documents', '0', 'file'] }] } });
  });

  it('C28: may be funded by USDT on Solana unless it is told not to', async () => {
    const at = await kiraDesk();
    const usdt = { payment_instructions: { network: 'solana', currency: 'USDT' } };
    expect((await at.payCrypto('500.00', usdt)).body['deposit_instructions']).toMatchObject({ address: expect.stringMatching(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/) });
    await at.settings({ solana_usdt: false });
    expect((await at.payCrypto('500.00', usdt)).status).toBe(400);
  });
});

describe('the order of the checks', () => {
  it('is key, token, JSON, idempotency key, account, schema, mode, recipient, fees, code, balance', async () => {
    const at = await kiraDesk();
    const path = `/v1/virtual-accounts/${at.fiat}/payout`;
    const to = (body: Record<string, unknown> | string, headers: Record<string, string> = {}, where = path) => at.call('POST', where, body, headers);
    const keyed = { 'idempotency-key': randomUUID() };
    const good = { amount: '250.50', recipient_id: at.wire };
    expect((await ask(at.sandbox, 'POST', path, '{', {})).status).toBe(403);
    expect((await ask(at.sandbox, 'POST', path, '{', { 'x-api-key': at.sandbox.kira.api_key })).status).toBe(401);
    expect((await to('{')).body['message']).toMatch(/JSON/);
    expect((await to({})).body).toEqual({ code: 'validation_error', message: 'Idempotency key is required' });
    expect((await to({}, { 'idempotency-key': 'mine' })).body['message']).toMatch(/UUID/);
    expect(await to({}, keyed, `/v1/virtual-accounts/${nobody}/payout`)).toMatchObject({ status: 404, body: { statusCode: 404, message: `Virtual account ${nobody} not found` } });
    expect((await to({ payment_instructions: { network: 'solana', currency: 'USDC' } }, keyed)).body['message']).toBe('Invalid request body');
    expect((await to({ ...good, recipient_id: nobody, payment_instructions: { network: 'solana', currency: 'USDC' } }, keyed)).body['message']).toMatch(/cannot be provided/);
    expect(await to({ ...good, recipient_id: nobody, amount: '1.00' }, keyed)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await to({ ...good, amount: '1.00' }, keyed)).body['code']).toBe('bad_request');
    expect((await to({ ...good, amount: '900000.00' }, keyed)).body['code']).toBe('VALIDATION_REQUIRED');
    expect((await to({ ...good, amount: '900000.00' }, { ...keyed, 'x-validation-header': await at.freshCode() })).body['code']).toBe('insufficient_balance');
    expect(await payouts(at)).toBe(0);
  });

  it('refuses an account that is not active', async () => {
    const at = await kiraDesk();
    const { body } = await at.call('GET', `/v1/virtual-accounts?limit=100`);
    const pending = body['data']?.find((one) => String(one['status']) === 'pending')?.['id'];
    expect(await at.pay('250.50', {}, { account: String(pending) })).toMatchObject({ status: 400, body: { code: 'invalid_operation' } });
  });

  it('trap 21: refuses a body of more than ten megabytes', async () => {
    const at = await kiraDesk();
    const answer = await at.pay('250.50', { extra_info: { memo: 'x'.repeat(10 * 1024 * 1024) } }, { code: null });
    expect([answer.status, await payouts(at)]).toEqual([413, 0]);
  });
});

describe('an idempotency key', () => {
  it('trap 5: replays the same bytes without a code, and pays once', async () => {
    const at = await kiraDesk();
    const key = randomUUID();
    const first = await at.pay('250.50', {}, { key });
    await at.skip(3600);
    const again = await at.pay('250.50', {}, { key, code: null });
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(debits(at)).toEqual([-250_50]);
  });

  it('replays whatever order the fields of the body have', async () => {
    const at = await kiraDesk();
    const key = randomUUID();
    const first = await at.pay('250.50', { extra_info: { memo: 'a', invoice_number: 'b' } }, { key });
    const path = `/sandbox/v1/virtual-accounts/${at.fiat}/payout`;
    const turned = `{ "extra_info": {"invoice_number":"b","memo":"a"}, "recipient_id":"${at.wire}","amount":"250.50"}`;
    expect((await at.call('POST', path, turned, { 'idempotency-key': key })).text).toBe(first.text);
  });

  it('serves twenty equal requests at the same moment with one payout', async () => {
    const at = await kiraDesk();
    const ways = { key: randomUUID(), code: await at.freshCode() };
    const replies = await Promise.all(Array.from({ length: 20 }, () => at.pay('250.50', {}, ways)));
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1);
    expect([replies[0]?.status, debits(at)]).toEqual([201, [-250_50]]);
  });

  it('is not burnt by a refusal', async () => {
    const at = await kiraDesk();
    const key = randomUUID();
    expect((await at.pay('1.00', {}, { key })).status).toBe(400);
    expect((await at.pay('250.50', {}, { key })).status).toBe(201);
  });

  it('is forgotten after 24 hours', async () => {
    const at = await kiraDesk();
    const key = randomUUID();
    const first = await at.pay('250.50', {}, { key });
    await at.skip(86_400);
    const again = await at.pay('250.50', {}, { key });
    expect([again.status, again.body['id'] === first.body['id'], debits(at)]).toEqual([201, false, [-250_50, -250_50]]);
  });

  it.each([['conflict409_E6', 409], ['legacy400', 400], ['silent_replay', 201]])('C15: of another body is answered as %s wants', async (mismatch, status) => {
    const at = await kiraDesk();
    await at.settings({ mismatch });
    const key = randomUUID();
    const first = await at.pay('250.50', {}, { key });
    const other = await at.pay('999.00', {}, { key });
    expect([other.status, debits(at)]).toEqual([status, [-250_50]]);
    if (status === 409) expect(other.body).toMatchObject({ error: { code: 'IDEMPOTENCY_CONFLICT', details: {} } });
    if (status === 201) expect(other.text).toBe(first.text);
  });

  it('trap 6: told to replay silently, hands out the old payout for an edited amount', async () => {
    const at = await kiraDesk();
    await at.settings({ mismatch: 'silent_replay' });
    const key = randomUUID();
    await at.pay('250.50', {}, { key });
    expect((await at.pay('999.00', {}, { key })).body['amount']).toBe('250.50');
  });
});

describe('an answer that is lost', () => {
  it('with .08 is a 500 after the payout was made; the key brings the real one', async () => {
    const at = await kiraDesk();
    const key = randomUUID();
    expect(await at.pay('250.08', {}, { key })).toMatchObject({ status: 500, body: { status: 'error' } });
    expect((await at.pay('250.08', {}, { key, code: null })).status).toBe(201);
    expect(debits(at)).toEqual([-250_08]);
  });

  it('with .09 never comes; the key brings it', async () => {
    const at = await kiraDesk();
    const ways = { key: randomUUID(), code: await at.freshCode() };
    const url = `${at.sandbox.kira.url}/v1/virtual-accounts/${at.fiat}/payout`;
    const headers = { ...at.credentials(), 'Content-Type': 'application/json', 'idempotency-key': ways.key, 'x-validation-header': ways.code };
    const body = JSON.stringify({ amount: '250.09', recipient_id: at.wire });
    await expect(fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(300) })).rejects.toThrow();
    expect(debits(at)).toEqual([-250_09]);
    expect((await at.pay('250.09', {}, { ...ways, code: null })).status).toBe(201);
    expect(debits(at)).toEqual([-250_09]);
  });
});
