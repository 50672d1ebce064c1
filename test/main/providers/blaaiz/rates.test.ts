import { describe, expect, it } from 'vitest';
import { withReply } from '../support/blaaiz.ts';

const rates = (body: unknown) => withReply({ body }, ({ provider }) => provider.rates('USD'));

describe('rates', () => {
  it('are asked for by the currency', async () => {
    await withReply({ body: { data: [] } }, async ({ provider }, server) => {
      expect(await provider.rates('US D&x')).toEqual({ ok: true, value: [] });
      const asked = new URL(server.seen.at(-1)?.path ?? '', server.url);
      expect([asked.pathname, [...asked.searchParams]]).toEqual(['/api/external/rate', [['search_term', 'US D&x']]]);
    });
  });

  it('can be sent unless one of the two flags says otherwise', async () => {
    const row = { pair: 'USD/NGN', value: '1490.00' };
    const reply = await rates({ data: [row, { ...row, send_enabled: false }, { ...row, is_active: 0 }, { ...row, send_enabled: 1, is_active: true }, { ...row, is_active: null }] });
    expect(reply.ok && reply.value.map((one) => one.sendable)).toEqual([true, false, false, true, true]);
  });

  it('are unreadable as a whole when one has no value: a gap must not pass for a rate', async () => {
    expect(await rates({ data: [{ pair: 'USD/NGN', value: '1490.00' }, { pair: 'USD/GBP', value: 'n/a' }] })).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
  });
});
