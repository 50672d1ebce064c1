import { describe, expect, it } from 'vitest';
import { appError } from '../../../../preload/contract/errors.ts';
import { keyLife } from '../../../../main/payouts/schedule.ts';
import { codeOf, expectOk } from '../desk.ts';
import { offline } from '../fake-provider.ts';
import { settle } from '../fake-time.ts';
import { arriveLate } from './fake-kira.ts';
import { fiatDraft, kiraDesk, mailedCode, sentKira, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const hour = 60 * minute;
const reason = 'Kira support saw nothing on their side';
const again = (test: KiraDesk, id: string, code: string | null) => test.desk().handlers['payouts.sendAgain']({ id, reason, code });
const pairs = (test: KiraDesk) => new Set(test.kira.sends.map(({ key, body }) => `${key} ${body}`)).size;

/** A fiat payout whose sending met this fate. */
async function unknown(test: KiraDesk, fate: 'lost-before' | 'lost-after' | 'never' | 'late'): Promise<string> {
  test.kira.fates = [fate];
  return (await sentKira(test)).id;
}

describe('finding a fiat payout out', () => {
  it('sends the same key and bytes without the code: what Kira has is answered', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-after');
    await settle();
    expect(await shown(test, id)).toMatchObject({ state: 'accepted', transactionId: 'po-1', unknown: null });
    expect(test.kira.sends.map(({ code }) => code === null)).toEqual([false, true]);
    expect([pairs(test), test.kira.made.length]).toEqual([1, 1]);
  });

  it('takes being asked for a code for "not there", never for a decision', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    await test.time.advance(75 * minute);
    const still = await shown(test, id);
    expect(still.unknown?.lookups.map(({ found, detail }) => [found, detail])).toEqual(Array.from({ length: 5 }, () => [false, 'Asked with the same key: Kira has nothing under it']));
    expect(still.unknown).toMatchObject({ decideFrom: still.unknown?.since, replayUntil: (still.sent?.writtenAt ?? 0) + keyLife, walletNow: { minor: 2_500_000, currency: 'USD' } });
    expect(still).toMatchObject({ state: 'unknown', sent: { timesSent: 1 } });
    expect([pairs(test), test.kira.made.length]).toEqual([1, 0]);
  });

  it.each([offline, appError('signed-out', 'Kira did not take the keys.'), appError('not-found', 'Kira does not know the account: these may be another profile\u2019s keys.')])('takes no answer for no answer: $code', async (error) => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    test.kira.send = async () => ({ kind: 'refused', error });
    expect(codeOf(await test.desk().handlers['payouts.look']({ id }))).toBe(error.code);
    test.kira.send = async () => ({ kind: 'unknown', cause: 'no answer in time' });
    expect(codeOf(await test.desk().handlers['payouts.look']({ id }))).toBe('outcome-unknown');
    test.kira.send = async () => { throw new Error('bug'); };
    expect(codeOf(await test.desk().handlers['payouts.look']({ id }))).toBe('outcome-unknown');
    test.kira.send = async () => ({ kind: 'refused', error: appError('duplicate-reference', 'Another body.') });
    expect(codeOf(await test.desk().handlers['payouts.look']({ id }))).toBe('outcome-unknown');
    expect((await shown(test, id)).state).toBe('unknown');
  });

  it('C3: never replays by itself where no code is asked for, since that could pay: payouts alike are listed', async () => {
    const test = kiraDesk();
    test.settings.value = { ...test.settings.value, codeNeeded: false };
    test.kira.asksCodes = false;
    const id = await unknown(test, 'lost-before');
    await test.time.advance(2 * hour);
    expect([test.kira.sends.length, test.kira.made.length]).toEqual([1, 0]);
    expect((await shown(test, id)).unknown?.lookups[0]?.detail).toMatch(/^Kira lists no payout of 250\.50 USD from this account since 2026-09-14 09:0\d UTC$/);
    expect(expectOk(await again(test, id, null)).state).toBe('accepted');
    expect([pairs(test), test.kira.made.length]).toEqual([1, 1]);
  });

  it('trap 5: replays nothing after a day and adopts nothing by its looks', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    await test.time.advance(keyLife);
    const before = test.kira.sends.length;
    test.kira.made.push({ key: 'somebody else', body: JSON.stringify({ accountId: 'va-1', amount: { minor: 25_050 }, funding: null }), at: test.time.clock(), payout: {
      transactionId: 'po-9', reference: null, merchantReference: null, status: 'processing', rawStatus: 'PROCESSING', failureReason: null, sent: null, fee: null, received: null, rate: null,
    } });
    await test.time.advance(2 * hour);
    const still = await shown(test, id);
    expect([still.state, test.kira.sends.length]).toEqual(['unknown', before]);
    expect(still.unknown?.lookups.at(-1)?.detail).toContain('po-9 (PROCESSING)');
    expect(codeOf(await again(test, id, '123456'))).toBe('too-late');
    expect(codeOf(await test.desk().handlers['payouts.clone']({ id }))).toBe('conflict');
    const refused = expectOk(await test.desk().handlers['payouts.recordAnswer']({ id, outcome: 'not-received', who: 'Ada at support', said: 'Nothing with this key' }));
    expect(refused.state).toBe('refused');
    expect(expectOk(await test.desk().handlers['payouts.check']({ id })).state).toBe('refused');
    expect(test.kira.sends.length).toBe(before);
  });

  it('a clock that was set back makes no key younger', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    await test.time.advance(keyLife + hour);
    test.time.jump(-3 * hour);
    const before = test.kira.sends.length;
    expectOk(await test.desk().handlers['payouts.look']({ id }));
    expect(codeOf(await again(test, id, '123456'))).toBe('too-late');
    expect(test.kira.sends.length).toBe(before);
  });

  it('lists only, while a payout may not be sent again: the same bytes could make what waits for a deposit', async () => {
    const test = kiraDesk('crypto');
    test.kira.fates = ['lost-before', 'lost-before'];
    const { id } = await sentKira(test);
    await settle();
    const limit = (perPayout: number | null) => test.desk().handlers['limits.save']({ limits: [{ currency: 'USD', perPayout, perDay: null, perPayee: null, first: null, coolingHours: 0 }], reason: 'What the board decided' });
    const sent = test.kira.sends.length;
    expectOk(await limit(1));
    expectOk(await test.desk().handlers['payouts.look']({ id }));
    expect([(await shown(test, id)).state, test.kira.sends.length, test.kira.made.length]).toEqual(['unknown', sent, 0]);
    expectOk(await limit(null));
    expectOk(await test.desk().handlers['payouts.look']({ id }));
    expect([(await shown(test, id)).state, pairs(test), test.kira.made.length]).toEqual(['awaiting_deposit', 1, 1]);
  });

  it('after a day is the one that a person names by its id, if Kira lists it and it is no other payout here', async () => {
    const test = kiraDesk();
    const told = await sentKira(test);
    await test.time.advance(minute);
    const id = await unknown(test, 'late');
    test.kira.outage = offline;
    await test.time.advance(25 * hour);
    test.kira.outage = null;
    arriveLate(test.kira, test.time.clock());
    const { handlers } = test.desk();
    const say = async (said: string) => {
      expectOk(await handlers['payouts.recordAnswer']({ id, outcome: 'received', who: 'Ada at support', said }));
      await test.time.advance(0);
      return shown(test, id);
    };
    expect(test.kira.made.map(({ payout }) => payout.transactionId)).toEqual(['po-1', 'po-2']);
    expect((await say(`It is ${told.transactionId ?? ''}, she says`)).state).toBe('unknown');
    expect((await say('It is po-22, she says')).unknown?.lookups.at(-1)?.detail).toMatch(/: po-2 \(created\)\. .*by its id$/);
    expect(await say('Sorry, it is PO-2.')).toMatchObject({ state: 'accepted', transactionId: 'po-2' });
  });

  it('finds what arrived although a person gave it up while it was being looked for', async () => {
    const test = kiraDesk();
    test.kira.fates = ['lost-after', 'never'];
    const { id } = await sentKira(test);
    expectOk(await test.desk().handlers['payouts.recordAnswer']({ id, outcome: 'not-received', who: 'Ada', said: 'Nothing under this key' }));
    const copy = expectOk(await test.desk().handlers['payouts.clone']({ id }));
    test.kira.answer({ kind: 'accepted', payout: test.kira.made[0]!.payout });
    await settle();
    expect((await shown(test, id)).state).toBe('accepted');
    const { handlers } = test.desk();
    expectOk(await handlers['payouts.ready']({ id: copy.id, revision: copy.revision }));
    const price = expectOk(await handlers['payouts.price']({ id: copy.id }));
    const code = await mailedCode(test, copy.id);
    expect(codeOf(await handlers['payouts.send']({ id: copy.id, revision: copy.revision, accepted: price, code }))).toBe('already-sent');
    expect(test.kira.made).toHaveLength(1);
  });
});

describe('sending a fiat payout again', () => {
  it('needs a code and uses the same key and bytes; Kira makes it once, whatever became of the first', async () => {
    for (const fate of ['lost-before', 'lost-after'] as const) {
      const test = kiraDesk();
      test.kira.fates = [fate, 'lost-before'];
      const { id } = await sentKira(test);
      expect(codeOf(await again(test, id, null))).toBe('code-needed');
      const code = await mailedCode(test, id);
      expect(expectOk(await again(test, id, code))).toMatchObject({ state: 'accepted', sent: { timesSent: 2 } });
      expect([pairs(test), test.kira.made.length]).toEqual([1, 1]);
    }
  });

  it('stays unknown when the code is wrong: it says nothing about the first sending', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    await mailedCode(test, id);
    expect(await again(test, id, '000000')).toMatchObject({ ok: false, error: { code: 'code-wrong' } });
    expect(await shown(test, id)).toMatchObject({ state: 'unknown', problem: { code: 'code-wrong' } });
    await test.time.advance(minute);
    expect(expectOk(await again(test, id, await mailedCode(test, id))).state).toBe('accepted');
    expect([pairs(test), test.kira.made.length]).toEqual([1, 1]);
  });

  it('does not believe a refusal: the first may have arrived', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    const code = await mailedCode(test, id);
    test.kira.fates = ['refuse'];
    expect(expectOk(await again(test, id, code)).state).toBe('unknown');
  });

  it('also after a stop before a byte had left: look-ups have sent bytes since', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'never');
    test.crash();
    await test.time.advance(0);
    expect(await shown(test, id)).toMatchObject({ state: 'unknown', unknown: { cause: 'Bursar stopped while sending' } });
    await mailedCode(test, id);
    expect(codeOf(await again(test, id, '000000'))).toBe('code-wrong');
    expect((await shown(test, id)).state).toBe('unknown');
  });

  it.each<[string, string, (test: KiraDesk) => void]>([
    ['the key grew too old', 'too-late', (test) => { test.time.jump(keyLife); }],
    ['a new code is asked for', 'conflict', (test) => { test.kira.sendCode = () => new Promise(() => undefined); }],
  ])('is not done when, while it was made ready for, %s', async (_what, error, happen) => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    const code = await mailedCode(test, id);
    await test.time.advance(minute);
    const before = test.kira.sends.length;
    const warmUp = test.kira.warmUp;
    test.kira.warmUp = () => {
      happen(test);
      void test.desk().handlers['payouts.requestCode']({ id });
      return settle().then(warmUp);
    };
    expect(codeOf(await again(test, id, code))).toBe(error);
    expect([(await shown(test, id)).state, test.kira.sends.length]).toEqual(['unknown', before]);
  });

  it('is not done once the clock was set back since: how old the key is can\u2019t be known then', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    test.time.jump(-20 * hour);
    expect(codeOf(await again(test, id, '123456'))).toBe('too-late');
    await test.time.advance(23 * hour);
    const before = test.kira.sends.length;
    expect(codeOf(await again(test, id, '123456'))).toBe('too-late');
    expectOk(await test.desk().handlers['payouts.look']({ id }));
    expect(test.kira.sends.length).toBe(before);
  });

  it('is never done with damaged bytes, nor are they asked with', async () => {
    const test = kiraDesk();
    const id = await unknown(test, 'lost-before');
    test.db().run('DROP TRIGGER attempts_keep');
    test.db().run("UPDATE payout_attempts SET body = x'7b7d'");
    const before = test.kira.sends.length;
    expect(codeOf(await again(test, id, await mailedCode(test, id)))).toBe('storage');
    expect(codeOf(await test.desk().handlers['payouts.look']({ id }))).toBe('storage');
    expect(test.kira.sends.length).toBe(before);
  });
});

describe('a crypto payout without an answer', () => {
  it.each(['lost-before', 'lost-after'] as const)('%s: the replay brings the one address, and nothing twice', async (fate) => {
    const test = kiraDesk('crypto');
    const id = await unknown(test, fate);
    await settle();
    expect(await shown(test, id)).toMatchObject({ state: 'awaiting_deposit', deposit: { address: test.kira.made[0]?.payout.deposit?.address, amount: '250.50', network: 'polygon', token: 'USDC' } });
    expect([pairs(test), test.kira.made.length]).toEqual([1, 1]);
  });

  it('is not replayed once a person gave it up', async () => {
    const test = kiraDesk('crypto');
    test.kira.fates = ['lost-before', 'lost-before'];
    const { id } = await sentKira(test);
    expectOk(await test.desk().handlers['payouts.recordAnswer']({ id, outcome: 'not-received', who: 'Ada', said: 'Nothing with this key' }));
    const copy = expectOk(await test.desk().handlers['payouts.clone']({ id }));
    expect(copy.documents).toHaveLength(1);
    await test.desk().handlers['payouts.check']({ id });
    await test.time.advance(3 * hour);
    expect(test.kira.made).toEqual([]);
  });
});

describe('after Kira has it', () => {
  it('is read by its id, keeps the UETR when it comes, and tells of a review without a step', async () => {
    const test = kiraDesk();
    const { id } = await sentKira(test);
    test.kira.setStatus('po-1', 'held', 'IN_REVIEW');
    await test.time.advance(15_000);
    expect(await shown(test, id)).toMatchObject({ state: 'accepted', timeline: [{ what: 'Held for review by Kira', source: 'kira' }, ...(await shown(test, id)).timeline.slice(1)] });
    test.kira.setStatus('po-1', 'successful', 'COMPLETED');
    await test.time.advance(minute);
    expect(await shown(test, id)).toMatchObject({ state: 'completed', uetr: null });
    test.kira.setStatus('po-1', 'successful', 'COMPLETED', { uetr: '97ed4827-7b6f-4491-a06f-b548d5a7512d' });
    await test.time.advance(25 * hour);
    expect(await shown(test, id)).toMatchObject({ state: 'completed', uetr: '97ed4827-7b6f-4491-a06f-b548d5a7512d', finalPrice: { receive: { minor: 23_550 } } });
  });

  it.each(['returned', 'failed'] as const)('C7, trap 18: a completed one that reads %s came back', async (status) => {
    const test = kiraDesk();
    const { id } = await sentKira(test);
    test.kira.setStatus('po-1', 'successful', 'COMPLETED');
    await test.time.advance(15_000);
    test.kira.setStatus('po-1', status, status.toUpperCase(), { failureReason: 'Account closed' });
    await test.time.advance(25 * hour);
    expect(await shown(test, id)).toMatchObject({ state: 'returned', problem: { fix: expect.stringContaining('back in the account') } });
  });

  it('a definite refusal is refused and copied under a new key', async () => {
    const test = kiraDesk();
    test.kira.fates = ['refuse'];
    const refused = await sentKira(test, { ...fiatDraft });
    expect(refused).toMatchObject({ state: 'refused', problem: { message: 'Kira refused: the account is closed.' } });
    const { handlers } = test.desk();
    const copy = expectOk(await handlers['payouts.clone']({ id: refused.id }));
    expectOk(await handlers['payouts.ready']({ id: copy.id, revision: copy.revision }));
    const price = expectOk(await handlers['payouts.price']({ id: copy.id }));
    await test.time.advance(minute);
    expectOk(await handlers['payouts.send']({ id: copy.id, revision: copy.revision, accepted: price, code: await mailedCode(test, copy.id) }));
    await test.time.advance(5000);
    expect((await shown(test, copy.id)).state).toBe('accepted');
    expect(pairs(test)).toBe(2);
  });
});
