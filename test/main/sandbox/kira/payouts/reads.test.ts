import { describe, expect, it } from 'vitest';
import { kiraDesk, type KiraDesk, version } from './desk.ts';
import { invoice } from './papers.ts';

const nobody = '0198b5c0-0000-7000-8000-000000000000';

async function owner(at: KiraDesk): Promise<string> {
  return String((await at.call('GET', `/v1/virtual-accounts/${at.fiat}`)).body['user_id']);
}

describe('a payout that is read', () => {
  it('trap 1: has other names than at its creation, masked numbers and no fee breakdown', async () => {
    const at = await kiraDesk();
    const extra_info = { memo: 'June', invoice_number: 'INV-9', internal_notes: 'ours' };
    const { body } = await at.pay('250.50', { extra_info, supporting_documents: [invoice] });
    const read = await at.call('GET', `/v1/payouts/${String(body['id'])}`);
    expect(read.body).toEqual({
      payout_id: body['id'], user_id: await owner(at), recipient_id: at.wire, quote_id: null, reference: 'INV-9', memo: 'June', origin: 'payout',
      from_amount: '250.50', from_currency: 'USD', to_amount: '232.00', to_currency: 'USD', fee: '18.50', payment_method: 'wire', txn_hash: null, uetr: null,
      provider_reference: null, reference_number: null, status: 'CREATED', error_code: null,
      sender: { name: 'Northfield Trading LLC', account_number: '****5001' }, recipient: { name: 'Calder Freight Inc', account_number: '****9012' },
      extra_info: { supporting_documents: [{ type: 'invoice', url: expect.stringMatching(/^https:\/\/files\.kira\.test\/.+\?expires=\d+&sig=[0-9a-f]+$/) }] },
      events: [{ event_id: expect.any(String), status: 'CREATED', message: null, created_at: '2026-05-04T09:30:00Z' }], created_at: '2026-05-04T09:30:00Z',
    });
    expect(read.text).not.toContain('000456789012');
  });

  it('tells its address again only when told to', async () => {
    const at = await kiraDesk();
    const { body } = await at.payCrypto('500.00');
    const read = async () => (await at.call('GET', `/v1/payouts/${String(body['id'])}`)).body['deposit_instructions'];
    expect(await read()).toBeUndefined();
    await at.settings({ reads_tell_deposit: true });
    expect(await read()).toEqual(body['deposit_instructions']);
  });

  it('C25: is there to be read, and a 404 when it is not', async () => {
    const at = await kiraDesk();
    const made = String((await at.pay('250.50')).body['id']);
    expect(await at.call('GET', `/v1/payouts/${made}`)).toMatchObject({ status: 200, body: { payout_id: made } });
    expect(await at.call('GET', `/v1/payouts/${nobody}`)).toMatchObject({ status: 404, body: { error: { code: 'PAYOUT_NOT_FOUND' } } });
  });
});

describe('the list of payouts', () => {
  it('needs a user, and one that is there', async () => {
    const at = await kiraDesk();
    expect(await at.call('GET', '/v1/payouts')).toMatchObject({ status: 400, body: { error: { code: 'VALIDATION_ERROR' } } });
    expect((await at.call('GET', '/v1/payouts?user_id=x')).status).toBe(400);
    expect(await at.call('GET', `/v1/payouts?user_id=${nobody}`)).toMatchObject({ status: 404, body: { error: { code: 'USER_NOT_FOUND' } } });
  });

  it('comes newest first, in pages', async () => {
    const at = await kiraDesk();
    for (const amount of ['100.00', '200.00', '300.00']) await at.pay(amount);
    const list = async (query: string) => (await at.call('GET', `/v1/payouts?user_id=${await owner(at)}&${query}`)).body;
    const first = await list('limit=2');
    expect(first).toMatchObject({ total: 3, page: 1, limit: 2, total_pages: 2, payouts: [{ from_amount: '300.00' }, { from_amount: '200.00' }] });
    expect(Object.keys(first['payouts']?.[0] ?? {})).toEqual([
      'payout_id', 'short_id', 'user_id', 'virtual_account_id', 'status', 'from_amount', 'from_currency', 'to_amount', 'to_currency', 'payment_method',
      'sender_name', 'recipient_name', 'reference', 'memo', 'origin', 'created_at',
    ]);
    expect((await list('limit=2&page=2'))['payouts']).toMatchObject([{ from_amount: '100.00' }]);
    expect((await list('page=9'))['payouts']).toEqual([]);
  });

  it.each(['limit=0', 'limit=101', 'limit=1.5', 'page=0', 'from_date=never'])('refuses %s', async (query) => {
    const at = await kiraDesk();
    expect((await at.call('GET', `/v1/payouts?user_id=${await owner(at)}&${query}`)).status).toBe(400);
  });

  it('C6: is cut by status without regard to case, and by day', async () => {
    const at = await kiraDesk();
    await at.pay('250.05');
    await at.skip(86_400);
    await at.pay('100.06');
    const amounts = async (query: string, headers: Record<string, string> = {}) =>
      ((await at.call('GET', `/v1/payouts?user_id=${await owner(at)}&${query}`, undefined, headers)).body['payouts'] ?? []).map((one) => one['from_amount']);
    expect(await amounts('status=returned')).toEqual(['250.05']);
    expect([await amounts('status=returned', version('2026-04-14')), await amounts('status=failed', version('2026-04-14'))]).toEqual([[], ['250.05']]);
    expect([await amounts('to_date=2026-05-04'), await amounts('from_date=2026-05-05'), await amounts('from_date=2026-05-05T09:30:00.001Z')]).toEqual([['250.05'], ['100.06'], []]);
  });

  it('refuses unknown parameters in the newest version, and drops them before it', async () => {
    const at = await kiraDesk();
    const path = `/v1/payouts?user_id=${await owner(at)}&sort=asc`;
    expect((await at.call('GET', path)).status).toBe(200);
    expect(await at.call('GET', path, undefined, version('2026-06-01'))).toMatchObject({ status: 400, body: { errors: [{ field: 'sort' }] } });
  });
});
