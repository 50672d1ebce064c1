import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { codeOf, decidedRequest, expectOk, get, interacDraft, openDesk, readyPayout, sentPayout, type TestDesk } from './desk.ts';
import { offline } from './fake-provider.ts';
import { settle } from './fake-time.ts';

const minute = 60_000;
const reason = 'nobody at the provider knows of it';
let test: TestDesk;
beforeEach(() => {
  test = openDesk();
  onTestFinished(test.close);
});

const arrived = () => test.provider.ledger.size;

/** Makes a draft ready and priced. */
async function makeReady({ id, revision }: Payout): Promise<void> {
  expectOk(await test.desk().handlers['payouts.ready']({ id, revision }));
  expectOk(await test.desk().handlers['payouts.price']({ id }));
}

/** Releases a payout as it is shown and lets the take-back time pass. */
async function release(id: string): Promise<string> {
  const code = codeOf(await test.desk().handlers['payouts.send'](await decidedRequest(test, await get(test, id))));
  await test.time.advance(5000);
  await settle();
  return code;
}

const copyOf = async (id: string) => expectOk(await test.desk().handlers['payouts.clone']({ id }));
const discard = async (id: string) => { expectOk(await test.desk().handlers['payouts.discard']({ id })); };

async function sendCopy(id: string): Promise<Payout> {
  const copy = await copyOf(id);
  await makeReady(copy);
  expect(await release(copy.id)).toBe('ok');
  return copy;
}

describe('a copy that a restored backup does not know of', () => {
  it('keeps the payout it was made from out of being given back by proof; a person decides, who reads of it', async () => {
    const ready = await readyPayout(test);
    const backup = test.backUp();
    test.provider.fates = ['refuse'];
    await release(ready.id);
    const copy = await sendCopy(ready.id);
    test.restore(backup);
    await test.time.advance(41 * minute);
    const unknown = await get(test, ready.id);
    expect(unknown).toMatchObject({ state: 'unknown', restoredAt: expect.any(Number) });
    expect(unknown.unknown?.lookups.at(-1)?.detail).toContain(`bursar-${copy.id}-1`);
    expect(arrived()).toBe(1);
    expect(expectOk(await test.desk().handlers['payouts.sendAgain']({ id: ready.id, reason, code: null }))).toMatchObject({ state: 'ready', restoredAt: null });
  });

  it('holds a second copy, made after the first was made again and thrown away', async () => {
    test.provider.fates = ['refuse'];
    const refused = await sentPayout(test);
    const backup = test.backUp();
    test.provider.hiddenFor = 5 * minute;
    await sendCopy(refused.id);
    test.restore(backup);
    await discard((await copyOf(refused.id)).id);
    await test.time.advance(11 * minute);
    const second = await copyOf(refused.id);
    await makeReady(second);
    expect(await release(second.id)).toBe('conflict');
    await test.time.advance(30 * minute);
    expect([(await get(test, second.id)).state, arrived()]).toEqual(['unknown', 1]);
  });

  it('holds the first copy when it was a second one, the first being thrown away', async () => {
    test.provider.fates = ['refuse'];
    const refused = await sentPayout(test);
    const backup = test.backUp();
    await discard((await copyOf(refused.id)).id);
    await sendCopy(refused.id);
    test.restore(backup);
    await test.time.advance(11 * minute);
    const again = await copyOf(refused.id);
    await makeReady(again);
    expect(await release(again.id)).toBe('conflict');
    expect(arrived()).toBe(1);
  });

  it('holds a copy when it was made from that copy', async () => {
    test.provider.fates = ['refuse', 'refuse'];
    const refused = await sentPayout(test);
    const backup = test.backUp();
    await sendCopy((await sendCopy(refused.id)).id);
    expect(arrived()).toBe(1);
    test.restore(backup);
    await test.time.advance(11 * minute);
    const again = await copyOf(refused.id);
    await makeReady(again);
    expect(await release(again.id)).toBe('conflict');
    expect(arrived()).toBe(1);
  });

  it('does not hold what was copied where the copy is here and known', async () => {
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: interacDraft }));
    await sendCopy(saved.id);
    test.restore(test.backUp());
    await test.time.advance(11 * minute);
    await makeReady(saved);
    expect(await release(saved.id)).toBe('ok');
    expect(arrived()).toBe(2);
  });
});

describe('a copy of a draft of a restored backup', () => {
  it('is not released when the draft itself had left since', async () => {
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: interacDraft }));
    const backup = test.backUp();
    await makeReady(saved);
    expect(await release(saved.id)).toBe('ok');
    test.restore(backup);
    await test.time.advance(11 * minute);
    const copy = await copyOf(saved.id);
    await makeReady(copy);
    expect(await release(copy.id)).toBe('conflict');
    expect(arrived()).toBe(1);
  });
});

describe('a draft of a restored backup that left since', () => {
  it('is not thrown away: what left would be known to nobody here', async () => {
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: interacDraft }));
    const backup = test.backUp();
    await makeReady(saved);
    expect(await release(saved.id)).toBe('ok');
    test.restore(backup);
    const throwAway = async () => codeOf(await test.desk().handlers['payouts.discard']({ id: saved.id }));
    test.provider.outage = offline;
    expect(await throwAway()).toBe('offline');
    test.provider.outage = null;
    expect(await throwAway()).toBe('conflict');
    await makeReady(saved);
    expect(await release(saved.id)).toBe('conflict');
    expect(await get(test, saved.id)).toMatchObject({ state: 'processing', transactionId: 'tx-1' });
    const other = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: interacDraft }));
    test.restore(test.backUp());
    expect(codeOf(await test.desk().handlers['payouts.discard']({ id: other.id }))).toBe('ok');
  });
});

describe('backups restored one after the other', () => {
  it('end with each payout sent once, whichever is older and however often', async () => {
    const ready = await readyPayout(test);
    const older = test.backUp();
    await release(ready.id);
    test.provider.fates = ['refuse'];
    const refused = await sentPayout(test, { ...interacDraft, reference: 'NS-9', details: { ...interacDraft.details, email: 'amara@dike.example.com' } });
    const newer = test.backUp();
    const copy = await sendCopy(refused.id);
    for (const backup of [newer, older, older, newer]) {
      test.restore(backup);
      await test.time.advance(minute);
    }
    await test.time.advance(11 * minute);
    expect(await get(test, ready.id)).toMatchObject({ state: 'processing', transactionId: 'tx-1' });
    const again = await copyOf(refused.id);
    expect(again.id).toBe(copy.id);
    await makeReady(again);
    expect(await release(again.id)).toBe('conflict');
    expect([(await get(test, again.id)).state, arrived()]).toEqual(['processing', 2]);
  });
});

describe('what left after a backup', () => {
  it('counts for the limits of the day once it is known, and while it may have', async () => {
    const ready = await readyPayout(test);
    const limit = { currency: 'GBP', perPayout: null, perDay: 40_000, perPayee: null, first: null, coolingHours: 0 } as const;
    expectOk(await test.desk().handlers['limits.save']({ limits: [limit], reason: 'a day of the treasury' }));
    const backup = test.backUp();
    await release(ready.id);
    test.restore(backup);
    const today = async () => expectOk(await test.desk().handlers['limits.get']({})).today;
    expect(await today()).toEqual([{ minor: 25_000, currency: 'GBP' }]);
    await test.time.advance(0);
    await settle();
    expect((await get(test, ready.id)).state).toBe('processing');
    expect(await today()).toEqual([{ minor: 25_000, currency: 'GBP' }]);
    const other = await readyPayout(test, { ...interacDraft, reference: 'NS-9', details: { ...interacDraft.details, email: 'amara@dike.example.com' } });
    expect(await release(other.id)).toBe('over-limit');
  });
});
