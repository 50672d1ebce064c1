import { describe, expect, it } from 'vitest';
import { account, callsTo, kiraOrder, previewBody, recipient, withKira } from '../support/kira.ts';
import type { KiraOptions } from '../../../../main/providers/kira/provider.ts';
import type { Answer } from '../support/server.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const price = (answer: Answer, options: Partial<KiraOptions> = {}) =>
  withKira(answer, async (rig, server) => ({ reply: await rig.kira.price(kiraOrder), calls: callsTo(server), now: rig.now }), options);

describe('a price', () => {
  it('is Kira\u2019s own figures, line by line', async () => {
    const { reply, calls, now } = await price({ body: previewBody() });
    expect(reply).toEqual({ ok: true, value: {
      send: usd(25_050), totalFees: usd(3126), converted: usd(21_924), receive: usd(21_924), rate: '1', gap: null, readAt: now,
      fees: [
        { label: 'Kira fixed fee', amount: usd(1500) }, { label: 'Kira percentage fee', amount: usd(125) }, { label: 'Your fixed mark-up', amount: usd(1000) }, { label: 'Your percentage mark-up', amount: usd(501) },
      ],
    } });
    expect(calls).toMatchObject([{ method: 'POST', path: `/v1/virtual-accounts/${account}/payout/preview`, body: `{"amount":"250.50","recipient_id":"${recipient}"}` }]);
    expect(calls[0]?.headers).not.toHaveProperty('idempotency-key');
  });
  it.each([[null, false], ['2025-01-01', false], ['2026-04-14', true], ['2026-06-01', true]] as const)('in version %s asks for a quote: %s', async (apiVersion, asks) => {
    const { calls } = await price({ body: previewBody() }, { apiVersion });
    expect(calls[0]?.body.includes('"create_quote":true')).toBe(asks);
  });
  it('C19: is held as long as the quote itself says, on this computer\u2019s clock', async () => {
    const there = Date.UTC(2026, 5, 1);
    const quoted = { headers: { date: new Date(there).toUTCString() }, body: previewBody({ quote_id: 'q-1', quote_expires_at: new Date(there + 900_000).toISOString() }) };
    const { reply, now } = await price(quoted, { apiVersion: '2026-04-14' });
    expect(reply).toMatchObject({ value: { quote: { id: 'q-1', expiresAt: now + 900_000 } } });
    const { reply: endless } = await price({ body: previewBody({ quote_id: 'q-1' }) }, { apiVersion: '2026-04-14' });
    expect(endless).toMatchObject({ ok: true });
    expect(endless.ok && endless.value.quote).toBeUndefined();
  });
  it('trap 26: shows the gap when the figures don\u2019t close', async () => {
    expect((await price({ body: previewBody({ recipient_amount: '219.00' }) })).reply).toMatchObject({ value: { gap: usd(24), receive: usd(21_900) } });
  });
  it('trap 24: reads numbers without losing a cent', async () => {
    expect((await price({ body: '{"amount":250.5,"currency":"USD","fees":{"base_fees":{"fixed_fee":15,"percentage_fee":1.25},"client_markup":{"fixed_fee":10,"percentage_fee":5.01},"total_fees":31.26},"recipient_amount":219.24,"recipient_currency":"USD"}' })).reply)
      .toMatchObject({ value: { send: usd(25_050), totalFees: usd(3126), receive: usd(21_924), gap: null } });
  });
  it('whose parts don\u2019t add up shows the total and says so', async () => {
    expect((await price({ body: previewBody({ fees: { base_fees: { fixed_fee: '1.00', percentage_fee: '0.00' }, client_markup: null, total_fees: '31.26' } }) })).reply)
      .toMatchObject({ value: { fees: [{ label: 'Fees', amount: usd(3126) }], note: expect.any(String) as string, gap: null } });
  });
  it.each([{ amount: '250.51' }, { currency: 'EUR' }, { recipient_currency: 'MXN' }, { recipient_amount: '219.244' }, { fees: { total_fees: 'x' } }, { fees: null }])('about something else is no price (%j)', async (change) => {
    expect((await price({ body: previewBody(change) })).reply).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
  });
  it('that fees would eat up is refused with what to do', async () => {
    expect((await price({ status: 400, body: { code: 'bad_request', message: 'Total fees exceed or equal the payout amount' } })).reply)
      .toMatchObject({ error: { code: 'provider-refused', message: 'The price was not read. Kira says: \u201cTotal fees exceed or equal the payout amount\u201d', fix: expect.stringContaining('Raise the amount') as string } });
  });
});
