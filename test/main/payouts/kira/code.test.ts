import { describe, expect, it } from 'vitest';
import { offline } from '../fake-provider.ts';
import { codeOf, expectOk } from '../desk.ts';
import { settle } from '../fake-time.ts';
import { fiatDraft, kiraDesk, leaveWith, mailedCode, readyKira, release, sentKira, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const wrong = '000000';
const stateOf = async (test: KiraDesk) => expectOk(await test.desk().handlers['payouts.codeState']({}));
const ask = (test: KiraDesk, id: string) => test.desk().handlers['payouts.requestCode']({ id });

describe('releasing a fiat payout', () => {
  it('takes a code and leaves with it, the key and the bytes written down before', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const code = await mailedCode(test, id);
    expectOk(await release(test, id, code));
    const sending = test.kira.send;
    let seen: unknown;
    test.kira.send = (what) => {
      seen = test.db().get('SELECT p.state, a.body, a.merchant_reference AS key FROM payouts p JOIN payout_attempts a ON a.payout_id = p.id');
      return sending(what);
    };
    await test.time.advance(5000);
    expect(seen).toMatchObject({ state: 'sending', body: Buffer.from(test.kira.sends[0]?.body ?? ''), key: test.kira.sends[0]?.key });
    expect(test.kira.sends).toMatchObject([{ accountId: 'va-1', code }]);
    expect(await shown(test, id)).toMatchObject({ state: 'accepted', provider: 'kira', transactionId: 'po-1', customerName: 'Northfield LLC', payeeName: 'Globex GmbH', method: 'swift' });
    expect(test.paid).toEqual(['r1']);
  });

  it('keeps no code in the store, in any column', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const code = await mailedCode(test, id);
    await leaveWith(test, id, code);
    for (const { name } of test.db().all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      expect(JSON.stringify(test.db().all(`SELECT * FROM ${name}`)), name).not.toContain(code);
    }
  });

  it('trap 7: stops without a code before anything is asked, and crypto asks for none', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    expect(codeOf(await release(test, id, null))).toBe('code-needed');
    expect((await shown(test, id)).state).toBe('ready');
    const crypto = kiraDesk('crypto');
    const sent = await sentKira(crypto);
    expect(crypto.kira.sends[0]?.code).toBeNull();
    expect(sent.state).toBe('awaiting_deposit');
  });

  it.each<[string, (test: KiraDesk, id: string) => Promise<unknown>]>([
    ['a take-back', (test, id) => test.desk().handlers['payouts.takeBack']({ id })],
    ['a lock', async (test) => { test.desk().pause(); test.desk().resume(); }],
    ['a crash', async (test) => { test.crash(); }],
    ['no network', async (test) => { test.kira.outage = offline; await test.time.advance(5000); test.kira.outage = null; }],
  ])('forgets the code with %s', async (_what, happen) => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    expectOk(await release(test, id, await mailedCode(test, id)));
    await happen(test, id);
    await test.time.advance(minute);
    expect((await shown(test, id)).state).toBe('ready');
    expect(test.kira.sends).toEqual([]);
    expect(codeOf(await release(test, id, null))).toBe('code-needed');
  });
});

describe('a code that is refused', () => {
  it('leaves the payout ready with the reason, the tries left and nothing made', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    await mailedCode(test, id);
    const back = await leaveWith(test, id, wrong);
    expect(back).toMatchObject({ state: 'ready', needsPerson: false, problem: { code: 'code-wrong' }, sent: { timesSent: 1, answeredAt: null } });
    expect(back.timeline[0]).toMatchObject({ what: 'Code refused, nothing was made', source: 'kira' });
    expect(await stateOf(test)).toMatchObject({ needed: true, mailbox: 'Treasury', attemptsLeft: 2 });
    expect(test.kira.made).toEqual([]);
  });

  it('blocks after too many, for a quarter of an hour, without trying again before', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const code = await mailedCode(test, id);
    for (let tries = 0; tries < 3; tries += 1) await leaveWith(test, id, wrong);
    expect(await shown(test, id)).toMatchObject({ state: 'ready', problem: { code: 'code-blocked' } });
    expect(codeOf(await release(test, id, code))).toBe('code-blocked');
    expect(codeOf(await ask(test, id))).toBe('code-blocked');
    const checks = expectOk(await test.desk().handlers['payouts.prerequisites']({ id, fresh: false }));
    expect(checks.find((check) => check.id === 'code')).toMatchObject({ state: 'unmet' });
    await test.time.advance(15 * minute);
    expect(await stateOf(test)).toMatchObject({ blockedUntil: null, attemptsLeft: null });
    expect((await leaveWith(test, id, await mailedCode(test, id))).state).toBe('accepted');
    expect(test.kira.sends).toHaveLength(4);
  });

  it('lets a new one be asked for at once: the mail has come, or the code ran out', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    await mailedCode(test, id);
    await leaveWith(test, id, wrong);
    expect(await stateOf(test)).toMatchObject({ attemptsLeft: 2, resendFrom: null });
    expect((await leaveWith(test, id, await mailedCode(test, id))).state).toBe('accepted');
  });

  it('C3: one that is asked for by surprise is learned, and the payout goes on with the same key', async () => {
    const test = kiraDesk();
    test.settings.value = { ...test.settings.value, codeNeeded: false };
    const sent = await sentKira(test);
    expect(sent).toMatchObject({ state: 'ready', problem: { code: 'code-needed' } });
    expect([test.learned.times, (await stateOf(test)).needed]).toEqual([1, true]);
    expect((await leaveWith(test, sent.id, await mailedCode(test, sent.id))).state).toBe('accepted');
    expect(new Set(test.kira.sends.map(({ key, body }) => key + body)).size).toBe(1);
  });
});

describe('asking for a code', () => {
  it('gives when it was mailed, until when it is good, and when the next may be asked for', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const now = test.time.clock();
    expect(expectOk(await ask(test, id))).toEqual({
      needed: true, mailbox: 'Treasury', sentAt: now, expiresAt: now + 5 * minute, attemptsLeft: null, blockedUntil: null, resendFrom: now + 45_000,
    });
    expect((await shown(test, id)).timeline[0]).toMatchObject({ what: 'Code asked for', source: 'you' });
  });

  it('is refused too soon: a new code would kill the one that may still arrive', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const codes = (await Promise.all([ask(test, id), ask(test, id)])).map(codeOf);
    expect(codes).toEqual(['ok', 'conflict']);
    await test.time.advance(44_999);
    expect(codeOf(await ask(test, id))).toBe('conflict');
    await test.time.advance(1);
    expect(codeOf(await ask(test, id))).toBe('ok');
  });

  it('is refused while another payout leaves with its code, and so is releasing with one', async () => {
    const test = kiraDesk();
    const first = await readyKira(test);
    const second = await readyKira(test, { ...fiatDraft, amountMinor: 100_00, amountText: '100.00' });
    test.kira.fates = ['never-after'];
    expectOk(await release(test, first.id, await mailedCode(test, first.id)));
    await test.time.advance(minute / 60);
    expect(codeOf(await ask(test, second.id))).toBe('conflict');
    await test.time.advance(minute);
    expect((await shown(test, first.id)).state).toBe('sending');
    expect([codeOf(await ask(test, second.id)), codeOf(await release(test, second.id, '123456'))]).toEqual(['conflict', 'conflict']);
    test.kira.answer({ kind: 'unknown', cause: 'no answer in time' });
    await settle();
    expect(codeOf(await ask(test, second.id))).toBe('ok');
  });

  it('holds every release up until it is mailed: the one before no longer counts', async () => {
    const test = kiraDesk();
    const first = await readyKira(test);
    const second = await readyKira(test, { ...fiatDraft, amountMinor: 100_00, amountText: '100.00' });
    const old = await mailedCode(test, first.id);
    await test.time.advance(minute);
    const mail = test.kira.sendCode;
    let arrive = () => undefined as void;
    test.kira.sendCode = () => new Promise((resolve) => { arrive = () => { void mail().then(resolve); }; });
    const asked = ask(test, second.id);
    await settle();
    expect([codeOf(await release(test, first.id, old)), codeOf(await release(test, second.id, old))]).toEqual(['conflict', 'conflict']);
    arrive();
    expectOk(await asked);
    expect((await leaveWith(test, second.id, test.kira.code)).state).toBe('accepted');
    expect(test.kira.sends).toHaveLength(1);
  });

  it('is not put off by a clock that was set back, neither is the end of a block', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    await mailedCode(test, id);
    test.time.jump(-60 * minute);
    await mailedCode(test, id);
    for (let tries = 0; tries < 3; tries += 1) await leaveWith(test, id, wrong);
    expect(codeOf(await ask(test, id))).toBe('code-blocked');
    test.time.jump(-60 * minute);
    expect(await stateOf(test)).toMatchObject({ blockedUntil: null });
  });

  it('says why not: out of reach, for a draft, for a payout without codes', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    test.kira.outage = offline;
    expect(await ask(test, id)).toEqual({ ok: false, error: offline });
    test.kira.outage = null;
    await test.desk().handlers['payouts.change']({ id });
    expect(codeOf(await ask(test, id))).toBe('conflict');
    expect(codeOf(await ask(test, 'nobody'))).toBe('not-found');
    const crypto = kiraDesk('crypto');
    expect(codeOf(await ask(crypto, (await readyKira(crypto)).id))).toBe('prerequisite');
  });

  it('a code that runs out before the payout leaves is not tried there', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const code = await mailedCode(test, id);
    await test.time.advance(5 * minute - 2000);
    expect(await leaveWith(test, id, code)).toMatchObject({ state: 'ready', problem: { code: 'code-needed' } });
    expect(test.kira.sends).toEqual([]);
  });

  it('a code that has run out here is not tried there', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const code = await mailedCode(test, id);
    await test.time.advance(5 * minute);
    expect(codeOf(await release(test, id, code))).toBe('code-needed');
    expect(test.kira.sends).toEqual([]);
  });
});
