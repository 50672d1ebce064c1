import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { kiraDesk, type KiraDesk, version } from './desk.ts';

const headers = version('2026-04-14');
const markup = { fixed_fee: '10.00', percentage_fee: '0.02' };

async function quoted(at: KiraDesk, more: Record<string, unknown> = {}): Promise<string> {
  return String((await at.preview({ amount: '250.50', create_quote: true, client_markup: markup, ...more }, at.fiat, headers)).body['quote_id']);
}

describe('a quote', () => {
  it('gives its payout the price that it held, whatever prices do meanwhile', async () => {
    const at = await kiraDesk();
    const quote_id = await quoted(at);
    await at.settings({ fees: { base_fixed: 9900 } });
    const { status, body } = await at.pay('250.50', { quote_id }, { headers });
    expect([status, body['quote_id'], body['fees']?.['total_fees'], body['recipient_amount']]).toEqual([201, quote_id, '31.26', '219.24']);
    expect((await at.call('GET', `/v1/payouts/${String(body['id'])}`)).body['quote_id']).toBe(quote_id);
  });

  it('serves once', async () => {
    const at = await kiraDesk();
    const quote_id = await quoted(at);
    await at.pay('250.50', { quote_id }, { headers });
    expect(await at.pay('250.50', { quote_id }, { headers })).toMatchObject({ status: 409, body: { code: 'QUOTE_INVALID_STATE', message: 'Quote is USED' } });
  });

  it('ends after its ten minutes, and the 409 is what the key brings from then on', async () => {
    const at = await kiraDesk();
    const quote_id = await quoted(at);
    await at.skip(600);
    const key = randomUUID();
    const refused = await at.pay('250.50', { quote_id }, { headers, key });
    expect(refused).toMatchObject({ status: 409, body: { code: 'QUOTE_INVALID_STATE', message: 'Quote is EXPIRED' } });
    expect((await at.pay('250.50', { quote_id }, { headers, key, code: null })).text).toBe(refused.text);
  });

  it('is not used up by a payout that was refused', async () => {
    const at = await kiraDesk();
    const quote_id = await quoted(at);
    expect((await at.pay('250.50', { quote_id }, { headers, code: null })).status).toBe(400);
    expect((await at.pay('250.50', { quote_id }, { headers })).status).toBe(201);
  });

  it('is for its own amount and recipient', async () => {
    const at = await kiraDesk();
    const quote_id = await quoted(at);
    expect(await at.pay('250.51', { quote_id }, { headers })).toMatchObject({ status: 400, body: { code: 'INVALID_CALCULATED_AMOUNT' } });
    expect((await at.pay('250.50', { quote_id, recipient_id: at.swift }, { headers })).status).toBe(400);
    expect(await at.pay('250.50', { quote_id: 'nobody' }, { headers })).toMatchObject({ status: 404, body: { code: 'QUOTE_NOT_FOUND' } });
  });

  it('of another rail is found out only when the payout is made, in the newest version', async () => {
    const at = await kiraDesk();
    const quote_id = await quoted(at, { recipient_id: undefined, account_type: 'SWIFT' });
    expect(await at.pay('250.50', { quote_id }, { headers: version('2026-06-01') })).toMatchObject({ status: 422, body: { code: 'RECIPIENT_ACCOUNT_TYPE_MISMATCH' } });
    expect((await at.pay('250.50', { quote_id, recipient_id: at.swift }, { headers: version('2026-06-01') })).status).toBe(201);
  });

  it('is nothing that the first version knows', async () => {
    const at = await kiraDesk();
    const { status, body } = await at.pay('250.50', { quote_id: 'nobody' });
    expect([status, body['quote_id']]).toEqual([201, undefined]);
  });
});
