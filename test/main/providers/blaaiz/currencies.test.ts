import { expect, it } from 'vitest';
import { withReply } from '../support/blaaiz.ts';

it('a list of currencies that can\u2019t be read is asked for once and doesn\u2019t stop a payout', async () => {
  await withReply({ status: 500, body: { message: 'SQLSTATE' } }, async ({ provider }, server) => {
    expect(await provider.payouts.warmUp()).toEqual({ ok: true, value: undefined });
    const tries = server.seen.length;
    expect(await provider.payouts.warmUp()).toEqual({ ok: true, value: undefined });
    expect(server.seen).toHaveLength(tries);
  });
});

it('mobile money can\u2019t be priced without the list', async () => {
  await withReply({ status: 500, body: { message: 'SQLSTATE' } }, async ({ provider }) => {
    expect(await provider.payouts.price({ from: 'GBP', to: 'KES', method: 'mobile_money', side: 'send', amount: { minor: 100, currency: 'GBP' } }))
      .toMatchObject({ error: { code: 'provider-down', message: 'The currencies were not read: Blaaiz has a fault of its own.' } });
  });
});

it('inactive currencies are passed over, whichever word says so', async () => {
  const rows = [{ id: '1', code: 'KES', active: false }, { id: '2', code: 'KES', status: 'inactive' }, { id: '3', code: 'kes', status: 'active', country_id: 9 }];
  await withReply((seen) => ({ body: seen.path.includes('momo') ? [{ id: 1, name: 'Twiga' }] : { data: rows } }), async ({ provider }, server) => {
    expect(await provider.payouts.operators('KES')).toEqual({ ok: true, value: [{ id: '1', name: 'Twiga', code: '' }] });
    expect(server.seen.at(-1)?.path).toBe('/api/external/momo-operator?currency_id=3&country_id=9');
  });
});
