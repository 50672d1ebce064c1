import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContext, type Context } from '../../../main/payouts/context.ts';
import { loseSight, writeAttempt } from '../../../main/payouts/journal.ts';
import { createLane } from '../../../main/payouts/lanes.ts';
import { eventsOf, moveOf, type PayoutEvent } from '../../../main/payouts/machine.ts';
import type { BlaaizLaneDeps } from '../../../main/payouts/ports.ts';
import { takeStep } from '../../../main/payouts/step.ts';
import type { Database } from '../../../main/store/database.ts';
import { payoutStates, type PayoutState } from '../../../preload/contract/payouts.ts';
import { ok } from '../../../preload/contract/result.ts';
import { countingIds } from '../store/open.ts';
import { expectOk } from './desk.ts';
import { memoryBlobs } from './kira/memory-blobs.ts';
import { rig, type Rig } from './rig.ts';

const moves = payoutStates.flatMap((state) => eventsOf(state).map((event) => [state, event] as const));
const tables = ['payouts', 'events', 'audit', 'payout_attempts', 'attempt_events', 'payout_looks', 'kept_values', 'payout_totals'] as const;

/** A store whose nth statement fails before it is run, as when the process dies there; counts them all. */
function failing(db: Database): { readonly db: Database; cutAt: number; count: number } {
  const at = { db, cutAt: Number.POSITIVE_INFINITY, count: 0 };
  const step = <T>(run: () => T): T => {
    at.count += 1;
    if (at.count > at.cutAt) throw new Error('cut');
    return run();
  };
  at.db = {
    ...db, get: (sql, params) => step(() => db.get(sql, params)), all: (sql, params) => step(() => db.all(sql, params)), run: (sql, params) => step(() => db.run(sql, params)),
    get isOpen() { return db.isOpen; },
  };
  return at;
}

const contents = ({ ctx }: Rig) => JSON.stringify(tables.map((table) => ctx.store.all(`SELECT * FROM ${table} ORDER BY 1`)));

/** The rig's context over a store that may be cut. */
function cutContext(at: Rig, store: Database): Context {
  const { provider, time } = at;
  const lane: BlaaizLaneDeps = { id: 'blaaiz', provider: () => provider, customers: { standing: () => ({ remoteId: 'rc-1', state: 'verified', extraChecks: false, name: 'N' }), refresh: () => Promise.resolve(ok(null)) }, blobs: memoryBlobs() };
  return createContext({ ...at.ctx, store, lane, clock: time.clock, ids: countingIds('cut') }, createLane(lane), () => undefined);
}

async function prepared(state: PayoutState): Promise<{ readonly at: Rig; readonly outgoing: Parameters<typeof writeAttempt>[1] | null }> {
  const at = rig();
  const record = at.put({ state, restoredAt: 1 });
  const outgoing = state === 'queued' ? expectOk(await at.ctx.lane.prepare(at.ctx, record)) : null;
  if (state !== 'queued') at.ctx.attempts.insert({ ...expectOk(await at.ctx.lane.prepare(at.ctx, record)).attempt });
  return { at, outgoing };
}

function take(ctx: Context, event: PayoutEvent, outgoing: Parameters<typeof writeAttempt>[1] | null): void {
  const also = () => { ctx.kept.put('beside', 1, 1); };
  takeStep(ctx, 'x', { event, source: 'bursar', what: `It was ${event}`, facts: { event }, also, ...(outgoing === null ? {} : { outgoing }) });
}

describe('a step that is cut off at any statement', () => {
  it.each(moves)('from %s by %s is taken whole or not at all', async (state, event) => {
    const { at, outgoing } = await prepared(state);
    const before = contents(at);
    const broken = failing(at.ctx.store);
    const ctx = cutContext(at, broken.db);
    for (let cut = 0; ; cut += 1) {
      Object.assign(broken, { cutAt: cut, count: 0 });
      try {
        take(ctx, event, outgoing);
        break;
      } catch (error) {
        expect((error as Error).message).toBe('cut');
        expect(contents(at), `after ${cut} statements nothing is left`).toBe(before);
      }
    }
    expect(broken.count).toBeGreaterThan(4);
    expectAgreed(at, event, moveOf(state, event)?.to ?? state);
  });

  it('whatever sequence of steps is cut wherever, state, story and audit log tell the same', () => {
    fc.assert(fc.property(fc.array(fc.record({ pick: fc.nat(50), cut: fc.nat(25) }), { minLength: 1, maxLength: 25 }), (steps) => {
      const at = rig();
      at.put();
      const broken = failing(at.ctx.store);
      const ctx = cutContext(at, broken.db);
      for (const { pick, cut } of steps) {
        const { state } = at.stored();
        const events = eventsOf(state).filter((event) => event !== 'leave' && event !== 'sendAgain');
        Object.assign(broken, { cutAt: cut, count: 0 });
        try {
          take(ctx, events[pick % Math.max(1, events.length)] ?? 'edit', null);
        } catch (error) {
          expect((error as Error).message).toBe('cut');
        }
      }
      const told = at.ctx.events.list('payout', 'x');
      expect(told[0]?.state ?? 'draft').toBe(at.stored().state);
      expect(told.length).toBe(at.ctx.audit.head().count);
      expect(at.ctx.audit.verify().ok).toBe(true);
    }), { numRuns: 60 });
  });

  it('that loses sight of an attempt notes it in the journal too, or nowhere', async () => {
    const at = rig();
    const attempt = await at.written();
    const before = contents(at);
    const broken = failing(at.ctx.store);
    const ctx = cutContext(at, broken.db);
    for (let cut = 0; ; cut += 1) {
      Object.assign(broken, { cutAt: cut, count: 0 });
      try {
        ctx.store.transaction(() => loseSight(ctx, attempt, 'no answer'));
        break;
      } catch {
        expect(contents(at)).toBe(before);
      }
    }
    expect([at.stored().state, at.ctx.attempts.events(attempt.id).map(({ kind }) => kind)]).toEqual(['unknown', ['lost']]);
  });
});

/** The row, the story's last entry and the audit log's last row say the same. */
function expectAgreed(at: Rig, event: PayoutEvent, state: PayoutState): void {
  expect(at.stored().state).toBe(state);
  expect(at.ctx.events.list('payout', 'x')[0]).toMatchObject({ state, what: `It was ${event}` });
  const audited = at.ctx.store.all<{ what: string; detail: string }>('SELECT what, detail FROM audit ORDER BY number DESC LIMIT 1');
  expect([audited[0]?.what, JSON.parse(audited[0]?.detail ?? '{}')]).toEqual([`payout.${event}`, expect.objectContaining({ state, event })]);
  expect(at.ctx.audit.verify().ok).toBe(true);
  expect(at.ctx.kept.get('beside')?.value).toBe(1);
}
