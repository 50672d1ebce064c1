import { describe, expect, it } from 'vitest';
import { act } from '../../../main/payouts/effects.ts';
import type { PayoutAction } from '../../../main/payouts/machine.ts';
import type { PayoutRecord } from '../../../main/store/payout-record.ts';
import { payoutStates } from '../../../preload/contract/payouts.ts';
import { rig, type Rig } from './rig.ts';

const day = 86_400_000;
const busy = { leavesAt: 5, nextCheckAt: 5, checkCount: 6, watchedUntil: 5, restoredAt: 5 } as const;

function acted(action: PayoutAction, change: Partial<PayoutRecord>, at: Rig = rig()): PayoutRecord {
  const record = at.put({ ...busy, ...change });
  return act(at.ctx, action, record, at.time.clock(), null);
}

describe('what the table does with a payout that has moved', () => {
  it('rests: nothing is planned', () => {
    expect(acted('rest', { state: 'refused' })).toMatchObject({ leavesAt: null, nextCheckAt: null, watchedUntil: null });
  });

  it('counts down the time to take it back, and says when it was released', () => {
    const at = rig();
    expect(acted('count-down', { state: 'queued', problem: { code: 'offline', message: 'm' } }, at)).toMatchObject({ leavesAt: at.time.clock() + 5000, releasedAt: at.time.clock(), problem: null, nextCheckAt: null });
  });

  it('holds back: the code is forgotten', () => {
    const at = rig();
    at.ctx.codes.hold('x', '123456');
    expect(acted('hold-back', { state: 'ready' }, at)).toMatchObject({ leavesAt: null, nextCheckAt: null });
    expect(at.ctx.codes.has('x')).toBe(false);
  });

  it.each(['write-attempt', 'hand-over'] as const)('refuses to %s where nothing is written down', (action) => {
    expect(() => acted(action, { state: 'sending' })).toThrow(/Nothing (leaves|goes again)/);
  });

  it('looks up at once, and forgets what was read of it before', () => {
    const at = rig();
    const now = at.time.clock();
    expect(acted('look-up', { state: 'unknown', walletNow: { minor: 1, currency: 'GBP' }, walletNowAt: 2 }, at))
      .toMatchObject({ unknownSince: now, nextCheckAt: now, checkCount: 0, leavesAt: null, walletNow: null, walletNowAt: null, restoredAt: 5 });
  });

  it('follows soon while it moves, and the count of looks begins anew', () => {
    const at = rig();
    expect(acted('follow', { state: 'processing' }, at)).toMatchObject({ nextCheckAt: at.time.clock() + 15_000, checkCount: 0, watchedUntil: null });
  });

  it('watches a completed payout from its first completion, not longer each time', () => {
    const at = rig();
    const first = acted('watch', { state: 'completed', watchedUntil: null }, at);
    expect(first).toMatchObject({ watchedUntil: at.time.clock() + 14 * day, nextCheckAt: at.time.clock() + day });
    at.time.jump(3 * day);
    expect(acted('watch', { id: 'y', state: 'completed', watchedUntil: first.watchedUntil }, at).watchedUntil).toBe(first.watchedUntil);
  });

  it('ends all looking at what failed or came back', () => {
    expect(acted('open-repair', { state: 'failed' })).toMatchObject({ nextCheckAt: null, watchedUntil: null, checkCount: 0 });
  });

  it('knows that a payout of a backup is found out as soon as it is in a state that the provider tells', () => {
    const open = payoutStates.filter((state) => acted('rest', { state }).restoredAt !== null);
    expect(open).toEqual(['draft', 'ready', 'queued', 'sending', 'refused', 'unknown']);
  });
});
