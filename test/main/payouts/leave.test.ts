import { describe, expect, it, vi } from 'vitest';
import { holdBack, leave, takeBack } from '../../../main/payouts/leave.ts';
import { lateLimit } from '../../../main/payouts/schedule.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { offline } from './fake-provider.ts';
import { rig, type Rig } from './rig.ts';

const queue = (at: Rig, dueIn = 0) => at.put({ state: 'queued', leavesAt: at.time.clock() + dueIn });
const why = (at: Rig) => at.ctx.events.list('payout', 'x')[0]?.detail;

describe('leaving', () => {
  it('waits for its time, to the millisecond', async () => {
    const at = rig();
    queue(at, 1);
    await leave(at.ctx, 'x');
    expect([at.stored().state, at.provider.bodies]).toEqual(['queued', []]);
    at.time.jump(1);
    await leave(at.ctx, 'x');
    expect(at.stored()).toMatchObject({ state: 'processing', leavesAt: null });
    expect(at.provider.bodies).toHaveLength(1);
  });

  it('is given up when making ready for it took longer than that: the computer slept meanwhile', async () => {
    const at = rig();
    queue(at);
    const warmUp = at.provider.warmUp;
    at.provider.warmUp = () => {
      at.time.jump(lateLimit + 1);
      return warmUp();
    };
    await leave(at.ctx, 'x');
    expect([at.stored().state, at.provider.bodies]).toEqual(['ready', []]);
    expect(why(at)).toMatch(/asleep/);
  });

  it('does nothing with a payout that was taken back, and nothing twice', async () => {
    const at = rig();
    queue(at);
    expect(takeBack(at.ctx, { id: 'x' })).toMatchObject({ ok: true, value: { state: 'ready', leavesAt: null } });
    await leave(at.ctx, 'x');
    await leave(at.ctx, 'nobody');
    expect(at.provider.bodies).toEqual([]);
    expect(takeBack(at.ctx, { id: 'x' })).toMatchObject({ ok: false, error: { code: 'too-late' } });
    expect(takeBack(at.ctx, { id: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is still possible at the limit of being late, not after it', async () => {
    const late = async (ms: number) => {
      const at = rig();
      queue(at, -ms);
      await leave(at.ctx, 'x');
      return at.stored().state;
    };
    expect([await late(lateLimit), await late(lateLimit + 1)]).toEqual(['processing', 'ready']);
  });

  it('reads the wallet again afterwards', async () => {
    const at = rig();
    queue(at);
    at.provider.balance = 5;
    await leave(at.ctx, 'x');
    expect(at.ctx.kept.get('wallets')?.value).toMatchObject([{ balance: { minor: 5 } }]);
    expect(at.planned()).toBe(1);
  });
});

describe('what keeps a payout from leaving', () => {
  it.each<[string, (at: Rig) => void, RegExp]>([
    ['no network', (at) => { at.provider.outage = offline; }, /reach Blaaiz/],
    ['a lock', (at) => { at.ctx.status.running = false; }, /no connection/],
    ['a lock while the line was being made', (at) => { at.provider.warmUp = async () => { at.ctx.status.running = false; return ok(undefined); }; }, /locked before it left/],
  ])('puts it back to ready and says why: %s', async (_what, happen, words) => {
    const at = rig();
    queue(at);
    happen(at);
    await leave(at.ctx, 'x');
    expect(at.stored()).toMatchObject({ state: 'ready', leavesAt: null });
    expect(why(at)).toMatch(words);
    expect(at.provider.bodies).toEqual([]);
  });

  it('may be that there is no provider, or that the customer is gone', async () => {
    const alone = rig({ provider: () => null });
    queue(alone);
    await leave(alone.ctx, 'x');
    expect(alone.stored().state).toBe('ready');
    const orphan = rig({ customers: { standing: () => null, refresh: async () => fail(appError('not-found', 'Gone.')) } });
    queue(orphan);
    await leave(orphan.ctx, 'x');
    expect(orphan.stored()).toMatchObject({ state: 'ready', problem: { code: 'prerequisite' } });
    expect(orphan.provider.bodies).toEqual([]);
  });

  it('is no ground to touch what was taken back while the line was being made', async () => {
    const at = rig();
    queue(at);
    at.provider.warmUp = async () => {
      takeBack(at.ctx, { id: 'x' });
      return ok(undefined);
    };
    await leave(at.ctx, 'x');
    expect([at.stored().state, at.story(), at.provider.bodies]).toEqual(['ready', ['Taken back'], []]);
  });

  it('passes a fault on, with the payout ready again and nothing sent', async () => {
    const at = rig();
    queue(at);
    vi.spyOn(at.ctx.attempts, 'insert').mockImplementation(() => { throw new Error('disk full'); });
    await expect(leave(at.ctx, 'x')).rejects.toThrow('disk full');
    expect([at.stored().state, at.provider.bodies]).toEqual(['ready', []]);
  });

  it('holds back nothing that has left', () => {
    const at = rig();
    at.put({ state: 'sending' });
    holdBack(at.ctx, 'x', 'too late');
    expect([at.stored().state, at.story()]).toEqual(['sending', []]);
  });
});
