import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, expectOk, get, openDesk, sentPayout, type TestDesk } from './desk.ts';
import { offline } from './fake-provider.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => test.close());

const minute = 60_000;
const reason = 'Blaaiz support saw nothing on their side';

describe('a payout whose outcome is unknown', () => {
  it('is looked up at once, after 2 and after 10 minutes, then every half hour', async () => {
    test.provider.fates = ['lost-before'];
    const unknown = await sentPayout(test);
    const since = unknown.unknown?.since ?? 0;
    await test.time.advance(75 * minute);
    const later = await get(test, unknown.id);
    expect(later.state).toBe('unknown');
    expect(later.unknown?.lookups.map(({ at }) => (at - since) / minute)).toEqual([0, 2, 10, 40, 70]);
    expect(later.unknown?.nextLookAt).toBe(since + 100 * minute);
    expect(later.timeline.find(({ what }) => what === 'Looked: not found')?.count).toBe(5);
    expect(later.unknown?.walletNow).toEqual({ minor: 1_000_000, currency: 'GBP' });
  });

  it('is linked and followed when the provider has it', async () => {
    test.provider.fates = ['lost-after'];
    const found = await sentPayout(test);
    expect(found).toMatchObject({ state: 'processing', transactionId: 'tx-1', unknown: null });
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('is found when the provider lists it late', async () => {
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = 5 * minute;
    const unknown = await sentPayout(test);
    expect(unknown.state).toBe('unknown');
    await test.time.advance(10 * minute);
    expect((await get(test, unknown.id)).state).toBe('processing');
  });

  it.each([['pending', 'accepted'], ['successful', 'completed'], ['failed', 'failed'], ['other', 'accepted']] as const)('found as %s is %s', async (status, state) => {
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = minute;
    const unknown = await sentPayout(test);
    test.provider.setStatus(unknown.sent?.merchantReference ?? '', status);
    await test.time.advance(2 * minute);
    expect((await get(test, unknown.id)).state).toBe(state);
  });

  it('takes no answer for no answer, never for not found', async () => {
    test.provider.fates = ['lost-before'];
    const unknown = await sentPayout(test);
    test.provider.outage = offline;
    await test.time.advance(30 * minute);
    const offlineNow = await get(test, unknown.id);
    expect(offlineNow.unknown?.lookups.slice(1).map(({ detail }) => detail)).toContain(offline.message);
    expect(codeOf(await test.desk().handlers['payouts.sendAgain']({ id: unknown.id, reason, code: null }))).toBe('prerequisite');
    expect(codeOf(await test.desk().handlers['payouts.look']({ id: unknown.id }))).toBe('offline');
  });

  it('is looked up at once when the network is back, and nothing is sent', async () => {
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = 1;
    const unknown = await sentPayout(test);
    test.provider.outage = offline;
    await test.time.advance(12 * minute);
    test.provider.outage = null;
    expectOk(test.desk().online());
    await test.time.advance(0);
    expect((await get(test, unknown.id)).state).toBe('processing');
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('does not adopt an answer about another payout', async () => {
    test.provider.fates = ['lost-after'];
    const finding = test.provider.find;
    test.provider.find = async (reference) => {
      const answer = await finding(reference);
      return answer.ok && answer.value !== null ? { ok: true, value: { ...answer.value, merchantReference: 'somebody-else' } } : answer;
    };
    expect((await sentPayout(test)).state).toBe('unknown');
  });
});

describe('sending an unknown payout again', () => {
  const unknownFor = async (time: number) => {
    test.provider.fates = ['lost-before'];
    const unknown = await sentPayout(test);
    await test.time.advance(time);
    return unknown;
  };
  const again = (id: string) => test.desk().handlers['payouts.sendAgain']({ id, reason, code: null });

  it('is refused before ten minutes and a look-up after them', async () => {
    const unknown = await unknownFor(9 * minute);
    expect(codeOf(await again(unknown.id))).toBe('prerequisite');
    test.provider.outage = offline;
    await test.time.advance(2 * minute);
    test.provider.outage = null;
    expect(codeOf(await again(unknown.id))).toBe('prerequisite');
  });

  it('uses the same reference and the same bytes, and keeps the reason', async () => {
    const unknown = await unknownFor(11 * minute);
    const sent = expectOk(await again(unknown.id));
    expect(sent).toMatchObject({ state: 'processing', sent: { timesSent: 2, merchantReference: unknown.sent?.merchantReference } });
    expect(test.provider.bodies[1]).toBe(test.provider.bodies[0]);
    const row = test.db().get<{ detail: string; actor: string }>("SELECT detail, actor FROM audit WHERE what = 'payout.sendAgain'");
    expect(row?.actor).toBe('Femke Osei');
    expect(JSON.parse(row?.detail ?? '{}')).toMatchObject({ reason, bodySha256: unknown.sent?.fingerprint });
    expect(sent.timeline.find(({ what }) => what === 'Sent again')).toMatchObject({ source: 'you', detail: reason });
  });

  it('looks once more first and adopts what has turned up', async () => {
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = 11 * minute;
    const unknown = await sentPayout(test);
    await test.time.advance(12 * minute);
    expect(expectOk(await again(unknown.id)).state).toBe('processing');
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('does not believe a refusal of the repeat: the first may have arrived', async () => {
    const unknown = await unknownFor(11 * minute);
    test.provider.fates = ['refuse'];
    const after = expectOk(await again(unknown.id));
    expect(after.state).toBe('unknown');
    expect(after.unknown?.since).toBe(test.time.clock());
    expect(codeOf(await again(unknown.id))).toBe('prerequisite');
  });

  it('is never done with damaged bytes', async () => {
    const unknown = await unknownFor(11 * minute);
    test.db().run('DROP TRIGGER attempts_keep');
    test.db().run("UPDATE payout_attempts SET body = x'7b7d'");
    expect(codeOf(await again(unknown.id))).toBe('storage');
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('sends once for two clicks', async () => {
    const unknown = await unknownFor(11 * minute);
    const codes = (await Promise.all([again(unknown.id), again(unknown.id)])).map(codeOf);
    expect(codes).toEqual(['ok', 'conflict']);
    expect(test.provider.bodies).toHaveLength(2);
  });
});

describe('recording what the provider said', () => {
  it('makes a payout that never arrived refused, with who said it', async () => {
    test.provider.fates = ['lost-before'];
    const unknown = await sentPayout(test);
    const refused = expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: unknown.id, outcome: 'not-received', who: 'Ada at support', said: 'Nothing under this reference' }));
    expect(refused).toMatchObject({ state: 'refused', nextCheckAt: null, timeline: [{ detail: 'Ada at support: Nothing under this reference' }, ...refused.timeline.slice(1)] });
    await test.time.advance(60 * minute);
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('keeps looking when the provider says it has it', async () => {
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = 3 * minute;
    const unknown = await sentPayout(test);
    await test.time.advance(4 * minute);
    const told = expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: unknown.id, outcome: 'received', who: 'Ada', said: 'We have it, listed soon' }));
    expect(told.state).toBe('unknown');
    await test.time.advance(0);
    expect((await get(test, unknown.id)).state).toBe('processing');
  });

  it('follows a refused payout that a later look finds', async () => {
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = 60 * minute;
    const unknown = await sentPayout(test);
    await test.desk().handlers['payouts.recordAnswer']({ id: unknown.id, outcome: 'not-received', who: 'Ada', said: 'Nothing under this reference' });
    await test.time.advance(61 * minute);
    expect(expectOk(await test.desk().handlers['payouts.check']({ id: unknown.id })).state).toBe('processing');
  });
});

describe('after a stop while sending', () => {
  it('calls the payout unknown, with the cause, and finds it out', async () => {
    test.provider.fates = ['never'];
    const sending = await sentPayout(test);
    test.crash(false);
    expect((await get(test, sending.id)).state).toBe('sending');
    expectOk(test.desk().recover());
    expect(await get(test, sending.id)).toMatchObject({ state: 'unknown', unknown: { cause: 'Bursar stopped while sending' } });
    await test.time.advance(11 * minute);
    expect((await get(test, sending.id)).unknown?.lookups).toHaveLength(3);
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('goes on with the look-ups of an unknown payout', async () => {
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = 5 * minute;
    const unknown = await sentPayout(test);
    test.crash();
    await test.time.advance(10 * minute);
    expect((await get(test, unknown.id)).state).toBe('processing');
  });

  it('finds out a payout whose answer could not be written down, without a restart', async () => {
    test.provider.fates = ['lost-after'];
    test.db().run("CREATE TEMP TRIGGER full_disk BEFORE INSERT ON main.attempt_events WHEN NEW.kind = 'lost' BEGIN SELECT RAISE(ABORT, 'disk'); END");
    const sending = await sentPayout(test);
    expect(sending.state).toBe('sending');
    test.db().run('DROP TRIGGER full_disk');
    await test.time.advance(minute);
    expect((await get(test, sending.id)).state).toBe('processing');
  });
});
