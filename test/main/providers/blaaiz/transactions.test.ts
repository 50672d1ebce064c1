import { describe, expect, it } from 'vitest';
import { withReply } from '../support/blaaiz.ts';
import type { Answer, Seen } from '../support/server.ts';

const row = (reference: string | null) => ({ id: 't1', status: 'PROCESSING', merchant_reference: reference, currency: 'NGN', amount: 1 });
const notFound: Answer = { status: 404, body: { message: 'Transaction not found' } };
const find = (direct: Answer, listed: Answer) => withReply((seen) => (seen.method === 'GET' ? direct : listed), ({ provider }) => provider.payouts.find('BUR/1'));
const page = (...rows: object[]): Answer => ({ body: { data: rows, meta: { current_page: 1, last_page: 1 } } });

describe('finding a payout by our reference', () => {
  it('reads it directly, with the reference escaped', async () => {
    await withReply({ body: { data: row('BUR/1') } }, async ({ provider }, server) => {
      expect(await provider.payouts.find('BUR/1')).toMatchObject({ ok: true, value: { transactionId: 't1' } });
      expect(server.seen[1]?.path).toBe('/api/external/transaction/BUR%2F1');
    });
  });

  it('believes that there is none only when the list says so too', async () => {
    expect(await find(notFound, page())).toEqual({ ok: true, value: null });
    expect(await find(notFound, page(row('BUR/2'), row('BUR/1')))).toMatchObject({ ok: true, value: { merchantReference: 'BUR/1' } });
  });

  it('does not take another payout of the list for ours', async () => {
    expect(await find(notFound, page(row('BUR/2'), row(null)))).toEqual({ ok: true, value: null });
  });

  it.each([
    ['a wrong address', { status: 404, body: { message: 'The route api/external/transaction could not be found.' } }],
    ['a page of a network', { status: 404, body: '<html>404</html>' }], ['a fault', { status: 500, body: { message: 'Server Error' } }],
    ['a lost permission', { status: 403, body: { message: 'Missing scope.' } }], ['another payout', { body: { data: row('BUR/2') } }],
  ] satisfies [string, Answer][])('does not take %s for "there is none"', async (_name, direct) => {
    expect(await find(direct, page())).toMatchObject({ ok: false });
  });

  it('says nothing when the list can\u2019t be read', async () => {
    expect(await find(notFound, { status: 500 })).toMatchObject({ ok: false, error: { code: 'provider-down' } });
  });

  it('never asks with an empty key, which would be another call', async () => {
    await withReply(notFound, async ({ provider }, server) => {
      await expect(provider.payouts.find('')).rejects.toThrow('empty or dots');
      await expect(provider.payouts.status('..')).rejects.toThrow('empty or dots');
      expect(server.seen.filter((one) => one.path !== '/oauth/token')).toHaveLength(0);
    });
  });
});

describe('listing', () => {
  it('puts the page in the body and the query, and filters by the wire\u2019s names', async () => {
    await withReply({ body: { data: [row('a')], meta: { current_page: '2', last_page: '3' } } }, async ({ provider }, server) => {
      expect(await provider.transactions({ customerId: 'c1', startDate: '2026-01-01' }, 2)).toMatchObject({ ok: true, value: { page: 2, lastPage: 3, rows: [{ merchantReference: 'a' }] } });
      const call = server.seen[1] as Seen;
      expect([call.method, call.path, JSON.parse(call.body)]).toEqual(['POST', '/api/external/transaction?page=2', { start_date: '2026-01-01', customer_id: 'c1', page: 2 }]);
    });
  });

  it('is repeated like a read although it is a POST', async () => {
    await withReply((_seen, calls) => (calls.length === 1 ? { status: 503 } : page()), async ({ provider }) => {
      expect(await provider.transactions({}, 1)).toMatchObject({ ok: true });
    });
  });
});
