import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CurrencyLimits } from '../../../preload/contract/limits.ts';
import type { PayoutState } from '../../../preload/contract/payouts.ts';
import { checkLimits, getLimits, saveLimits } from '../../../main/payouts/limits.ts';
import { limitTime } from '../../../main/payouts/limit-time.ts';
import { newPayoutRecord, type PayoutRecord } from '../../../main/store/payout-record.ts';
import { accountKey } from '../../../main/store/account-key.ts';
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

  it('go by the provider’s clock where it tells: one set forward frees no day and ends no cooling time', () => {
    let ahead = 0;
    const { ctx, time } = rig({ providerTime: () => time.clock() - ahead });
    createLimits(ctx.store, 'p').replace([{ ...none, perDay: 20_000, first: 10_000, coolingHours: 48 }]);
    const released = (email: string, minor: number) => trySending({ ctx } as Rig, [], { minor, account: email });
    expect(released('a', 10_000)).toBe(true);
    time.jump(10 * 24 * hour);
    ahead = 10 * 24 * hour;
    expect(released('a', 1)).toBe(false);
    expect(released('b', 10_000)).toBe(true);
    expect(released('c', 1)).toBe(false);
    ahead = 8 * 24 * hour;
    expect(released('a', 20_000)).toBe(true);
  });

  it('count days of the zone in which they were saved, also when the computer goes elsewhere, until somebody saves again', () => {
    let zone = 'Europe/Lisbon';
    const { ctx, time } = rig({ zone: () => zone });
    const savedFor = () => expectOk(saveLimits(ctx, { limits: [{ ...none, perDay: 20_000 }], reason: 'What the board decided' }));
    const released = (email: string, minor: number) => trySending({ ctx } as Rig, [], { minor, account: email });
    savedFor();
    expect(released('a', 20_000)).toBe(true);
    zone = 'Pacific/Kiritimati';
    time.jump(6 * hour);
    expect(released('b', 1)).toBe(false);
    expect(expectOk(getLimits(ctx))).toMatchObject({ zone: 'Europe/Lisbon', zoneHere: 'Pacific/Kiritimati', ahead: null });
    savedFor();
    expect(ctx.store.get<{ detail: string }>("SELECT detail FROM audit WHERE what = 'limits.zone'")?.detail).toContain('"before":"Europe/Lisbon"');
    expect(expectOk(getLimits(ctx)).zone).toBe('Pacific/Kiritimati');
  });

  it('take the same number at another bank for a new account', () => {
    expect(accountKey({ accountNumber: '12345', bic: 'DEUTDEFF' })).not.toBe(accountKey({ accountNumber: '12345', bic: 'COBADEFF' }));
    expect(accountKey({ accountNumber: '12345', bic: 'DEUTDEFFXXX' })).toBe(accountKey({ accountNumber: '12345', bic: 'DEUTDEFF', bankId: '' }));
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
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), nth: fc.nat(20), minor: fc.integer({ min: 0, max: 700 }), account: fc.constantFrom('a', 'b', 'd') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock' as const), hours: fc.integer({ min: -60, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('zone' as const), name: fc.constantFrom('Pacific/Kiritimati', 'Europe/Lisbon', 'Pacific/Pago_Pago') }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What was released, as the test itself counts: when by a clock that never goes back. */
type Sent = { readonly id: string; readonly minor: number; readonly account: string; readonly at: number; over: boolean };

function walk(world: Rig, steps: readonly Step[], goTo: (zone: string) => void, check: (sent: readonly Sent[]) => void): void {
  const sent: Sent[] = [];
  for (const each of steps) {
    const nth = 'nth' in each ? sent[each.nth % Math.max(1, sent.length)] : undefined;
    if (each.kind === 'clock') world.time.jump(each.hours * hour);
    if (each.kind === 'zone') goTo(each.name);
    if (each.kind === 'becomes') become(world, nth, each.state);
    if (each.kind === 'again') sendEdited(world, sent, nth, each);
    if (each.kind === 'send') trySending(world, sent, each);
    check(sent.filter((one) => !one.over));
  }
}

/** What ended stays ended here: a provider that takes its word back is not the limits' doing. */
function become({ ctx }: Rig, one: Sent | undefined, state: PayoutState): void {
  const record = one === undefined || one.over ? null : ctx.rows.get(one.id);
  if (one === undefined || record === null) return;
  ctx.rows.update({ ...record, state }, record.state);
  one.over = over.includes(state);
}

/** A payout that was taken back is edited and sent again. */
function sendEdited({ ctx }: Rig, sent: Sent[], one: Sent | undefined, { minor, account }: Asked): void {
  const record = one === undefined ? null : ctx.rows.get(one.id);
  if (record?.state !== 'ready') return;
  const edited = { ...record, draft: { ...to(`${account}@roy.example.com`, minor), customerId: record.id } };
  ctx.rows.update({ ...record, state: 'draft' }, 'ready');
  ctx.rows.update({ ...edited, state: 'draft' }, 'draft');
  ctx.rows.update(edited, 'draft');
  releaseInside(ctx, sent, edited, { minor, account });
}

type Asked = { readonly minor: number; readonly account: string };

function trySending({ ctx }: Rig, sent: Sent[], { minor, account }: Asked): boolean {
  const id = `payout-${sent.length}-${ctx.ids()}`;
  // Each for a customer of its own: two of the same would not both be on their way.
  const draft = { ...to(`${account}@roy.example.com`, minor), customerId: id };
  const record: PayoutRecord = { ...newPayoutRecord(id, draft, '', ctx.clock()), state: 'ready' };
  ctx.rows.insert(record);
  return releaseInside(ctx, sent, record, { minor, account });
}

function releaseInside(ctx: Rig['ctx'], sent: Sent[], record: PayoutRecord, { minor, account }: Asked): boolean {
  const { id } = record;
  if (!checkLimits(ctx, record).ok) return false;
  const at = limitTime(ctx);
  ctx.rows.update({ ...record, state: 'queued', releasedAt: at }, 'ready');
  sent.push({ id, minor, account, at, over: false });
  return true;
}

const sum = (sent: readonly Sent[]) => sent.reduce((total, { minor }) => total + minor, 0);
// Half past five ahead: no zone that the walk goes to.
const dayOf = (at: number) => Math.floor((at + 5.5 * hour) / (24 * hour));

it('never let a sequence of sends go over a limit, whatever becomes of them and wherever the clock or the zone is set', () => {
  const limits: CurrencyLimits = { currency: 'GBP', perPayout: 500, perDay: 1_200, perPayee: 800, first: 600, coolingHours: 30 };
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    let zone = 'Asia/Kolkata';
    const world = rig({ zone: () => zone });
    expectOk(saveLimits(world.ctx, { limits: [limits], reason: 'What the board decided' }));
    let latest = 0;
    walk(world, steps, (name) => { zone = name; }, (sent) => {
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
