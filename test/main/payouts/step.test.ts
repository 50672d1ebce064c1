import { describe, expect, it } from 'vitest';
import { takeStep, tell, wrongState } from '../../../main/payouts/step.ts';
import { payoutStates } from '../../../preload/contract/payouts.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { interacDraft } from './desk.ts';
import { settle } from './fake-time.ts';
import { rig } from './rig.ts';

const toReady = { event: 'complete', source: 'you', what: 'Ready' } as const;

describe('a step', () => {
  it('changes state, tells the story with who did it, and is audited, all at once', () => {
    const { ctx, put, stored, time } = rig();
    put();
    time.jump(1000);
    const step = takeStep(ctx, 'x', { ...toReady, patch: { revision: 2 }, facts: { count: 3 } });
    expect(step).toEqual({ ok: true, value: stored() });
    expect(stored()).toMatchObject({ state: 'ready', revision: 2, updatedAt: time.clock() });
    expect(ctx.events.list('payout', 'x')[0]).toMatchObject({ what: 'Ready', source: 'you', actor: 'Femke Osei', state: 'ready', detail: null });
    expect(ctx.store.all('SELECT * FROM audit')).toHaveLength(1);
    expect(JSON.stringify(ctx.store.all('SELECT * FROM audit'))).toMatch(/payout\.complete.*Femke Osei|Femke Osei.*payout\.complete/);
    expect(ctx.audit.verify().ok).toBe(true);
  });

  it('that did not come from a person names none', () => {
    const { ctx, put } = rig();
    put();
    takeStep(ctx, 'x', { ...toReady, source: 'bursar' });
    expect(ctx.events.list('payout', 'x')[0]?.actor).toBeNull();
    expect(JSON.stringify(ctx.store.all('SELECT * FROM audit'))).not.toContain('Femke');
  });

  it('that does not fit the state is a conflict and leaves no trace', () => {
    const { ctx, put, stored, story } = rig();
    const before = put();
    expect(takeStep(ctx, 'x', { event: 'leave', source: 'bursar', what: 'Sending', patch: { revision: 9 }, also: () => { throw new Error('never'); } }))
      .toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringMatching(/draft/) } });
    expect(stored()).toEqual(before);
    expect([story(), ctx.audit.head().count]).toEqual([[], 0]);
  });

  it('that fails half-way is not taken at all, and no screen hears of a payout that is not there', async () => {
    const heard: (string | null)[] = [];
    const { ctx, put, stored, story } = rig({ notify: (_topic, id) => { heard.push(id); } });
    const before = put();
    expect(() => takeStep(ctx, 'x', { ...toReady, also: () => { throw new Error('no space'); } })).toThrow('no space');
    expect(stored()).toEqual(before);
    expect([story(), ctx.audit.head().count]).toEqual([[], 0]);
    expect(takeStep(ctx, 'gone', toReady)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await settle();
    expect(heard).toEqual([]);
  });

  it('writes what belongs to it in the same transaction, from the payout as it is afterwards', () => {
    const { ctx, put } = rig();
    put();
    const seen: string[] = [];
    takeStep(ctx, 'x', { ...toReady, also: ({ state }) => { seen.push(`${state} ${ctx.rows.get('x')?.state}`); } });
    expect(seen).toEqual(['ready ready']);
  });
});

describe('telling without a step', () => {
  it('adds to the story, folds what says the same, and changes nothing', () => {
    const { ctx, put, stored } = rig();
    const before = put();
    for (let look = 0; look < 3; look += 1) tell(ctx, 'x', { source: 'blaaiz', what: 'Looked', folds: true });
    expect(ctx.events.list('payout', 'x')).toMatchObject([{ what: 'Looked', count: 3, state: null, actor: null }]);
    expect(stored()).toEqual(before);
  });
});

it('an action that comes too late is told in a sentence for every state', () => {
  const { ctx } = rig();
  const messages = payoutStates.map((state) => wrongState(ctx, { ...newPayoutRecord('x', interacDraft, '', 1), state }).message);
  expect(new Set(messages).size).toBe(payoutStates.length);
  expect(messages.join(' ')).not.toContain('undefined');
});
