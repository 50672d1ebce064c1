import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { eventsOf } from '../../../main/payouts/machine.ts';
import { decidedRequest, get, interacDraft, openDesk, type TestDesk } from './desk.ts';
import { offline, type SendFate } from './fake-provider.ts';
import { settle } from './fake-time.ts';

const minute = 60_000;
const acts = ['save', 'ready', 'price', 'send', 'send', 'send', 'takeBack', 'change', 'look', 'check', 'sendAgain', 'sendAgain', 'clone', 'discard', 'notReceived', 'received'] as const;

// The dark cases come up more often than in life: arrived without an answer, and not to be found for long.
const fate = fc.constantFrom<SendFate>('accept', 'refuse', 'refuse', 'lost-before', 'lost-after', 'lost-after', 'lost-after', 'never', 'never-after');
const hiddenFor = fc.constantFrom(0, 5 * minute, 40 * minute, 40 * minute);

/** One thing that happens: a person acts on the nth payout, the world moves, or the process dies. */
const happening = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('act' as const), act: fc.constantFrom(...acts), nth: fc.nat(3), twice: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(0, 1000, 5000, 2 * minute, 11 * minute, 31 * minute, 180 * minute) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jump' as const), ms: fc.constantFrom(-60 * minute, -minute, minute, 15 * minute) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lock' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('network' as const), up: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fate' as const), fate, hiddenFor }) },
  // Whole stretches, so that walks get deep: a payout leaves, a person decides about it, the process dies while sending.
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('leave' as const), nth: fc.nat(2), fate, hiddenFor }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('decide' as const), nth: fc.nat(2), fate, hiddenFor }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), nth: fc.nat(3), fate: fc.constantFrom<SendFate>('never', 'never-after'), hiddenFor }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom('successful' as const, 'failed' as const, 'other' as const), nth: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer' as const) }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** The world a walk goes through: every payout ever made, by id. */
type World = { readonly test: TestDesk; readonly made: string[]; readonly discarded: Set<string>; locked: boolean };

async function pick(world: World, nth: number): Promise<Payout | null> {
  const ids = world.made.filter((id) => !world.discarded.has(id));
  const id = ids[nth % Math.max(1, ids.length)];
  return id === undefined ? null : get(world.test, id);
}

async function act(world: World, name: (typeof acts)[number], nth: number): Promise<void> {
  const payout = await pick(world, nth);
  return name === 'save' || payout === null ? start(world) : actOn(world, name, payout);
}

async function start({ test, made }: World): Promise<void> {
  const amount = 10_000 + made.length * 100;
  const saved = await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: { ...interacDraft, amountMinor: amount, amountText: String(amount / 100) } });
  if (saved.ok) made.push(saved.value.id);
}

async function actOn(world: World, name: Exclude<(typeof acts)[number], 'save'>, payout: Payout): Promise<void> {
  const { handlers } = world.test.desk();
  const { id, revision } = payout;
  const told = { id, who: 'Ada', said: 'what the provider said' };
  // A person who says falsely that it never arrived is outside the promise, so this one only says it when it is true.
  const arrived = world.test.provider.ledger.has(payout.sent?.merchantReference ?? '');
  const moves = {
    send: async () => payout.price !== null && handlers['payouts.send'](await decidedRequest(world.test, payout)),
    ready: () => handlers['payouts.ready']({ id, revision }),
    sendAgain: () => handlers['payouts.sendAgain']({ id, reason: 'a reason long enough', code: null }),
    notReceived: async () => !arrived && handlers['payouts.recordAnswer']({ ...told, outcome: 'not-received' }),
    received: () => handlers['payouts.recordAnswer']({ ...told, outcome: 'received' }),
  };
  if (name in moves) return void await moves[name as keyof typeof moves]();
  const answer = await handlers[`payouts.${name as Exclude<typeof name, keyof typeof moves>}`]({ id });
  if (name === 'clone' && answer.ok) world.made.push((answer.value as Payout).id);
  if (name === 'discard' && answer.ok) world.discarded.add(id);
}

async function happen(world: World, event: Happening): Promise<void> {
  const { test } = world;
  if (event.kind === 'act') {
    const once = () => act(world, event.act, event.nth);
    // Nothing here may wait for a provider that never answers, so the action is only given the chance to go on.
    void Promise.all(event.twice && event.act !== 'save' && event.act !== 'clone' ? [once(), once()] : [once()]);
    return settle();
  }
  if (event.kind === 'leave' || event.kind === 'decide' || event.kind === 'cut') return stretch(world, event);
  if (event.kind === 'wait') return test.time.advance(event.ms);
  move(world, event);
  await settle();
}

/** What happens around the person. */
function move(world: World, event: Happening): void {
  const { test } = world;
  if (event.kind === 'jump') test.time.jump(event.ms);
  if (event.kind === 'network') test.provider.outage = event.up ? null : offline;
  if (event.kind === 'answer') test.provider.answer({ kind: 'unknown', cause: 'no answer in time' });
  if (event.kind === 'crash') crash(world);
  if (event.kind === 'lock') lock(world);
  if (event.kind === 'fate') {
    test.provider.fates = [event.fate];
    test.provider.hiddenFor = event.hiddenFor;
  }
  if (event.kind === 'status') test.provider.setStatus([...test.provider.ledger.keys()][event.nth] ?? '', event.status);
}

async function stretch(world: World, { kind, nth, fate: next, hiddenFor: hidden }: Extract<Happening, { kind: 'leave' | 'decide' | 'cut' }>): Promise<void> {
  const { test } = world;
  const steps = kind === 'decide' ? ['sendAgain'] as const : ['ready', 'price', 'send'] as const;
  if (kind === 'decide') await test.time.advance(11 * minute);
  test.provider.fates = [next];
  test.provider.hiddenFor = hidden;
  for (const step of steps) await happen(world, { kind: 'act', act: step, nth, twice: false });
  if (kind !== 'decide') await test.time.advance(5000);
  if (kind === 'cut') crash(world);
}

/** The old process is gone: what it still waited for never comes. */
function crash(world: World): void {
  world.test.crash();
  world.locked = false;
}

function lock(world: World): void {
  if (world.locked) world.test.desk().resume();
  else world.test.desk().pause();
  world.locked = !world.locked;
}

/** What must hold at every moment, judged by the provider's ledger and the file. */
async function judge(world: World): Promise<void> {
  const { test } = world;
  const attempts = test.db().all<{ payout_id: string; merchant_reference: string; body: Buffer; body_sha256: string }>('SELECT * FROM payout_attempts');
  const stored = new Map(attempts.map((row) => [row.body.toString('utf8'), row]));
  for (const row of attempts) expect(createHash('sha256').update(row.body).digest('hex')).toBe(row.body_sha256);
  for (const body of test.provider.bodies) expect(stored.has(body), 'every byte sent was stored before').toBe(true);
  const arrivals = new Map<string, number>();
  for (const { body } of test.provider.ledger.values()) {
    const intent = stored.get(body)?.payout_id ?? 'nobody';
    arrivals.set(intent, (arrivals.get(intent) ?? 0) + 1);
  }
  for (const [intent, times] of arrivals) expect(times, `${intent} arrived once`).toBe(1);
  for (const id of world.made.filter((made) => !world.discarded.has(made))) await judgeOne(world, id, arrivals.has(id));
}

async function judgeOne({ test }: World, id: string, arrived: boolean): Promise<void> {
  const payout = await get(test, id);
  expect(eventsOf(payout.state).length, `${payout.state} has a way on`).toBeGreaterThan(0);
  if (arrived) expect(['sending', 'unknown', 'accepted', 'processing', 'completed', 'failed', 'returned'], 'what arrived is never shown as not sent').toContain(payout.state);
  if (['accepted', 'processing', 'completed', 'failed', 'returned'].includes(payout.state)) expect(arrived, `${payout.state} is in the ledger`).toBe(true);
}

describe('whatever happens', () => {
  it('each payout arrives at most once, none is lost, and what is shown is true', async () => {
    await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 45 }), async (events) => {
      const test = openDesk();
      const world: World = { test, made: [], discarded: new Set(), locked: false };
      try {
        for (const act of ['save', 'ready', 'price', 'send'] as const) await happen(world, { kind: 'act', act, nth: 0, twice: false });
        for (const event of events) {
          await happen(world, event);
          await judge(world);
        }
        await calm(world);
      } finally {
        test.close();
      }
    }), { numRuns: 80 });
  }, 120_000);
});

/** When the network is back and time passes, nothing stays in between and the audit chain holds. */
async function calm(world: World): Promise<void> {
  const { test } = world;
  crash(world);
  test.provider.outage = null;
  test.provider.hiddenFor = 0;
  await test.time.advance(26 * 60 * minute);
  await judge(world);
  for (const id of world.made.filter((made) => !world.discarded.has(made))) {
    const payout = await get(test, id);
    expect(['queued', 'sending']).not.toContain(payout.state);
    const arrived = test.provider.ledger.has(payout.sent?.merchantReference ?? '');
    if (payout.state === 'unknown') expect(arrived, 'what arrived has been found').toBe(false);
  }
}
