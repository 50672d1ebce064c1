import { describe, expect, it } from 'vitest';
import type { PriceQuestion } from '../../../../main/providers/provider.ts';
import { withReply } from '../support/blaaiz.ts';

const row = { method: 'BANK_TRANSFER', amount: 0.8, fee: 0.8, you_send: 2400.5, total_amount_to_send: 2398.7, recipient_gets: '4781088.84', our_fee: 1, total_fees: 1.8, rate: '1993.20' };
const question: PriceQuestion = { from: 'GBP', to: 'NGN', method: 'bank_transfer', side: 'send', amount: { minor: 240_050, currency: 'GBP' } };
const gbp = (minor: number) => ({ minor, currency: 'GBP' });
const price = (body: unknown, asked: PriceQuestion = question) => withReply({ body }, ({ provider }) => provider.payouts.price(asked));
const rows = (...all: object[]) => ({ our_fee: 1, collection_fees: [], payout_fees: all });

describe('a price', () => {
  it('is what the server says, line by line', async () => {
    await withReply({ body: rows({ ...row, method: 'INTERAC', fee: 9 }, row) }, async ({ provider, deps }) => {
      expect(await provider.payouts.price(question)).toEqual({ ok: true, value: {
        send: gbp(240_050), fees: [{ label: 'Blaaiz fee', amount: gbp(100) }, { label: 'Bank transfer fee', amount: gbp(80) }], totalFees: gbp(180),
        converted: gbp(239_870), rate: '1993.20', receive: { minor: 478_108_884, currency: 'NGN' }, gap: null, readAt: deps.clock(),
      } });
    });
  });

  it('asks with an exact number and codes', async () => {
    await withReply({ body: rows(row) }, async ({ provider }, server) => {
      await provider.payouts.price(question);
      await provider.payouts.price({ ...question, side: 'receive', amount: { minor: 9007199254740991, currency: 'NGN' } });
      expect(server.seen.slice(1).map((one) => one.body)).toEqual([
        '{"from_currency_id":"GBP","to_currency_id":"NGN","from_amount":2400.5}', '{"from_currency_id":"GBP","to_currency_id":"NGN","to_amount":90071992547409.91}']);
    });
  });

  it('is read from under data too', async () => {
    expect(await price({ message: 'ok', data: rows(row) })).toMatchObject({ ok: true, value: { totalFees: gbp(180) } });
  });

  it.each([['total_amount_to_send', { total_amount_to_send: 2398.69 }, 1], ['the total of the fees', { total_fees: 1.81 }, -1], ['a fee line', { fee: 0.7 }, 10]] as const)(
    'that does not add up by %s says by how much', async (_name, change, gap) => {
      expect(await price(rows({ ...row, ...change }))).toMatchObject({ value: { gap: gbp(gap) } });
    });

  it('takes the old name of the fee and the common Blaaiz fee when the row has none', async () => {
    const { fee: _fee, our_fee: _ours, total_fees: _total, ...rest } = row;
    expect(await price(rows(rest))).toMatchObject({ value: { fees: [{ amount: gbp(100) }, { amount: gbp(80) }], totalFees: gbp(180), gap: null } });
  });

  it.each([['ach', 'USD', 'BANK_TRANSFER', 'ACH fee'], ['wire', 'USD', 'BANK_TRANSFER', 'Wire fee'], ['interac', 'CAD', 'INTERAC', 'Interac fee'], ['crypto', 'USD', 'CRYPTO', 'Stablecoin fee']] as const)(
    'for %s is the row %3$s', async (method, to, name, label) => {
      const reply = await price(rows({ ...row, method: 'OTHER', fee: 5 }, { ...row, method: name }), { ...question, method, to });
      expect(reply).toMatchObject({ value: { fees: [{}, { label, amount: gbp(80) }] } });
    });

  it('of a method without a row is refused and not guessed', async () => {
    expect(await price(rows(row), { ...question, to: 'USD', method: 'crypto' })).toMatchObject({ error: { code: 'provider-refused', message: 'Blaaiz gives no price for stablecoin from GBP to USD.' } });
  });

  it.each([['you_send', null], ['recipient_gets', 'much'], ['rate', undefined]])('with an unreadable %s is an error', async (key, value) => {
    expect(await price(rows({ ...row, [key]: value }))).toMatchObject({ error: { code: 'provider-unreadable' } });
  });

  it('for mobile money asks with the currency\u2019s id, by country where it is shared', async () => {
    const currencies = [{ id: '10', code: 'XOF', active: true, country_id: '54', country: { short_name: 'CI' } }, { id: 11, code: 'XOF', country_id: 195, country: { short_name: 'SN' } }];
    await withReply((seen) => ({ body: seen.path.includes('currency') ? currencies : rows({ ...row, method: 'MOBILE_MONEY' }) }), async ({ provider }, server) => {
      const xof: PriceQuestion = { ...question, to: 'XOF', method: 'mobile_money' };
      await provider.payouts.price({ ...xof, country: 'SN' });
      await provider.payouts.price(xof);
      const asked = server.seen.filter((one) => one.path.includes('fees')).map((one) => (JSON.parse(one.body) as { to_currency_id: string }).to_currency_id);
      expect(asked).toEqual(['11', '10']);
      expect(server.seen.filter((one) => one.path.includes('currency'))).toHaveLength(1);
    });
  });
});
