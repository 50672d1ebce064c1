import { describe, expect, it } from 'vitest';
import { codeOf, expectOk } from '../desk.ts';
import { settle } from '../fake-time.ts';
import { kiraDesk, leaveWith, mailedCode, readyKira, release, sentKira, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

async function readyCopy(test: KiraDesk, id: string): Promise<string> {
  const copy = expectOk(await test.desk().handlers['payouts.clone']({ id }));
  expectOk(await test.desk().handlers['payouts.ready']({ id: copy.id, revision: copy.revision }));
  expectOk(await test.desk().handlers['payouts.price']({ id: copy.id }));
  return copy.id;
}

describe('a copy that left after a Kira backup, made again once it is restored', () => {
  it('is not released while one that looks alike is there, though Kira forgot the key', async () => {
    const test = kiraDesk();
    test.kira.fates = ['refuse'];
    const refused = await sentKira(test);
    const backup = test.backUp();
    const copy = await readyCopy(test, refused.id);
    expect((await leaveWith(test, copy, await mailedCode(test, copy))).state).toBe('accepted');
    await test.time.advance(2 * day);
    test.restore(backup);
    await test.time.advance(20 * minute);
    expect(await readyCopy(test, refused.id)).toBe(copy);
    expect(codeOf(await release(test, copy, await mailedCode(test, copy)))).toBe('conflict');
    expect([(await shown(test, copy)).state, test.kira.made.length]).toEqual(['unknown', 1]);
  });

  it('is asked about too when it was a copy of a copy', async () => {
    const test = kiraDesk();
    test.kira.fates = ['refuse', 'refuse'];
    const refused = await sentKira(test);
    const backup = test.backUp();
    const first = await readyCopy(test, refused.id);
    expect((await leaveWith(test, first, await mailedCode(test, first))).state).toBe('refused');
    await test.time.advance(minute);
    const second = await readyCopy(test, first);
    expect((await leaveWith(test, second, await mailedCode(test, second))).state).toBe('accepted');
    await test.time.advance(2 * day);
    test.restore(backup);
    await test.time.advance(20 * minute);
    expectOk(await test.desk().handlers['payouts.clone']({ id: refused.id }));
    const again = await readyCopy(test, first);
    expect(again).toBe(second);
    expect(codeOf(await release(test, again, await mailedCode(test, again)))).toBe('conflict');
    expect(test.kira.made).toHaveLength(1);
  });

  it('is asked about too when the clock was set back before the restore', async () => {
    const test = kiraDesk();
    test.kira.fates = ['refuse'];
    const refused = await sentKira(test);
    const backup = test.backUp();
    const copy = await readyCopy(test, refused.id);
    await leaveWith(test, copy, await mailedCode(test, copy));
    test.time.jump(-7 * day);
    test.restore(backup);
    await test.time.advance(20 * minute);
    await readyCopy(test, refused.id);
    expect(codeOf(await release(test, copy, await mailedCode(test, copy)))).toBe('conflict');
    expect(test.kira.made).toHaveLength(1);
  });
});

describe('a Kira payout of a backup, sent by mistake with other bytes under the key it had left with', () => {
  it('stays unknown, and is linked to the first by the id that Kira says', async () => {
    const test = kiraDesk();
    const ready = await readyKira(test);
    const backup = test.backUp();
    await leaveWith(test, ready.id, await mailedCode(test, ready.id));
    await test.time.advance(60 * minute);
    test.restore(backup);
    await test.time.advance(minute);
    expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: ready.id, outcome: 'not-received', who: 'Ada', said: 'nothing' }));
    expectOk(await test.desk().handlers['payouts.change']({ id: ready.id }));
    const draft = await shown(test, ready.id);
    const edited = expectOk(await test.desk().handlers['payouts.save']({ id: ready.id, revision: draft.revision, draft: { ...draft.draft, reference: 'Another memo' } }));
    expectOk(await test.desk().handlers['payouts.ready']({ id: ready.id, revision: edited.revision }));
    expectOk(await test.desk().handlers['payouts.price']({ id: ready.id }));
    expect((await leaveWith(test, ready.id, await mailedCode(test, ready.id))).state).toBe('unknown');
    await test.time.advance(2 * day);
    expect([(await shown(test, ready.id)).state, test.kira.made.length]).toEqual(['unknown', 1]);
    expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: ready.id, outcome: 'received', who: 'Ada', said: 'it is po-1' }));
    await test.time.advance(minute);
    await settle();
    expect(await shown(test, ready.id)).toMatchObject({ state: 'accepted', transactionId: 'po-1' });
  });
});
