import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk, codeOf, get, interacDraft, openDesk, sentPayout, type TestDesk } from './desk.ts';
import { offline } from './fake-provider.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => test.close());

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const statusReads = () => {
  const times: number[] = [];
  const reading = test.provider.status;
  test.provider.status = (id) => {
    times.push(test.time.clock());
    return reading(id);
  };
  return times;
};

describe('following a payout', () => {
  it('looks quickly at first, then hourly', async () => {
    const times = statusReads();
    const sent = await sentPayout(test);
    const start = sent.timeline[0]?.at ?? 0;
    await test.time.advance(3 * 60 * minute);
    const gaps = times.map((at, index) => (at - (times[index - 1] ?? start)) / second);
    expect(gaps).toEqual([15, 30, 60, 120, 300, 900, 1800, 3600, 3600]);
    expect((await get(test, sent.id)).timeline[0]).toMatchObject({ what: 'Looked, nothing new', count: 9 });
  });

  it('completes with the final figures and keeps watching for ten business days, daily', async () => {
    const sent = await sentPayout(test);
    test.provider.setStatus(sent.sent?.merchantReference ?? '', 'successful');
    await test.time.advance(15 * second);
    const completed = await get(test, sent.id);
    expect(completed).toMatchObject({
      state: 'completed', needsPerson: false,
      finalPrice: { send: { minor: 25_000, currency: 'GBP' }, totalFees: { minor: 100 }, converted: { minor: 24_900 }, receive: { minor: 49_800, currency: 'CAD' }, rate: '2' },
    });
    expect(completed.watchedUntil).toBe((completed.checkedAt ?? 0) + 14 * day);
    const times = statusReads();
    await test.time.advance(30 * day);
    expect(times).toHaveLength(14);
    expect((await get(test, sent.id)).nextCheckAt).toBeNull();
  });

  it('believes no reading that is about another payout, be it kept here or not', async () => {
    const [one, other] = [await sentPayout(test), await sentPayout(test, { ...interacDraft, amountMinor: 30_000, amountText: '300.00' })];
    test.provider.setStatus(other.sent?.merchantReference ?? '', 'failed', 'Account closed');
    const reading = test.provider.status;
    test.provider.status = () => reading(other.transactionId ?? '');
    expect(codeOf(await test.desk().handlers['payouts.check']({ id: one.id }))).toBe('provider-unreadable');
    const strange = await reading(other.transactionId ?? '');
    test.provider.status = () => Promise.resolve(strange.ok && strange.value !== null ? { ok: true, value: { ...strange.value, transactionId: 'tx-elsewhere', merchantReference: null } } : strange);
    expect(codeOf(await test.desk().handlers['payouts.check']({ id: one.id }))).toBe('provider-unreadable');
    expect(await get(test, one.id)).toMatchObject({ state: 'processing', transactionId: one.transactionId, providerStatus: one.providerStatus });
  });

  it('takes its own payout under another id for what it is, by its reference', async () => {
    const sent = await sentPayout(test);
    const reading = await test.provider.status(sent.transactionId ?? '');
    test.provider.status = () => Promise.resolve(reading.ok && reading.value !== null ? { ok: true, value: { ...reading.value, transactionId: 'tx-longer-id', status: 'successful' } } : reading);
    expect(expectOk(await test.desk().handlers['payouts.check']({ id: sent.id })).state).toBe('completed');
  });

  it('shows a completed payout that came back as returned', async () => {
    const sent = await sentPayout(test);
    const reference = sent.sent?.merchantReference ?? '';
    test.provider.setStatus(reference, 'successful');
    await test.time.advance(15 * second);
    test.provider.setStatus(reference, 'failed', 'Account closed');
    await test.time.advance(2 * day);
    const returned = await get(test, sent.id);
    expect(returned).toMatchObject({ state: 'returned', needsPerson: true, watchedUntil: null });
    expect(returned.problem?.message).toContain('Account closed');
  });

  it('shows a failure with the provider\u2019s reason', async () => {
    const sent = await sentPayout(test);
    test.provider.setStatus(sent.sent?.merchantReference ?? '', 'failed', 'Name does not match');
    await test.time.advance(15 * second);
    const failed = await get(test, sent.id);
    expect(failed).toMatchObject({ state: 'failed', nextCheckAt: null });
    expect(failed.problem?.message).toContain('Name does not match');
  });

  it('keeps its state and shows a status it has no word for', async () => {
    const sent = await sentPayout(test);
    test.provider.setStatus(sent.sent?.merchantReference ?? '', 'other');
    await test.time.advance(15 * second);
    expect(await get(test, sent.id)).toMatchObject({ state: 'processing', providerStatus: 'OTHER', timeline: [{ what: 'Blaaiz says: OTHER' }, ...(await get(test, sent.id)).timeline.slice(1)] });
  });

  it('keeps its state when the provider can\u2019t be reached or does not list it', async () => {
    const sent = await sentPayout(test);
    test.provider.outage = offline;
    await test.time.advance(5 * minute);
    expect(codeOf(await test.desk().handlers['payouts.check']({ id: sent.id }))).toBe('offline');
    test.provider.outage = null;
    test.provider.ledger.clear();
    await test.time.advance(60 * minute);
    expect((await get(test, sent.id)).state).toBe('processing');
  });

  it('looks more closely again after a person asked', async () => {
    const sent = await sentPayout(test);
    await test.time.advance(3 * 60 * minute);
    const checked = expectOk(await test.desk().handlers['payouts.check']({ id: sent.id }));
    expect(checked.nextCheckAt).toBe(test.time.clock() + 15 * second);
  });

  it('goes on after a restart and not while locked', async () => {
    const sent = await sentPayout(test);
    test.desk().pause();
    test.provider.setStatus(sent.sent?.merchantReference ?? '', 'successful');
    await test.time.advance(day);
    expect((await get(test, sent.id)).state).toBe('processing');
    test.crash();
    await test.time.advance(0);
    expect((await get(test, sent.id)).state).toBe('completed');
  });
});
