import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk, interacDraft, openDesk, readyPayout, sentPayout, type TestDesk } from './desk.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => test.close());

const amount = (minor: number) => ({ ...interacDraft, amountMinor: minor, amountText: String(minor / 100) });

describe('today', () => {
  it('lists what needs a person, what is on its way and what may still leave', async () => {
    test.provider.fates = ['refuse', 'lost-before', 'accept', 'accept', 'lost-before'];
    const refused = await sentPayout(test, amount(1_000));
    const olderUnknown = await sentPayout(test, amount(2_000));
    const moving = await sentPayout(test, amount(3_000));
    const done = await sentPayout(test, amount(4_000));
    test.provider.setStatus(done.sent?.merchantReference ?? '', 'successful');
    await test.time.advance(60_000);
    const newerUnknown = await sentPayout(test, amount(5_000));
    await readyPayout(test, amount(6_000));
    const summary = expectOk(await test.desk().today());
    expect(summary.needsYou.map(({ payout }) => payout.id)).toEqual([olderUnknown.id, newerUnknown.id, refused.id]);
    expect(summary.needsYou.map(({ why }) => why)).toEqual([
      'Blaaiz may or may not have it: the line dropped while sending.', 'Blaaiz may or may not have it: the line dropped while sending.',
      'Blaaiz refused: the account is closed.',
    ]);
    expect(summary.needsYou[0]).toMatchObject({ kind: 'payout', nextLookAt: expect.any(Number) });
    expect(summary.onTheWay.map(({ id }) => id)).toEqual([moving.id]);
    expect(summary).toMatchObject({ onTheWayCount: 1, drafts: 1, watched: 1, mayLeave: [{ minor: 7_000, currency: 'GBP' }] });
    expect(summary.watchedUntil).toBeGreaterThan(test.time.clock());
  });
});

describe('search', () => {
  it('finds payouts and payees', async () => {
    const ready = await readyPayout(test);
    const found = expectOk(await test.desk().search({ query: 'delphine' }));
    expect(found.payouts.map(({ id }) => id)).toEqual([ready.id]);
    expect(found.payees.map(({ name }) => name)).toEqual(['Delphine Roy']);
    expect(expectOk(await test.desk().search({ query: 'nobody' }))).toEqual({ payouts: [], payees: [] });
  });
});
