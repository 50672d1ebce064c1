import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../../main/payouts/deposit.ts';
import { codeOf, expectOk } from '../desk.ts';
import { offline } from '../fake-provider.ts';
import { readyAccount } from './fake-kira.ts';
import { fiatDraft, kiraDesk, sentKira, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const hour = 60 * minute;
const reminders = async (test: KiraDesk, id: string) => (await shown(test, id)).timeline.map(({ what }) => what).filter((what) => what.includes('left for the deposit')).reverse();

describe('a payout that waits for its deposit', () => {
  it('keeps where the stablecoin goes, by the server\u2019s clock, and does not copy it', async () => {
    const test = kiraDesk('crypto');
    test.kira.ahead = 3 * hour;
    const sent = await sentKira(test);
    const { address } = test.kira.made[0]!.payout.deposit!;
    expect(sent).toMatchObject({ state: 'awaiting_deposit', deposit: { network: 'polygon', token: 'USDC', address, amount: '250.50', serverAhead: 3 * hour, transactionHash: null } });
    expect(timeLeft(sent.deposit!, test.time.clock())).toBe(24 * hour - (test.time.clock() - sent.deposit!.receivedAt));
    const copy = expectOk(await test.desk().handlers['payouts.clone']({ id: sent.id }));
    expect(copy.deposit).toBeNull();
    expect(JSON.stringify(copy)).not.toContain(address);
  });

  it('is looked at often at first, then every five minutes', async () => {
    const test = kiraDesk('crypto');
    await sentKira(test);
    const start = test.time.clock();
    await test.time.advance(25 * minute);
    expect(test.kira.statusReads.map((at) => (at - start) / 1000)).toEqual([10, 20, 30, 40, 50, 60, 90, 120, 150, 180, 210, 240, 540, 840, 1140, 1440]);
  });

  it('goes on when the deposit is seen, and when it is processed or completed in between', async () => {
    for (const [status, state] of [['pending', 'accepted'], ['processing', 'processing'], ['successful', 'completed'], ['returned', 'returned'], ['failed', 'failed']] as const) {
      const test = kiraDesk('crypto');
      const { id } = await sentKira(test);
      test.kira.setStatus('po-1', status, status.toUpperCase());
      await test.time.advance(10_000);
      expect((await shown(test, id)).state).toBe(state);
    }
  });

  it('still waits when a reading calls it created without repeating the instructions', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    test.kira.setStatus('po-1', 'pending', 'CREATED', { deposit: null });
    await test.time.advance(hour);
    expect((await shown(test, id)).state).toBe('awaiting_deposit');
    expect((await shown(test, id)).deposit?.address).toBe(`0x${'1'.padStart(40, 'a')}`);
  });

  it('reminds at 12, 4 and 1 hours left, once each', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    await test.time.advance(24 * hour - minute);
    expect(await reminders(test, id)).toEqual(['12 hours left for the deposit', '4 hours left for the deposit', '1 hour left for the deposit']);
  });

  it('reminds after a sleep of what is left then, and not of what was slept through', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    test.time.jump(21 * hour);
    await test.time.advance(minute);
    expect(await reminders(test, id)).toEqual(['4 hours left for the deposit']);
    test.kira.outage = offline;
    await test.time.advance(2 * hour + 50 * minute);
    expect(await reminders(test, id)).toEqual(['4 hours left for the deposit', '1 hour left for the deposit']);
  });

  it('trap 19: runs out by the server\u2019s clock, not by this computer\u2019s', async () => {
    const test = kiraDesk('crypto');
    test.kira.ahead = 5 * hour;
    const { id } = await sentKira(test);
    await test.time.advance(24 * hour + 9 * minute);
    expect((await shown(test, id)).state).toBe('awaiting_deposit');
    await test.time.advance(minute);
    const over = await shown(test, id);
    expect(over).toMatchObject({ state: 'deposit_expired', needsPerson: true, problem: { code: 'deposit-expired' } });
    expect(over.problem?.fix).toMatch(/Send nothing/);
  });

  it('trap 19: is not made longer by a clock that is set back, also where readings don\u2019t repeat the instructions', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    const reading = test.kira.status;
    let ahead = 0;
    test.kira.status = async (payout) => {
      const told = await reading(payout);
      return told.ok && told.value !== null ? { ok: true, value: { ...told.value, deposit: null, status: 'pending', rawStatus: 'CREATED', serverNow: test.time.clock() + ahead } } : told;
    };
    await test.time.advance(20 * minute);
    test.time.jump(-2 * hour);
    ahead = 2 * hour;
    await test.time.advance(minute);
    const { deposit, state } = await shown(test, id);
    expect([state, deposit?.serverAhead]).toEqual(['awaiting_deposit', 2 * hour]);
  });

  it('is over as soon as Kira says so in words, and failed when it says something else', async () => {
    const told = kiraDesk('crypto');
    const { id } = await sentKira(told);
    told.kira.setStatus('po-1', 'failed', 'FAILED', { failureReason: 'wallet_expired' });
    await told.time.advance(10_000);
    expect((await shown(told, id)).state).toBe('deposit_expired');
    const other = kiraDesk('crypto');
    const failed = await sentKira(other);
    other.kira.setStatus('po-1', 'failed', 'FAILED', { failureReason: 'Compliance' });
    await other.time.advance(10_000);
    expect(await shown(other, failed.id)).toMatchObject({ state: 'failed', problem: { fix: expect.stringContaining('where the deposit is') } });
  });

  it('takes a deposit that counts late, and no failure after the end', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    await test.time.advance(24 * hour + 10 * minute);
    expect((await shown(test, id)).state).toBe('deposit_expired');
    test.kira.setStatus('po-1', 'failed', 'FAILED');
    await test.time.advance(hour);
    expect((await shown(test, id)).state).toBe('deposit_expired');
    test.kira.setStatus('po-1', 'processing', 'PROCESSING');
    await test.time.advance(hour);
    expect((await shown(test, id)).state).toBe('processing');
  });

  it('is not over any more once Kira holds it for review: what it reviews is a deposit', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    await test.time.advance(24 * hour + 10 * minute);
    expect((await shown(test, id)).problem?.code).toBe('deposit-expired');
    test.kira.setStatus('po-1', 'held', 'KYT_PENDING');
    await test.time.advance(hour);
    const held = await shown(test, id);
    expect(held).toMatchObject({ state: 'accepted', needsPerson: false, problem: null });
    expect(held.timeline.some(({ what, source }) => what === 'Held for review by Kira' && source === 'kira')).toBe(true);
  });

  it('stops looking a day after the end', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    await test.time.advance(49 * hour);
    expect((await shown(test, id)).nextCheckAt).toBeNull();
  });

  it('is not given up while Kira can\u2019t be asked or holds it for review', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    test.kira.outage = offline;
    await test.time.advance(30 * hour);
    expect((await shown(test, id)).state).toBe('awaiting_deposit');
    test.kira.outage = null;
    test.kira.setStatus('po-1', 'held', 'KYT_PENDING');
    await test.time.advance(hour);
    expect((await shown(test, id)).state).toBe('awaiting_deposit');
  });

  it('shows no address on another network or for another token than was asked for', async () => {
    for (const change of [{ network: 'solana' }, { token: 'USDT' }]) {
      const test = kiraDesk('crypto');
      const sending = test.kira.send;
      test.kira.send = async (what) => {
        const outcome = await sending(what);
        return outcome.kind === 'accepted' ? { kind: 'accepted', payout: { ...outcome.payout, deposit: { ...outcome.payout.deposit!, ...change } } } : outcome;
      };
      const sent = await sentKira(test);
      expect(sent).toMatchObject({ state: 'awaiting_deposit', deposit: null });
      expect(sent.timeline.some(({ what }) => what.includes('another network or token'))).toBe(true);
    }
  });
});

describe('copying the address', () => {
  it('is refused while Kira\u2019s last word is not that it waits: a deposit may have come', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    const copy = async () => codeOf(await test.desk().handlers['payouts.copyAddress']({ id }));
    expect(await copy()).toBe('ok');
    for (const [status, raw] of [['held', 'KYT_PENDING'], ['other', 'FUNDED']] as const) {
      test.kira.setStatus('po-1', status, raw);
      await test.time.advance(10_000);
      expect([(await shown(test, id)).state, await copy()]).toEqual(['awaiting_deposit', 'conflict']);
    }
    test.kira.setStatus('po-1', 'pending', 'CREATED');
    await test.time.advance(10_000);
    expect(await copy()).toBe('ok');
  });
});

describe('noting a deposit', () => {
  it('keeps its hash, looks more closely, and names it when the time is over', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    await test.time.advance(hour);
    const noted = expectOk(await test.desk().handlers['payouts.noteDeposit']({ id, transactionHash: '0xabc' }));
    expect(noted).toMatchObject({ deposit: { transactionHash: '0xabc' }, nextCheckAt: test.time.clock() + 10_000, timeline: [{ what: 'Deposit noted', source: 'you', detail: '0xabc' }, ...noted.timeline.slice(1)] });
    await test.time.advance(24 * hour);
    expect(await shown(test, id)).toMatchObject({ state: 'deposit_expired', deposit: { transactionHash: '0xabc' }, problem: { reference: '0xabc', fix: expect.stringMatching(/write to support/) } });
  });

  it('counts after the end too: support is asked then, nothing is copied', async () => {
    const test = kiraDesk('crypto');
    const { id } = await sentKira(test);
    await test.time.advance(25 * hour);
    expect(expectOk(await test.desk().handlers['payouts.noteDeposit']({ id, transactionHash: '0xabc' }))).toMatchObject({ state: 'deposit_expired', problem: { reference: '0xabc' } });
  });

  it('needs a deposit', async () => {
    const test = kiraDesk();
    const { id } = await sentKira(test);
    expect(codeOf(await test.desk().handlers['payouts.noteDeposit']({ id, transactionHash: '0xabc' }))).toBe('conflict');
  });
});

describe('today', () => {
  it('lists deposits: awaited ones first, then those whose time ran out and that were not copied', async () => {
    const test = kiraDesk('crypto');
    const over = await sentKira(test);
    const copied = await sentKira(test);
    await test.time.advance(25 * hour);
    expectOk(await test.desk().handlers['payouts.clone']({ id: copied.id }));
    const waits = await sentKira(test);
    const today = expectOk(await test.desk().today());
    expect(today.deposits.map(({ payout, deposit }) => [payout.id, payout.state, deposit.address === ''])).toEqual([[waits.id, 'awaiting_deposit', false], [over.id, 'deposit_expired', false]]);
    expect(today.needsYou.map(({ payout, why }) => [payout.id, why])).toEqual([[over.id, 'The time for the deposit is over and none was counted.']]);
    expect(today.mayLeave).toEqual([]);
  });

  it('takes nothing from the balance of an account that was switched from deposits to a balance', async () => {
    const test = kiraDesk('crypto');
    test.kira.fates = ['lost-before', 'lost-before'];
    await sentKira(test);
    test.kira.account = readyAccount('fiat', test.time.clock());
    test.kira.account = { ...test.kira.account, balance: { minor: 25_050, currency: 'USD' } };
    expect((await sentKira(test, fiatDraft)).state).toBe('accepted');
  });

  it('counts as may leave only what a balance could lose', async () => {
    const crypto = kiraDesk('crypto');
    crypto.kira.fates = ['lost-before', 'lost-before'];
    await sentKira(crypto);
    expect(expectOk(await crypto.desk().today()).mayLeave).toEqual([]);
    const fiat = kiraDesk();
    fiat.kira.fates = ['lost-before'];
    await sentKira(fiat);
    const today = expectOk(await fiat.desk().today());
    expect(today.mayLeave).toEqual([{ minor: 25_050, currency: 'USD' }]);
    expect(today.needsYou[0]?.why).toBe('Kira may or may not have it: the line dropped while sending.');
  });
});
