import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CurrencyLimits } from '../../../preload/contract/limits.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { codeOf, decidedRequest, expectOk, get, interacDraft, openDesk, readyPayout, sendRequest, sentPayout, type TestDesk } from './desk.ts';
import { settle } from './fake-time.ts';

const [second, minute, hour] = [1000, 60_000, 3_600_000];
const none: CurrencyLimits = { currency: 'GBP', perPayout: null, perDay: null, perPayee: null, first: null, coolingHours: 24 };
const reason = 'Nobody at the provider knows of it';

let test: TestDesk;
beforeEach(() => {
  test = openDesk();
  onTestFinished(test.close);
});
const handlers = () => test.desk().handlers;
const limit = async (limits: Partial<CurrencyLimits>) => expectOk(await handlers()['limits.save']({ limits: [{ ...none, ...limits }], reason: 'What the board decided' }));
const sendAgain = (id: string) => handlers()['payouts.sendAgain']({ id, reason, code: null });

async function leaves(): Promise<void> {
  await test.time.advance(6 * second);
  await settle();
}

async function readyCopy(id: string): Promise<Payout> {
  const copy = expectOk(await handlers()['payouts.clone']({ id }));
  expectOk(await handlers()['payouts.ready']({ id: copy.id, revision: copy.revision }));
  expectOk(await handlers()['payouts.price']({ id: copy.id }));
  return get(test, copy.id);
}

async function queue(payout: Payout): Promise<void> {
  expect(expectOk(await handlers()['payouts.send'](await decidedRequest(test, payout))).state).toBe('queued');
}

async function readBalance(change: number): Promise<void> {
  test.provider.balance += change;
  await test.time.advance(second);
  expectOk(await handlers()['wallets.list']({ fresh: true }));
}

async function becomes(payout: Payout, status: 'failed' | 'successful'): Promise<void> {
  test.provider.setStatus((await get(test, payout.id)).sent?.merchantReference ?? '', status, 'Account closed');
  expectOk(await handlers()['payouts.check']({ id: payout.id }));
}

/** A payout that the provider has, that a person was told never arrived, and that look-ups don’t find for five minutes. */
async function givenUp(): Promise<Payout> {
  test.provider.fates = ['lost-after'];
  test.provider.hiddenFor = 5 * minute;
  const sent = await sentPayout(test);
  expectOk(await handlers()['payouts.recordAnswer']({ id: sent.id, outcome: 'not-received', who: 'Ada', said: 'nothing here' }));
  return sent;
}

async function turnsUp(payout: Payout): Promise<void> {
  test.provider.hiddenFor = 0;
  for (const entry of test.provider.ledger.values()) Object.assign(entry, { visibleFrom: 0 });
  expectOk(await handlers()['payouts.check']({ id: payout.id }));
}

describe('a payout that waits for its take-back time', () => {
  it('stays when a limit was lowered below it meanwhile', async () => {
    await queue(await readyPayout(test));
    await limit({ perPayout: 20_000 });
    await leaves();
    expect(test.provider.bodies).toEqual([]);
    const [row] = expectOk(await handlers()['payouts.list']({ view: 'drafts', query: '', cursor: null, limit: 10 })).rows;
    expect(await get(test, row?.id ?? '')).toMatchObject({ state: 'ready', leavesAt: null, problem: { code: 'over-limit' } });
  });

  it('stays when the payout that it corrects went through after all', async () => {
    const sent = await sentPayout(test);
    await readBalance(-25_000);
    await becomes(sent, 'failed');
    await readBalance(25_000);
    const copy = await readyCopy(sent.id);
    await queue(copy);
    await becomes(sent, 'successful');
    await leaves();
    expect(await get(test, copy.id)).toMatchObject({ state: 'ready', problem: { code: 'money-not-back' } });
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('stays when the payout that it was copied from turned up', async () => {
    const first = await givenUp();
    const copy = await readyCopy(first.id);
    await queue(copy);
    await turnsUp(first);
    await leaves();
    expect(await get(test, copy.id)).toMatchObject({ state: 'ready', problem: { code: 'already-sent' } });
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('stays when it turns out to come from an older state of the journal', async () => {
    const ready = await readyPayout(test);
    await queue(ready);
    test.db().run('UPDATE payouts SET restored_at = ?', [test.time.clock()]);
    await leaves();
    expect([(await get(test, ready.id)).state, test.provider.bodies]).toEqual(['ready', []]);
  });
});

describe('a payout whose outcome is not known', () => {
  /** One that never arrived, and of which a person may decide. */
  async function unknown(payout: Payout): Promise<void> {
    test.provider.fates = ['lost-before'];
    await queue(payout);
    await leaves();
    await test.time.advance(11 * minute);
    expect((await get(test, payout.id)).state).toBe('unknown');
  }

  it('is not sent again over a limit; under it, it counts for the day on which it goes', async () => {
    const ready = await readyPayout(test);
    await unknown(ready);
    await limit({ perPayout: 20_000 });
    expect(codeOf(await sendAgain(ready.id))).toBe('over-limit');
    expect([(await get(test, ready.id)).state, test.provider.bodies.length]).toEqual(['unknown', 1]);
    await limit({ perDay: 25_000 });
    await test.time.advance(24 * hour);
    expectOk(await sendAgain(ready.id));
    const other = await readyPayout(test, { ...interacDraft, amountMinor: 100, amountText: '1.00' });
    expect(codeOf(await handlers()['payouts.send'](await decidedRequest(test, other)))).toBe('over-limit');
  });

  it('is not sent again once the payout that it was copied from turned up', async () => {
    const first = await givenUp();
    const copy = await readyCopy(first.id);
    await unknown(copy);
    await turnsUp(first);
    expect(codeOf(await sendAgain(copy.id))).toBe('already-sent');
    expect([(await get(test, copy.id)).state, test.provider.ledger.size]).toEqual(['unknown', 1]);
  });
});

it('a clock that is set back counts what is released then for the day that limits go by', async () => {
  await limit({ perDay: 40_000 });
  const first = await readyPayout(test);
  expectOk(await handlers()['payouts.send'](sendRequest(first)));
  test.time.jump(-30 * hour);
  const to = (email: string) => readyPayout(test, { ...interacDraft, details: { ...interacDraft.details, email }, amountMinor: 10_000, amountText: '100.00' });
  const codes = [];
  for (const email of ['a@roy.example.com', 'b@roy.example.com']) codes.push(codeOf(await handlers()['payouts.send'](await decidedRequest(test, await to(email)))));
  expect(codes).toEqual(['ok', 'over-limit']);
});
