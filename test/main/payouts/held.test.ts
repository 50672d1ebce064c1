import { describe, expect, it } from 'vitest';
import { leave } from '../../../main/payouts/leave.ts';
import { look, sendAgain } from '../../../main/payouts/reconcile.ts';
import { recoverAll } from '../../../main/payouts/recover.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { rig } from './rig.ts';

const broken = appError('audit-broken', 'Nothing is sent while the audit log is broken.');
const reason = 'nobody at the provider knows of it';

describe('while the audit log is broken', () => {
  it('what was queued before that was found does not leave', async () => {
    const at = rig({ held: () => broken });
    at.put({ state: 'queued', leavesAt: at.time.clock() });
    await leave(at.ctx, 'x');
    expect(at.stored()).toMatchObject({ state: 'ready', leavesAt: null, problem: { code: 'audit-broken' } });
    expect(at.provider.bodies).toEqual([]);
  });

  it('nor does it when that is found while it gets ready to leave', async () => {
    let held: AppError | null = null;
    const at = rig({ held: () => held });
    const warmUp = at.provider.warmUp;
    at.provider.warmUp = () => {
      held = broken;
      return warmUp();
    };
    at.put({ state: 'queued', leavesAt: at.time.clock() });
    await leave(at.ctx, 'x');
    expect([at.stored().state, at.provider.bodies]).toEqual(['ready', []]);
  });

  it('what is unknown is looked up and not sent again', async () => {
    let held: AppError | null = null;
    const at = rig({ held: () => held });
    await at.written();
    at.ctx.status.recovered = true;
    recoverAll(at.ctx);
    at.time.jump(11 * 60_000);
    held = broken;
    expect(await look(at.ctx, { id: 'x' })).toMatchObject({ ok: true, value: { state: 'unknown' } });
    expect(await sendAgain(at.ctx, { id: 'x', reason, code: null })).toMatchObject({ ok: false, error: { code: 'audit-broken' } });
    expect([at.stored().state, at.provider.bodies]).toEqual(['unknown', []]);
    held = null;
    expect(await sendAgain(at.ctx, { id: 'x', reason, code: null })).toMatchObject({ ok: true, value: { state: 'processing' } });
  });
});
