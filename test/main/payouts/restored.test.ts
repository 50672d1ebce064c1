import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { codeOf, expectOk, get, interacDraft, openDesk, readyPayout, sendRequest, sentPayout, type TestDesk } from './desk.ts';
import { offline } from './fake-provider.ts';
import { settle } from './fake-time.ts';

const minute = 60_000;
let test: TestDesk;
beforeEach(() => {
  test = openDesk();
  onTestFinished(test.close);
});

const references = () => [...test.provider.ledger.keys()];
const other = { ...interacDraft, payeeName: 'Amara Dike', details: { interacFirstName: 'Amara', interacLastName: 'Dike', email: 'amara@dike.example.com' }, amountMinor: 47_000, amountText: '470.00', reference: 'NS-9' };
const reason = 'nobody at the provider knows of it';

/** Releases a payout as it is shown and lets the take-back time pass. */
async function release(id: string): Promise<string> {
  const code = codeOf(await test.desk().handlers['payouts.send'](sendRequest(await get(test, id))));
  await test.time.advance(5000);
  await settle();
  return code;
}

describe('a backup from when a payout was ready, restored after it left', () => {
  it('finds it under the reference that is the payout’s own, and links the two', async () => {
    const ready = await readyPayout(test);
    const copy = test.backUp();
    await release(ready.id);
    test.restore(copy);
    expect(await get(test, ready.id)).toMatchObject({ state: 'unknown', sent: null, restoredAt: test.time.clock(), unknown: { lookups: [] } });
    await test.time.advance(0);
    await settle();
    expect(await get(test, ready.id)).toMatchObject({ state: 'processing', transactionId: 'tx-1', restoredAt: null });
    expect([references(), test.provider.bodies.length]).toEqual([[`bursar-${ready.id}-1`], 1]);
  });

  it('sends nothing while it can’t be asked, nor before the settle time is over', async () => {
    const ready = await readyPayout(test);
    const copy = test.backUp();
    test.provider.fates = ['lost-after'];
    test.provider.hiddenFor = 8 * minute;
    await release(ready.id);
    test.restore(copy);
    test.provider.outage = offline;
    await test.time.advance(minute);
    expect(codeOf(await test.desk().handlers['payouts.send']({ ...sendRequest(ready), id: ready.id }))).toBe('already-sent');
    test.provider.outage = null;
    await test.time.advance(minute);
    expect(await get(test, ready.id)).toMatchObject({ state: 'unknown', unknown: { lookups: expect.arrayContaining([expect.objectContaining({ answered: false }), expect.objectContaining({ answered: true, found: false })]) } });
    expect(codeOf(await test.desk().handlers['payouts.sendAgain']({ id: ready.id, reason, code: null }))).toBe('prerequisite');
    await test.time.advance(9 * minute);
    expect([(await get(test, ready.id)).state, references().length, test.provider.bodies.length]).toEqual(['processing', 1, 1]);
  });

  it('that did not leave is given back by proof after the settle time, and leaves once a person releases it', async () => {
    const ready = await readyPayout(test);
    const copy = test.backUp();
    test.restore(copy);
    await test.time.advance(9 * minute);
    expect((await get(test, ready.id)).state).toBe('unknown');
    await test.time.advance(2 * minute);
    const given = await get(test, ready.id);
    expect(given).toMatchObject({ state: 'ready', restoredAt: null });
    expect(given.timeline.map(({ what }) => what)).toEqual(expect.arrayContaining(['It had not left', 'From a backup: it may have left']));
    await test.time.advance(60 * minute);
    expect(references()).toEqual([]);
    expect(await release(ready.id)).toBe('ok');
    expect([(await get(test, ready.id)).state, references()]).toEqual(['processing', [`bursar-${ready.id}-1`]]);
  });

  it('is found out too when it was queued, and when a person says what the provider said', async () => {
    const [first, second] = [await readyPayout(test), await readyPayout(test, other)];
    for (const payout of [first, second]) expectOk(await test.desk().handlers['payouts.send'](sendRequest(payout)));
    const copy = test.backUp();
    await test.time.advance(5000);
    await settle();
    test.restore(copy);
    expect([(await get(test, first.id)).state, (await get(test, second.id)).state]).toEqual(['unknown', 'unknown']);
    const told = expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: first.id, outcome: 'not-received', who: 'Ada', said: 'nothing here' }));
    expect(told).toMatchObject({ state: 'ready', restoredAt: null });
    await test.time.advance(0);
    await settle();
    expect((await get(test, second.id)).state).toBe('processing');
    // Even then the reference stays the one that is taken: the provider refuses a second one, and the look-up finds the first.
    expect(await release(first.id)).toBe('ok');
    await test.time.advance(minute);
    expect([(await get(test, first.id)).state, references().length]).toEqual(['processing', 2]);
  });

  it('stays outside the rule that two of the same are never in flight, and holds others back', async () => {
    const ready = await readyPayout(test);
    const copy = test.backUp();
    await release(ready.id);
    test.provider.hiddenFor = 60 * minute;
    test.restore(copy);
    const twin = await readyPayout(test);
    expect(codeOf(await test.desk().handlers['payouts.send']({ ...sendRequest(twin), id: twin.id }))).not.toBe('ok');
    expect([(await get(test, twin.id)).state, references().length]).toEqual(['ready', 1]);
  });
});

describe('a backup from when a payout was a draft, restored after it left', () => {
  it('asks before it is released again, whatever was changed, and links it instead', async () => {
    const { handlers } = test.desk();
    const saved = expectOk(await handlers['payouts.save']({ id: null, revision: 0, draft: interacDraft }));
    const copy = test.backUp();
    expectOk(await handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
    await handlers['payouts.price']({ id: saved.id });
    await release(saved.id);
    test.restore(copy);
    expect(await get(test, saved.id)).toMatchObject({ state: 'draft', restoredAt: test.time.clock() });
    const edited = expectOk(await test.desk().handlers['payouts.save']({ id: saved.id, revision: saved.revision, draft: { ...interacDraft, amountMinor: 31_000, amountText: '310.00' } }));
    expectOk(await test.desk().handlers['payouts.ready']({ id: saved.id, revision: edited.revision }));
    expectOk(await test.desk().handlers['payouts.price']({ id: saved.id }));
    expect(await release(saved.id)).toBe('conflict');
    expect(await get(test, saved.id)).toMatchObject({ state: 'processing', transactionId: 'tx-1', restoredAt: null });
    expect([references(), test.provider.bodies.length]).toEqual([[`bursar-${saved.id}-1`], 1]);
  });

  it('goes on by itself once the provider, asked long enough after, doesn’t know it', async () => {
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: interacDraft }));
    test.restore(test.backUp());
    await test.time.advance(11 * minute);
    expectOk(await test.desk().handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
    expectOk(await test.desk().handlers['payouts.price']({ id: saved.id }));
    test.provider.outage = offline;
    expect(await release(saved.id)).toBe('offline');
    test.provider.outage = null;
    expect(await release(saved.id)).toBe('ok');
    expect(await get(test, saved.id)).toMatchObject({ state: 'processing', restoredAt: null });
  });
});

describe('a backup from when a payout was cut off or refused', () => {
  it('is sent again only after the settle time, with the same reference, and arrives once', async () => {
    test.provider.fates = ['lost-before'];
    const lost = await sentPayout(test);
    const copy = test.backUp();
    test.restore(copy);
    await test.time.advance(minute);
    expect(codeOf(await test.desk().handlers['payouts.sendAgain']({ id: lost.id, reason, code: null }))).toBe('prerequisite');
    await test.time.advance(11 * minute);
    expectOk(await test.desk().handlers['payouts.sendAgain']({ id: lost.id, reason, code: null }));
    expect(await get(test, lost.id)).toMatchObject({ state: 'processing', restoredAt: null });
    expect(references()).toEqual([`bursar-${lost.id}-1`]);
  });

  it('asks once more for what was refused; a copy made again is the same copy, and is asked for first', async () => {
    test.provider.fates = ['refuse'];
    const refused = await sentPayout(test);
    const copy = test.backUp();
    const clone = expectOk(await test.desk().handlers['payouts.clone']({ id: refused.id }));
    expectOk(await test.desk().handlers['payouts.ready']({ id: clone.id, revision: clone.revision }));
    await test.desk().handlers['payouts.price']({ id: clone.id });
    expect(await release(clone.id)).toBe('ok');
    test.restore(copy);
    await test.time.advance(minute);
    expect(await get(test, refused.id)).toMatchObject({ state: 'refused', restoredAt: null, nextCheckAt: null });
    const again = expectOk(await test.desk().handlers['payouts.clone']({ id: refused.id }));
    expect([again.id, again.restoredAt]).toEqual([clone.id, expect.any(Number)]);
    expectOk(await test.desk().handlers['payouts.ready']({ id: again.id, revision: again.revision }));
    await test.desk().handlers['payouts.price']({ id: again.id });
    expect(await release(again.id)).toBe('conflict');
    expect([(await get(test, again.id)).state, references().length]).toEqual(['processing', 1]);
  });
});
