import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CurrencyLimits } from '../../../preload/contract/limits.ts';
import type { PayoutState } from '../../../preload/contract/payouts.ts';
import { checkLimits } from '../../../main/payouts/limits.ts';
import { limitTime } from '../../../main/payouts/limit-time.ts';
import { newPayoutRecord, type PayoutRecord } from '../../../main/store/payout-record.ts';
import { createLimits } from '../../../main/store/limits.ts';
import { codeOf, decidedRequest, expectOk, get, interacDraft, openDesk, readyPayout, sentPayout, type TestDesk } from './desk.ts';
import { rig, type Rig } from './rig.ts';

const hour = 3_600_000;
const none: CurrencyLimits = { currency: 'GBP', perPayout: null, perDay: null, perPayee: null, first: null, coolingHours: 24 };
const to = (email: string, amountMinor: number) => ({ ...interacDraft, details: { ...interacDraft.details, email }, amountMinor, amountText: (amountMinor / 100).toFixed(2) });

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => { test.close(); });
const save = (...limits: readonly CurrencyLimits[]) => test.desk().handlers['limits.save']({ limits: [...limits], reason: 'What the board decided' });
const release = async (id: string) => test.desk().handlers['payouts.send'](await decidedRequest(test, await get(test, id)));
const trySend = async (email: string, minor: number) => release((await readyPayout(test, to(email, minor))).id);

describe('limits', () => {
  it('stop a payout over each of them, naming limit, used and asked', async () => {
    expectOk(await save({ ...none, perPayout: 20_000, perDay: 30_000, perPayee: 25_000, first: 20_000 }));
    expect(codeOf(await trySend('a@roy.example.com', 20_000))).toBe('ok');
    const stopped = await trySend('a@roy.example.com', 20_001);
    expect(stopped).toMatchObject({ ok: false, error: { code: 'over-limit', fields: [{ path: 'limits.payout' }, { path: 'limits.day' }, { path: 'limits.payee' }, { path: 'limits.first' }] } });
    expect(stopped.ok ? '' : stopped.error.fields?.[1]?.message).toMatch(/^Per day: at most 300\.00 GBP, 200\.00 GBP used, this payout takes 200\.01 GBP\. Free again from .*00:00\.$/);
    expect(codeOf(await trySend('b@roy.example.com', 10_000))).toBe('ok');
    expect(codeOf(await trySend('c@roy.example.com', 1))).toBe('over-limit');
  });

  it('show how they stand for a payout before it goes', async () => {
    expectOk(await save({ ...none, perDay: 30_000, first: 10_000 }));
    await sentPayout(test, to('a@roy.example.com', 10_000));
    const ready = await readyPayout(test, to('a@roy.example.com', 25_000));
    const lines = expectOk(await test.desk().handlers['payouts.limits']({ id: ready.id }));
    expect(lines.map(({ kind, used, over }) => [kind, used.minor, over])).toEqual([['day', 10_000, true], ['first', 10_000, true]]);
    expect(lines[1]?.until).toBe((await firstRelease()) + 24 * hour);
    expect(expectOk(await test.desk().handlers['limits.get']({})).today).toEqual([{ minor: 10_000, currency: 'GBP' }]);
  });
  const firstRelease = async () => test.db().get<{ at: number }>('SELECT min(released_at) AS at FROM payouts')?.at ?? 0;

  it('free a new account after its cooling time, and hold a changed one', async () => {
    expectOk(await save({ ...none, first: 10_000, coolingHours: 48 }));
    await sentPayout(test, to('a@roy.example.com', 8_000));
    expect(codeOf(await trySend('a@roy.example.com', 2_001))).toBe('over-limit');
    test.time.jump(48 * hour);
    expect(codeOf(await trySend('a@roy.example.com', 50_000))).toBe('ok');
    expect(codeOf(await trySend('changed@roy.example.com', 10_001))).toBe('over-limit');
  });

  it('count nothing that was taken back or refused, and what is unknown', async () => {
    expectOk(await save({ ...none, perDay: 20_000 }));
    const queued = expectOk(await trySend('a@roy.example.com', 20_000));
    expectOk(await test.desk().handlers['payouts.takeBack']({ id: queued.id }));
    test.provider.fates = ['refuse', 'lost-before'];
    expect((await sentPayout(test, to('b@roy.example.com', 20_000))).state).toBe('refused');
    expect((await sentPayout(test, to('c@roy.example.com', 20_000))).state).toBe('unknown');
    expect(codeOf(await release(queued.id))).toBe('over-limit');
  });

  it('let only one of two windows take what is left', async () => {
    expectOk(await save({ ...none, perDay: 30_000 }));
    const [one, two] = [await readyPayout(test, to('a@roy.example.com', 20_000)), await readyPayout(test, to('b@roy.example.com', 20_000))];
    const codes = (await Promise.all([await decidedRequest(test, one), await decidedRequest(test, two)].map((request) => test.desk().handlers['payouts.send'](request)))).map(codeOf);
    expect(codes.toSorted()).toEqual(['ok', 'over-limit']);
  });

  it('free no day for a clock that is set back, until somebody says that it is right now', async () => {
    expectOk(await save({ ...none, perDay: 20_000 }));
    expect(codeOf(await trySend('a@roy.example.com', 20_000))).toBe('ok');
    test.time.jump(-30 * hour);
    const stopped = await trySend('b@roy.example.com', 1);
    expect(stopped).toMatchObject({ error: { code: 'over-limit', fix: expect.stringContaining('set back') } });
    expectOk(await save({ ...none, perDay: 20_000 }));
    expect(codeOf(await trySend('b@roy.example.com', 1))).toBe('ok');
    expect(audited('limits.clock')).toHaveLength(1);
  });

  it('are changed with a reason, one row in the audit log for each', async () => {
    expectOk(await save({ ...none, perDay: 30_000 }));
    expectOk(await save({ ...none, perDay: 50_000, perPayout: 10_000 }, { ...none, currency: 'USD', first: 0 }));
    expectOk(await save());
    const reason = 'What the board decided';
    expect(audited('limits.change').slice(1, 5)).toEqual([
      { currency: 'GBP', limit: 'coolingHours', before: null, after: 24, reason },
      { currency: 'GBP', limit: 'perPayout', before: null, after: 10_000, reason }, { currency: 'GBP', limit: 'perDay', before: 30_000, after: 50_000, reason },
      { currency: 'USD', limit: 'first', before: null, after: 0, reason },
    ]);
    expect(expectOk(await test.desk().handlers['limits.get']({})).limits).toEqual([]);
    expect(codeOf(await save(none, none))).toBe('validation');
  });
  const audited = (what: string) => test.db().all<{ detail: string }>("SELECT detail FROM audit WHERE what = ? AND subject_kind = 'profile' ORDER BY number", [what]).map(({ detail }) => JSON.parse(detail) as unknown);
});

// Every state that a released payout can be in without the money being known to stay or to be back.
const moving: readonly PayoutState[] = ['queued', 'sending', 'unknown', 'accepted', 'awaiting_deposit', 'deposit_expired', 'processing', 'completed'];
const over: readonly PayoutState[] = ['ready', 'refused', 'failed', 'returned'];
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), minor: fc.integer({ min: 0, max: 700 }), account: fc.constantFrom('a', 'b', 'c') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('becomes' as const), nth: fc.nat(20), state: fc.constantFrom(...moving, ...over) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock' as const), hours: fc.integer({ min: -60, max: 60 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What was released, as the test itself counts: when by a clock that never goes back. */
type Sent = { readonly id: string; readonly minor: number; readonly account: string; readonly at: number };

function walk(world: Rig, steps: readonly Step[], check: (sent: readonly Sent[]) => void): void {
  const sent: Sent[] = [];
  let ended = new Set<string>();
  for (const each of steps) {
    if (each.kind === 'clock') world.time.jump(each.hours * hour);
    if (each.kind === 'becomes') ended = become(world, sent[each.nth % Math.max(1, sent.length)], each.state, ended);
    if (each.kind === 'send') trySending(world, sent, each);
    check(sent.filter(({ id }) => !ended.has(id)));
  }
}

/** What ended stays ended here: a provider that takes its word back is not the limits' doing. */
function become({ ctx }: Rig, one: Sent | undefined, state: PayoutState, ended: ReadonlySet<string>): Set<string> {
  const record = one === undefined || ended.has(one.id) ? null : ctx.rows.get(one.id);
  if (record === null) return new Set(ended);
  ctx.rows.update({ ...record, state }, record.state);
  return new Set(over.includes(state) ? [...ended, record.id] : ended);
}

function trySending({ ctx }: Rig, sent: Sent[], { minor, account }: { minor: number; account: string }): void {
  const id = `payout-${sent.length}-${ctx.ids()}`;
  // Each for a customer of its own: two of the same would not both be on their way.
  const draft = { ...to(`${account}@roy.example.com`, minor), customerId: id };
  const record: PayoutRecord = { ...newPayoutRecord(id, draft, '', ctx.clock()), state: 'ready' };
  ctx.rows.insert(record);
  if (!checkLimits(ctx, record).ok) return;
  const at = limitTime(ctx);
  ctx.rows.update({ ...record, state: 'queued', releasedAt: at }, 'ready');
  sent.push({ id, minor, account, at });
}

const sum = (sent: readonly Sent[]) => sent.reduce((total, { minor }) => total + minor, 0);
const dayOf = (at: number) => new Date(at).toDateString();

it('never let a sequence of sends go over a limit, whatever becomes of them and wherever the clock is set', () => {
  const limits: CurrencyLimits = { currency: 'GBP', perPayout: 500, perDay: 1_200, perPayee: 800, first: 600, coolingHours: 30 };
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    const world = rig();
    createLimits(world.ctx.store, 'p').replace([limits]);
    let latest = 0;
    walk(world, steps, (sent) => {
      for (const one of sent) {
        expect(one.minor).toBeLessThanOrEqual(500);
        expect(sum(sent.filter(({ at }) => dayOf(at) === dayOf(one.at)))).toBeLessThanOrEqual(1_200);
        const same = sent.filter(({ account }) => account === one.account);
        expect(sum(same.filter(({ at }) => dayOf(at) === dayOf(one.at)))).toBeLessThanOrEqual(800);
        const first = Math.min(...same.map(({ at }) => at));
        expect(sum(same.filter(({ at }) => at < first + 30 * hour))).toBeLessThanOrEqual(600);
      }
      expect(limitTime(world.ctx)).toBeGreaterThanOrEqual(latest);
      latest = sent.at(-1)?.at ?? latest;
    });
    world.ctx.store.close();
  }), { numRuns: 60 });
});
