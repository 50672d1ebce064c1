import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { codeOf, decidedRequest, expectOk, get, openDesk, sentPayout, type TestDesk } from './desk.ts';
import { settle } from './fake-time.ts';

const second = 1000;
let test: TestDesk;
beforeEach(() => {
  test = openDesk();
  onTestFinished(test.close);
});
const handlers = () => test.desk().handlers;

async function readBalance(change: number): Promise<void> {
  test.provider.balance += change;
  await test.time.advance(second);
  expectOk(await handlers()['wallets.list']({ fresh: true }));
}

/** A payout that left and failed: its money is on its way back. */
async function fail(payout: Payout): Promise<void> {
  await readBalance(-25_000);
  test.provider.setStatus((await get(test, payout.id)).sent?.merchantReference ?? '', 'failed', 'Account closed');
  await test.time.advance(15 * second);
  expect((await get(test, payout.id)).state).toBe('failed');
}

async function readyCopy(id: string): Promise<Payout> {
  const copy = expectOk(await handlers()['payouts.clone']({ id }));
  expectOk(await handlers()['payouts.ready']({ id: copy.id, revision: copy.revision }));
  expectOk(await handlers()['payouts.price']({ id: copy.id }));
  return get(test, copy.id);
}

async function release(id: string): Promise<string> {
  const code = codeOf(await handlers()['payouts.send'](await decidedRequest(test, await get(test, id))));
  await test.time.advance(5 * second);
  await settle();
  return code;
}

describe('a second copy of a payout that failed', () => {
  it('waits for the money of the first copy, which failed too', async () => {
    const sent = await sentPayout(test);
    await fail(sent);
    await readBalance(25_000);
    const first = await readyCopy(sent.id);
    expect(await release(first.id)).toBe('ok');
    await fail(first);
    const other = await readyCopy(sent.id);
    expect(await release(other.id)).toBe('money-not-back');
    await readBalance(25_000);
    expect(await release(other.id)).toBe('ok');
  });

  it('waits for nobody when the payout was a pattern that arrived', async () => {
    const pattern = await sentPayout(test);
    await readBalance(-25_000);
    test.provider.setStatus(pattern.sent?.merchantReference ?? '', 'successful');
    await test.time.advance(15 * second);
    const first = await readyCopy(pattern.id);
    expect(await release(first.id)).toBe('ok');
    await fail(first);
    expect(await release((await readyCopy(pattern.id)).id)).toBe('ok');
  });
});

describe('a copy of a payout whose figures don\u2019t close', () => {
  it('is held when that one failed and went through after all, until a person writes why not', async () => {
    const sent = await sentPayout(test);
    const [entry] = test.provider.ledger.values();
    if (entry === undefined) throw new Error('Nothing arrived');
    await fail(sent);
    const copy = await readyCopy(sent.id);
    entry.payout = { ...entry.payout, status: 'successful', failureReason: null, converted: { minor: 24_000, currency: 'GBP' }, received: { minor: 48_000, currency: 'CAD' } };
    expectOk(await handlers()['payouts.check']({ id: sent.id }));
    expect(expectOk(await handlers()['repairs.get']({ id: sent.id }))).toMatchObject({ kind: 'sum', closed: null, released: false });
    expect(await release(copy.id)).toBe('money-not-back');
    expectOk(await handlers()['repairs.waive']({ id: sent.id, reason: 'The payee sent the first one back.' }));
    expect(await release(copy.id)).toBe('ok');
  });
});
