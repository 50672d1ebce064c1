import { onTestFinished } from 'vitest';
import { createContext, type Context } from '../../../main/payouts/context.ts';
import { expectOk, writeAttempt } from '../../../main/payouts/journal.ts';
import { createLane } from '../../../main/payouts/lanes.ts';
import type { BlaaizLaneDeps, PayoutDeps } from '../../../main/payouts/ports.ts';
import type { Attempt } from '../../../main/store/attempts.ts';
import type { PayoutRecord } from '../../../main/store/payout-record.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { ok } from '../../../preload/contract/result.ts';
import { countingIds, memoryStore } from '../store/open.ts';
import { interacDraft } from './desk.ts';
import { fakeProvider, type FakeProvider } from './fake-provider.ts';
import { fakeTime, type FakeTime } from './fake-time.ts';
import { memoryBlobs } from './kira/memory-blobs.ts';

/** A payout context without a desk around it: single steps can be looked at. */
export type Rig = {
  readonly ctx: Context;
  readonly time: FakeTime;
  readonly provider: FakeProvider;
  /** What was logged, as `what: error`. */
  readonly logged: string[];
  /** How often the alarm was asked to be set. */
  readonly planned: () => number;
  /** Puts a payout of 250.00 GBP to CAD in the store. */
  put(change?: Partial<PayoutRecord>): PayoutRecord;
  /** The payout as stored now. */
  stored(id?: string): PayoutRecord;
  /** What the story says, newest first. */
  story(id?: string): readonly string[];
  /** Puts a queued payout in the store and writes its attempt down: it is in sending. */
  written(change?: Partial<PayoutRecord>): Promise<Attempt>;
};

/** Makes a {@link Rig} that is running, over an in-memory store. */
export function rig({ provider: link, customers, blobs, ...change }: Partial<Omit<PayoutDeps, 'lane'> & Omit<BlaaizLaneDeps, 'id'>> = {}): Rig {
  const time = fakeTime();
  const provider = fakeProvider(time.clock);
  const store = memoryStore(time.clock());
  const logged: string[] = [];
  let plans = 0;
  const lane: BlaaizLaneDeps = {
    id: 'blaaiz', provider: link ?? (() => provider),
    customers: customers ?? { standing: () => ({ remoteId: 'rc-1', state: 'verified', extraChecks: false, name: 'Northgate Studio' }), refresh: () => Promise.resolve(ok(null)) },
    blobs: blobs ?? memoryBlobs(),
  };
  const ctx = createContext({
    store, profileId: 'p', lane, clock: time.clock, timers: time.timers, ids: countingIds(), actor: () => 'Femke Osei',
    preferences: () => ({ takeBackSeconds: 5, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }), notify: () => undefined, log: (_what, { what, error }) => { logged.push(`${what}: ${error}`); },
    ...change,
  }, createLane(lane), () => { plans += 1; });
  ctx.status.running = true;
  onTestFinished(() => { if (store.isOpen) store.close(); });
  const stored = (id = 'x') => {
    const record = ctx.rows.get(id);
    if (record === null) throw new Error(`No payout ${id}`);
    return record;
  };
  const put = (patch: Partial<PayoutRecord> = {}) => {
    const record = { ...newPayoutRecord('x', interacDraft, 'Northgate Studio', time.clock()), ...patch };
    ctx.rows.insert(record);
    return record;
  };
  return {
    ctx, time, provider, logged, stored, put, planned: () => plans,
    written: async (patch = {}) => expectOk(writeAttempt(ctx, expectOk(await ctx.lane.prepare(ctx, put({ state: 'queued', leavesAt: time.clock(), ...patch }))))),
    story: (id = 'x') => ctx.events.list('payout', id).map(({ what }) => what),
  };
}
