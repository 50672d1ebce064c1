import { describe, expect, it } from 'vitest';
import { money } from '../../../../preload/contract/money.ts';
import { codeOf, expectOk } from '../desk.ts';
import type { Made } from './fake-kira.ts';
import { fiatDraft, kiraDesk, leaveWith, mailedCode, readyKira, release, sentKira, shown, type KiraDesk } from './kira-desk.ts';

const hour = 3_600_000;

/** A payout that another program made with the same keys of Kira, of the same account and amount. */
function foreign(test: KiraDesk, id: string): Made {
  return {
    key: `of ${id}`, body: JSON.stringify({ accountId: 'va-1', amount: { minor: 25_050 }, funding: null }), at: test.time.clock(),
    payout: { transactionId: id, reference: null, merchantReference: null, status: 'successful', rawStatus: 'COMPLETED', failureReason: null, sent: null, fee: null, received: null, rate: null },
  };
}
const rows = async (test: KiraDesk) => expectOk(await test.desk().handlers['payouts.list']({ view: 'all', query: '', cursor: null, limit: 10 })).rows;

describe('a tenant that others use too', () => {
  it('trap 28: payouts made elsewhere enter no list, and settle none of ours', async () => {
    const test = kiraDesk();
    test.kira.made.push(foreign(test, 'po-elsewhere-1'));
    test.kira.fates = ['lost-before'];
    const { id } = await sentKira(test);
    test.kira.made.push(foreign(test, 'po-elsewhere-2'));
    await test.time.advance(30 * hour);
    expect((await rows(test)).map((row) => [row.id, row.state])).toEqual([[id, 'unknown']]);
    expect((await shown(test, id)).transactionId).toBeNull();
  });

  it('trap 28: a look-up of ours never takes over what another program made meanwhile', async () => {
    const test = kiraDesk();
    const sent = await sentKira(test);
    test.kira.made.push(foreign(test, 'po-elsewhere'));
    await test.time.advance(hour);
    expectOk(await test.desk().handlers['payouts.check']({ id: sent.id }));
    expect(await shown(test, sent.id)).toMatchObject({ transactionId: 'po-1', state: 'accepted' });
    expect(await rows(test)).toHaveLength(1);
  });

  it('trap 28: money that went elsewhere since the price was read stops the payout before it leaves', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test, fiatDraft);
    const code = await mailedCode(test, id);
    test.kira.account = { ...test.kira.account, balance: money(25_049, 'USD') };
    expect(codeOf(await release(test, id, code))).toBe('insufficient-funds');
    expect(test.kira.sends).toEqual([]);
    test.kira.account = { ...test.kira.account, balance: money(2_500_000, 'USD') };
    expect((await leaveWith(test, id, code)).state).toBe('accepted');
    expect(test.kira.made).toHaveLength(1);
  });
});
