import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { eventsOf } from '../../../main/payouts/machine.ts';
import { expectAgreement, expectChain } from './agreement.ts';
import { decidedRequest, get, interacDraft, openDesk, type TestDesk } from './desk.ts';
import { offline, type SendFate } from './fake-provider.ts';
import { settle } from './fake-time.ts';
import { unlessDead } from './mortal.ts';

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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wrong' as const), on: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('die' as const), nth: fc.nat(3), after: fc.nat(60), fate, act: fc.constantFrom('send', 'sendAgain', 'look', 'ready', 'clone') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('relive' as const), nth: fc.nat(3), fate, hiddenFor }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('backUp' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), nth: fc.nat(3) }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** The world a walk goes through: every payout ever made, by id. */
type World = {
  readonly test: TestDesk; readonly made: string[]; readonly discarded: Set<string>; locked: boolean;
  /** Backups that may be restored, and whether one was. */
  readonly copies: string[]; restored: boolean;
  /** The payout of every body that was ever stored, in this file or in one that was restored over. */
  readonly stored: Map<string, string>;
};

/** The payouts that are in the file as it is now; none is ever missing that was not thrown away or made after the backup. */
function alive({ test, made, discarded, restored }: World): string[] {
  const there = new Set(test.db().all<{ id: string }>('SELECT id FROM payouts').map(({ id }) => id));
  if (!restored) expect(made.filter((id) => !discarded.has(id) && !there.has(id)), 'none is lost').toEqual([]);
  return made.filter((id) => there.has(id));
}

async function pick(world: World, nth: number): Promise<Payout | null> {
  const ids = alive(world);
  const id = ids[nth % Math.max(1, ids.length)];
  return id === undefined ? null : get(world.test, id);
}

async function act(world: World, name: (typeof acts)[number], nth: number): Promise<void> {
  const payout = await pick(world, nth);
  return name === 'save' || payout === null ? start(world) : actOn(world, name, payout);
}

async function start({ test, made }: World): Promise<void> {
  // Now and then the very same payout again, which must not be on its way beside its twin.
  const amount = 10_000 + Math.floor(made.length / 2) * 700;
  const saved = await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: { ...interacDraft, amountMinor: amount, amountText: String(amount / 100) } });
  if (saved.ok) made.push(saved.value.id);
}

/** A copy made again after a restore is the same copy. */
function note({ made, discarded }: World, id: string): void {
  if (!made.includes(id)) made.push(id);
  discarded.delete(id);
}

/** How often each payout arrived, by the provider's ledger. */
function arrivals({ test, stored }: World): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { body } of test.provider.ledger.values()) {
    const intent = stored.get(body) ?? 'nobody';
    times.set(intent, (times.get(intent) ?? 0) + 1);
  }
  return times;
}

async function actOn(world: World, name: Exclude<(typeof acts)[number], 'save'>, payout: Payout): Promise<void> {
  const { handlers } = world.test.desk();
  const { id, revision } = payout;
  const told = { id, who: 'Ada', said: 'what the provider said' };
  // A person who says falsely that it never arrived is outside the promise, so this one only says it when it is true.
  const arrived = arrivals(world).has(id);
  const moves = {
    send: async () => payout.price !== null && handlers['payouts.send'](await decidedRequest(world.test, payout)),
    ready: () => handlers['payouts.ready']({ id, revision }),
    sendAgain: () => handlers['payouts.sendAgain']({ id, reason: 'a reason long enough', code: null }),
    notReceived: async () => !arrived && handlers['payouts.recordAnswer']({ ...told, outcome: 'not-received' }),
    received: () => handlers['payouts.recordAnswer']({ ...told, outcome: 'received' }),
  };
  if (name in moves) return void await moves[name as keyof typeof moves]();
  const answer = await handlers[`payouts.${name as Exclude<typeof name, keyof typeof moves>}`]({ id });
  if (name === 'clone' && answer.ok) note(world, (answer.value as Payout).id);
  if (name === 'discard' && answer.ok) world.discarded.add(id);
}

async function happen(world: World, event: Happening): Promise<void> {
  const { test } = world;
  if (event.kind === 'act') {
    const once = () => act(world, event.act, event.nth);
    // Nothing here may wait for a provider that never answers, so the action is only given the chance to go on.
    void unlessDead(Promise.all(event.twice && event.act !== 'save' && event.act !== 'clone' ? [once(), once()] : [once()]));
    return settle();
  }
  if (event.kind === 'leave' || event.kind === 'decide' || event.kind === 'cut') return stretch(world, event);
  if (event.kind === 'die') return die(world, event);
  if (event.kind === 'relive') return relive(world, event);
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
  if (event.kind === 'wrong') test.provider.wrong = event.on;
  if (event.kind === 'crash') crash(world);
  if (event.kind === 'backUp') world.copies.push(test.backUp());
  if (event.kind === 'restore') restore(world, event.nth);
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

/** The process dies in the middle of something, at a statement that nobody chose. */
async function die(world: World, { nth, after, fate: next, act: name }: Extract<Happening, { kind: 'die' }>): Promise<void> {
  world.test.provider.fates = [next];
  world.test.dieAfter(after);
  await happen(world, { kind: 'act', act: name, nth, twice: false });
  await world.test.time.advance(5000);
  remember(world);
  crash(world);
}

/** A payout leaves after a backup was made, the backup is restored, and a person goes on as if it had not left. */
async function relive(world: World, { nth, fate: next, hiddenFor: hidden }: Extract<Happening, { kind: 'relive' }>): Promise<void> {
  const { test } = world;
  for (const name of ['ready', 'price'] as const) await happen(world, { kind: 'act', act: name, nth, twice: false });
  world.copies.push(test.backUp());
  await stretch(world, { kind: 'leave', nth, fate: next, hiddenFor: hidden });
  restore(world, world.copies.length - 1);
  await test.time.advance(11 * minute);
  await stretch(world, { kind: 'leave', nth, fate: 'accept', hiddenFor: hidden });
}

/** An older copy takes the file's place: what happened since is known to the provider alone. */
function restore(world: World, nth: number): void {
  const copy = world.copies[nth % Math.max(1, world.copies.length)];
  if (copy === undefined) return;
  remember(world);
  world.test.restore(copy);
  world.locked = false;
  world.restored = true;
}

/** Keeps what was stored, for judging what was sent when the file is another. */
function remember({ test, stored }: World): void {
  for (const { payout_id: id, body } of test.db().all<{ payout_id: string; body: Buffer }>('SELECT payout_id, body FROM payout_attempts')) stored.set(body.toString('utf8'), id);
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
  const { test, stored } = world;
  remember(world);
  expectAgreement(test.db());
  for (const body of test.provider.bodies) expect(stored.has(body), 'every byte sent was stored before').toBe(true);
  const arrived = arrivals(world);
  for (const [intent, times] of arrived) expect(times, `${intent} arrived once`).toBe(1);
  for (const id of alive(world)) await judgeOne(world, id, arrived.has(id));
}

async function judgeOne({ test, restored }: World, id: string, arrived: boolean): Promise<void> {
  const payout = await get(test, id);
  expect(eventsOf(payout.state).length, `${payout.state} has a way on`).toBeGreaterThan(0);
  // What a backup doesn't know and the provider doesn't tell yet is shown as not sent, and yet can't be sent twice.
  if (arrived && !restored) expect(['sending', 'unknown', 'accepted', 'processing', 'completed', 'failed', 'returned'], 'what arrived is never shown as not sent').toContain(payout.state);
  if (['accepted', 'processing', 'completed', 'failed', 'returned'].includes(payout.state)) expect(arrived, `${payout.state} is in the ledger`).toBe(true);
}

describe('whatever happens', () => {
  it('each payout arrives at most once, none is lost, and what is shown is true', async () => {
    await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 45 }), async (events) => {
      const test = openDesk();
      const world: World = { test, made: [], discarded: new Set(), locked: false, copies: [], restored: false, stored: new Map() };
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
  }, 300_000);
});

/** When the network is back and time passes, nothing stays in between and the audit chain holds. */
async function calm(world: World): Promise<void> {
  const { test } = world;
  crash(world);
  test.provider.outage = null;
  test.provider.hiddenFor = 0;
  test.provider.wrong = false;
  await test.time.advance(26 * 60 * minute);
  await judge(world);
  expectChain(test.db());
  for (const id of alive(world)) {
    const payout = await get(test, id);
    expect(['queued', 'sending']).not.toContain(payout.state);
    const arrived = arrivals(world).has(id);
    if (payout.state === 'unknown') expect(arrived, 'what arrived has been found').toBe(false);
  }
}
