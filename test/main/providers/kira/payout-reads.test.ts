import { describe, expect, it } from 'vitest';
import { foldStatus } from '../../../../main/providers/kira/payout-view.ts';
import { account, callsTo, payout, user, withKira } from '../support/kira.ts';
import { valueOf } from '../support/sandbox.ts';
import type { Answer, Seen } from '../support/server.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' as const });
const row = {
  payout_id: payout, user_id: user, virtual_account_id: account, from_amount: '250.50', from_currency: 'USD', to_amount: '219.24', to_currency: 'USD', fee: '31.26', payment_method: 'wire', uetr: null,
  provider_reference: 'prov-1', reference_number: null, status: 'PROCESSING', error_code: null, events: [{ event_id: 'e1', status: 'CREATED' }], created_at: '2026-06-01T12:00:00Z',
};
const read = (change: object = {}) => withKira({ body: { ...row, ...change } }, async ({ kira }) => valueOf(kira.status(payout)));

describe('a payout that is read', () => {
  it('trap 1: comes with its later names', async () => {
    expect(await read({ uetr: 'f0e1' })).toEqual({
      transactionId: payout, reference: 'prov-1', merchantReference: null, status: 'processing', rawStatus: 'PROCESSING', failureReason: null, sent: usd(25_050), fee: usd(3126), received: usd(21_924),
      rate: '1', uetr: 'f0e1', deposit: null, serverNow: expect.any(Number),
    });
  });

  it('trap 19: tells Kira\u2019s clock, also when it tells no deposit', async () => {
    const headers = { date: 'Tue, 02 Jun 2026 10:00:00 GMT' };
    const told = await withKira({ body: row, headers }, async ({ kira }) => valueOf(kira.status(payout)));
    expect(told?.serverNow).toBe(Date.UTC(2026, 5, 2, 10));
  });
  it.each([
    ['created', 'pending'], ['PENDING', 'pending'], ['Processing', 'processing'], ['IN_REVIEW', 'held'], ['kyt_pending', 'held'], ['COMPLETED', 'successful'], ['failed', 'failed'], ['RETURNED', 'returned'],
    ['CANCELLED', 'failed'], ['TELEPORTED', 'other'], ['toString', 'other'], ['', 'other'], [null, 'other'],
  ])('C6: that is %j is %s in any case', async (status, expected) => { expect((await read({ status }))?.status).toBe(expected); });

  it('C7 and trap 18: was returned when it failed because the bank sent it back, or says so itself', async () => {
    expect(await read({ status: 'FAILED', error_code: 'va-payout-bank-returned' })).toMatchObject({ status: 'returned', failureReason: 'va-payout-bank-returned' });
    expect(await read({ status: 'returned' })).toMatchObject({ status: 'returned', rawStatus: 'returned' });
    expect(await read({ status: 'COMPLETED', error_code: 'va-payout-bank-returned' })).toMatchObject({ status: 'successful' });
  });
  it.each([
    [{ error_code: 'va-payout-compliance-rejected' }, 'va-payout-compliance-rejected'], [{ error_code: 'odd-code', failure_reason: 'The name differs.' }, 'The name differs.'], [{ error_code: null }, null],
  ])('says why it failed in Kira\u2019s own words, none added (%j)', async (why, words) => { expect((await read({ status: 'FAILED', ...why }))?.failureReason).toBe(words); });

  it('waits for a deposit when it tells one, or is in a stablecoin', async () => {
    const deposit_instructions = { network: 'solana', currency: 'USDC', address: 'SoAbC', expires_at: '2026-06-02T12:00:00Z' };
    expect(await read({ status: 'CREATED', deposit_instructions })).toMatchObject({ status: 'awaiting', deposit: { address: 'SoAbC', amount: '250.50', expiresAt: Date.UTC(2026, 5, 2, 12) } });
    expect(await read({ status: 'CREATED', from_currency: 'USDC' })).toMatchObject({ status: 'awaiting', deposit: null, sent: usd(25_050) });
    expect(foldStatus('processing', { awaitsDeposit: true, errorCode: null })).toBe('processing');
  });
  it('has no figures that it doesn\u2019t give', async () => {
    expect(await read({ fee: null, to_amount: null, to_currency: 'MXN' })).toMatchObject({ fee: null, received: null, rate: null });
  });
});

describe('a payout that can\u2019t be read', () => {
  const status = (answer: Answer) => withKira(answer, ({ kira }) => kira.status(payout));
  it.each([{ error: { code: 'PAYOUT_NOT_FOUND', message: 'x' } }, { code: 'not_found', message: 'x' }])('is null when Kira says that it doesn\u2019t know it (%j)', async (body) => {
    expect(await status({ status: 404, body })).toEqual({ ok: true, value: null });
  });
  it('C25: sends to the dashboard when there is no such call', async () => {
    for (const message of ['Missing Authentication Token', 'Forbidden']) {
      expect(await status({ status: 403, body: { message } })).toMatchObject({ ok: false, error: { fix: expect.stringMatching(/^Look at the payout in the Kira dashboard\. /) as string } });
    }
    expect(await status({ status: 404, body: { message: 'Not Found' } })).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
  });
  it('is another\u2019s when it has another id', async () => {
    expect(await status({ body: { ...row, payout_id: 'other' } })).toMatchObject({ ok: false, error: { message: 'The payout was not looked up: Kira answered with another one.' } });
  });
});

describe('payouts like one', () => {
  const since = Date.UTC(2026, 5, 1, 12);
  const date = new Date(since + 60_000).toUTCString();
  const at = (ms: number) => new Date(since + ms).toISOString();
  const search = (pages: readonly (readonly object[])[], more: object = {}, clock = () => since + 60_000, isPayee?: (name: string) => boolean) => withKira(({ path }: Seen): Answer => {
    if (path.startsWith('/v1/virtual-accounts/')) return { body: { id: account, user_id: user } };
    const page = Number(new URLSearchParams(path.split('?')[1]).get('page'));
    return { headers: { date }, body: { payouts: pages[page - 1] ?? [], total: 0, page, limit: 100, total_pages: pages.length, ...more } };
  }, async ({ kira }, server) => ({ reply: await kira.similar(account, usd(25_050), since, isPayee), calls: callsTo(server) }), { clock });
  const ids = async (pages: readonly (readonly object[])[], more?: object, clock?: () => number) => {
    const { reply } = await search(pages, more, clock);
    return reply.ok ? reply.value.map((one) => one.transactionId) : reply.error.code;
  };

  it('are those of the account with the amount since the moment, newest first, over all pages', async () => {
    const rows = [
      { ...row, payout_id: 'first', created_at: at(1000) }, { ...row, payout_id: 'other-account', virtual_account_id: 'x', created_at: at(1000) }, { ...row, payout_id: 'other-amount', from_amount: '250.51', created_at: at(1000) },
      { ...row, payout_id: 'earlier', created_at: at(-10_000) },
    ];
    const { reply, calls } = await search([rows, [{ ...row, payout_id: 'second', created_at: at(2000) }, { ...row, payout_id: 'number', from_amount: 250.5, created_at: at(1500) }]]);
    expect(reply.ok && reply.value.map((one) => one.transactionId)).toEqual(['second', 'number', 'first']);
    expect(calls.map((seen) => seen.path)).toEqual([
      `/v1/virtual-accounts/${account}`, `/v1/payouts?user_id=${user}&page=1&limit=100&from_date=2026-05-31`, `/v1/payouts?user_id=${user}&page=2&limit=100&from_date=2026-05-31`,
    ]);
  });
  it('are those to a payee too, whatever account and amount, where the list tells whom it went to', async () => {
    const rows = [
      { ...row, payout_id: 'to-them', from_amount: '1.00', virtual_account_id: 'x', recipient_name: 'Globex GmbH', created_at: at(3000) }, { ...row, payout_id: 'to-others', from_amount: '1.00', recipient_name: 'Initech', created_at: at(2000) },
      { ...row, payout_id: 'untold', from_amount: '1.00', created_at: at(1500) }, { ...row, payout_id: 'alike', recipient_name: 'Initech', created_at: at(1000) }, { ...row, payout_id: 'earlier', recipient_name: 'Globex GmbH', created_at: at(-10_000) },
    ];
    const { reply } = await search([rows], {}, undefined, (name) => name === 'Globex GmbH');
    expect(reply.ok && reply.value.map((one) => one.transactionId)).toEqual(['to-them', 'alike']);
  });
  it('are found although the moment was cut to the second, or the clocks differ', async () => {
    expect(await ids([[{ ...row, payout_id: 'cut', created_at: at(-999) }]])).toEqual(['cut']);
    const fast = () => since + 600_000 + 60_000;
    expect(await ids([[{ ...row, payout_id: 'ours-is-fast', created_at: at(-599_000) }]], {}, fast)).toEqual(['ours-is-fast']);
  });
  it('are those that don\u2019t say when or from where, and those in a stablecoin, as well', async () => {
    expect(await ids([[{ ...row, payout_id: 'a', created_at: null }, { ...row, payout_id: 'b', virtual_account_id: null, created_at: at(5) }, { ...row, payout_id: 'c', from_currency: 'usdt', created_at: at(1) }]])).toEqual(['a', 'b', 'c']);
  });
  it('are none only when the list was read to its end', async () => {
    expect(await ids([])).toEqual([]);
    expect(await ids([[row]], { total_pages: 50 })).toBe('provider-unreadable');
    expect(await ids([[{ nonsense: true }]])).toBe('provider-unreadable');
    expect(await withKira({ status: 404, body: { code: 'not_found', message: 'x' } }, ({ kira }) => kira.similar(account, usd(1), since))).toMatchObject({ error: { code: 'not-found' } });
  });
});
