import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAgenda, type Agenda } from '../../../main/payouts/agenda.ts';
import { loseSight } from '../../../main/payouts/journal.ts';
import { ok } from '../../../preload/contract/result.ts';
import { expectOk, interacDraft, openDesk, sentPayout } from './desk.ts';
import { settle } from './fake-time.ts';
import { rig, type Rig } from './rig.ts';

function waking(): { readonly at: Rig; readonly agenda: Agenda; readonly waits: number[] } {
  const at = rig();
  const waits: number[] = [];
  const ctx = { ...at.ctx, timers: { after: (ms: number, run: () => void) => { waits.push(ms); return at.time.timers.after(ms, run); } } };
  return { at, agenda: createAgenda(() => ctx), waits };
}

describe('the alarm', () => {
  it('is not set while nothing is due or Bursar is locked', () => {
    const { at, agenda } = waking();
    agenda.plan();
    at.put({ state: 'queued', leavesAt: at.time.clock() + 1000 });
    at.ctx.status.running = false;
    agenda.plan();
    expect(at.time.pending()).toBe(0);
  });

  it('is set for the earliest of what is due, once however often it is planned, and taken off', () => {
    const { at, agenda, waits } = waking();
    at.put({ state: 'queued', leavesAt: at.time.clock() + 5000 });
    at.put({ id: 'y', state: 'accepted', nextCheckAt: at.time.clock() + 3000 });
    agenda.plan();
    agenda.plan();
    expect([waits, at.time.pending()]).toEqual([[3000, 3000], 1]);
    agenda.stop();
    agenda.stop();
    expect(at.time.pending()).toBe(0);
  });

  it('never sleeps for longer than a minute and rings at once for what is overdue', () => {
    const { at, agenda, waits } = waking();
    at.put({ state: 'completed', nextCheckAt: at.time.clock() + 86_400_000 });
    agenda.plan();
    at.put({ id: 'y', state: 'unknown', nextCheckAt: 1 });
    agenda.plan();
    expect(waits).toEqual([60_000, 0]);
  });

  it('after the clock was set back, holds what is queued and looks at once for what is out', async () => {
    const { at, agenda } = waking();
    const now = at.time.clock();
    at.put({ id: 'q', state: 'queued', leavesAt: now + 5000 });
    at.put({ id: 'u', state: 'unknown', draft: { ...interacDraft, amountMinor: 26_000 }, nextCheckAt: now + 1_800_000 });
    at.put({ id: 'd', state: 'awaiting_deposit', nextCheckAt: now + 300_000 });
    agenda.plan();
    at.time.jump(-7_200_000);
    await at.time.advance(60_000);
    expect(at.stored('q')).toMatchObject({ state: 'ready', leavesAt: null });
    expect(at.story('q')[0]).toBe('Not sent, ready again');
    for (const id of ['u', 'd']) expect(at.stored(id).nextCheckAt ?? 0, id).toBeLessThanOrEqual(at.time.clock() + 1_800_000);
  });

  it.each(['accepted', 'processing', 'deposit_expired', 'completed', 'refused'] as const)('after the clock was set back by a month, looks soon at what is %s', async (state) => {
    const { at, agenda } = waking();
    at.put({ state, nextCheckAt: at.time.clock() + 30_000, watchedUntil: at.time.clock() + 10 * 86_400_000 });
    at.put({ id: 'y', state, draft: { ...interacDraft, amountMinor: 26_000 }, nextCheckAt: at.time.clock() + 20_000 });
    agenda.plan();
    at.time.jump(-30 * 86_400_000);
    await at.time.advance(120_000);
    for (const id of ['x', 'y']) expect(at.stored(id).nextCheckAt ?? 0, id).toBeLessThanOrEqual(at.time.clock() + 86_400_000);
  });

  it('does not look without end while a clock that was set back catches up', async () => {
    const { at, agenda } = waking();
    const attempt = await at.written();
    let looks = 0;
    at.provider.find = () => {
      looks += 1;
      return Promise.resolve(ok(null));
    };
    loseSight(at.ctx, attempt, 'no answer in time');
    at.time.jump(-7_200_000);
    agenda.plan();
    await at.time.advance(600_000);
    expect(looks).toBeGreaterThan(1);
    expect(looks).toBeLessThan(10);
  });

  it('lets payouts leave side by side: one that hangs holds up no other', async () => {
    const { at, agenda } = waking();
    at.provider.fates = ['never'];
    for (const [id, amountMinor] of [['x', 25_000], ['y', 26_000]] as const) at.put({ id, state: 'queued', draft: { ...interacDraft, amountMinor }, leavesAt: at.time.clock() });
    agenda.plan();
    await at.time.advance(300);
    expect([at.stored('x').state, at.stored('y').state]).toEqual(['sending', 'processing']);
  });

  it('leaves alone what somebody is working on', async () => {
    const { at, agenda } = waking();
    at.put({ state: 'queued', leavesAt: at.time.clock() });
    void at.ctx.work.exclusive('x', () => new Promise(() => undefined));
    agenda.plan();
    await at.time.advance(1000);
    expect([at.stored().state, at.provider.bodies]).toEqual(['queued', []]);
  });

  it('stays off when what was marked meanwhile is dealt with after a pause', async () => {
    const test = openDesk();
    onTestFinished(test.close);
    await sentPayout(test);
    test.desk().pause();
    expect(test.time.pending()).toBe(0);
    expectOk(test.desk().recover());
    expect(test.time.pending()).toBe(0);
    expectOk(test.desk().resume());
    expect(test.time.pending()).toBe(1);
  });

  it('finds out a payout in sending that nobody works on any more', async () => {
    const { at, agenda, waits } = waking();
    await at.written();
    agenda.plan();
    expect(waits).toEqual([30_000]);
    await at.time.advance(30_000);
    expect(at.story()).toContain('Outcome unknown');
    expect(at.provider.bodies).toEqual([]);
  });

  it('asks again later when the store can’t be read, and says so without detail', async () => {
    const { at, agenda, waits } = waking();
    at.put({ state: 'accepted', nextCheckAt: at.time.clock() });
    const broken = vi.spyOn(at.ctx.rows, 'nextDue').mockImplementation(() => { throw new RangeError('/home/femke/bursar.db'); });
    agenda.plan();
    expect([waits, at.logged]).toEqual([[30_000], ['plan: RangeError']]);
    broken.mockRestore();
    await at.time.advance(30_000);
    expect(at.stored().checkedAt).not.toBeNull();
  });

  it('lets a payout that fails hold up no other, and asks less and less often for it', async () => {
    const { at, agenda } = waking();
    at.put({ state: 'accepted', transactionId: 'tx-1', nextCheckAt: at.time.clock() });
    at.put({ id: 'y', state: 'accepted', transactionId: 'tx-2', nextCheckAt: at.time.clock() + 1 });
    const reading = at.provider.status;
    let faults = 0;
    at.provider.status = (id) => {
      if (id !== 'tx-1') return reading(id);
      faults += 1;
      throw new TypeError('bug');
    };
    agenda.plan();
    await at.time.advance(120_000);
    expect(at.stored('y').checkCount).toBeGreaterThan(0);
    expect(faults).toBeGreaterThan(5);
    expect(faults).toBeLessThan(20);
  });

  it('rings on after a fault in what it did', async () => {
    const { at, agenda } = waking();
    at.put({ state: 'accepted', transactionId: 'tx-1', nextCheckAt: at.time.clock() });
    const broken = vi.spyOn(at.provider, 'status').mockRejectedValueOnce(new TypeError('bug'));
    agenda.plan();
    await at.time.advance(0);
    await settle();
    expect([at.logged, at.time.pending()]).toEqual([['agenda: TypeError'], 1]);
    await at.time.advance(1000);
    expect(broken.mock.calls.length).toBeGreaterThan(1);
  });
});
