import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payout } from '../../../../preload/contract/payouts.ts';
import { eventsOf } from '../../../../main/payouts/machine.ts';
import { expectAgreement, expectChain } from '../agreement.ts';
import { decidedRequest } from '../desk.ts';
import { offline } from '../fake-provider.ts';
import { settle } from '../fake-time.ts';
import { unlessDead } from '../mortal.ts';
import { arriveLate, type KiraFate } from './fake-kira.ts';
import { cryptoDraft, fiatDraft, openKiraDesk, pdf, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const hour = 60 * minute;
const acts = ['save', 'ready', 'price', 'send', 'send', 'send', 'wrongCode', 'takeBack', 'change', 'edit', 'attach', 'look', 'check', 'sendAgain', 'sendAgain', 'sendAgainWrong', 'clone', 'discard', 'notReceived', 'received'] as const;
type Act = (typeof acts)[number];

// The dark cases come up more often than in life.
const fate = fc.constantFrom<KiraFate>('deal', 'refuse', 'lost-before', 'lost-after', 'lost-after', 'never', 'never-after', 'late', 'late');
const fates = fc.array(fate, { maxLength: 3 });

/** One thing that happens: a person acts on the nth payout, the world moves, or the process dies. */
const happening = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('act' as const), act: fc.constantFrom(...acts), nth: fc.nat(2), twice: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(0, 1000, 5000, minute, 6 * minute, 31 * minute, 5 * hour) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jump' as const), ms: fc.constantFrom(-2 * hour, -minute, minute, 2 * hour) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lock' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('network' as const), up: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fate' as const), fates }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('codes' as const), asked: fc.boolean(), believed: fc.boolean() }) },
  // Whole stretches, so that walks get deep: a payout leaves, a person decides about it, the process dies while sending.
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('leave' as const), nth: fc.nat(2), fates, wrong: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('decide' as const), nth: fc.nat(2), fates, wrong: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), nth: fc.nat(2), fates: fc.constantFrom<KiraFate[]>(['never'], ['never-after']), wrong: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('dark' as const), nth: fc.nat(1), fate: fc.constantFrom<KiraFate>('lost-after', 'lost-before') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rethink' as const), nth: fc.nat(1), fate: fc.constantFrom<KiraFate>('late', 'lost-before') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom('processing' as const, 'successful' as const, 'failed' as const, 'returned' as const), nth: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('die' as const), nth: fc.nat(2), after: fc.nat(60), fates, act: fc.constantFrom<Act>('send', 'sendAgain', 'look', 'ready', 'clone') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('backUp' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), nth: fc.nat(2) }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** The world a walk goes through: every payout ever made, by id. */
type World = { readonly test: KiraDesk; readonly made: string[]; readonly discarded: Set<string>; readonly crypto: boolean; locked: boolean; edits: number; readonly retries: [string, string][];
  /** Backups that may be restored, and whether one was. */
  readonly copies: string[]; restored: boolean;
  /** Every body that was ever stored by its key, in this file or in one that was restored over, and the payout it was of. */
  readonly stored: Map<string, { readonly id: string; readonly bodies: Set<string> }>;
};

/** The payouts that are in the file as it is now; none is ever missing that was not thrown away or made after the backup. */
function alive({ test, made, discarded, restored }: World): string[] {
  const there = new Set(test.db().all<{ id: string }>('SELECT id FROM payouts').map(({ id }) => id));
  if (!restored) expect(made.filter((id) => !discarded.has(id) && !there.has(id)), 'none is lost').toEqual([]);
  return made.filter((id) => there.has(id));
}

/** Whether Kira made a payout under one of the keys that were stored for it, or still may. */
function mayBeThere({ test: { kira }, stored }: World, id: string): boolean {
  return [...kira.made, ...kira.onTheWay.map(({ sending }) => sending)].some(({ key }) => stored.get(key)?.id === id);
}

async function pick(world: World, nth: number): Promise<Payout | null> {
  const ids = alive(world);
  const id = ids[nth % Math.max(1, ids.length)];
  return id === undefined ? null : shown(world.test, id);
}

async function start(world: World): Promise<void> {
  const amount = 10_000 + world.made.length * 100;
  const draft = { ...(world.crypto ? cryptoDraft : fiatDraft), amountMinor: amount, amountText: String(amount / 100) };
  const { handlers } = world.test.desk();
  const saved = await handlers['payouts.save']({ id: null, revision: 0, draft });
  if (!saved.ok) return;
  world.made.push(saved.value.id);
  if (world.crypto) await handlers['payouts.attach']({ id: saved.value.id, name: 'a.pdf', bytes: pdf(), kind: 'invoice' });
}

/** The code that a person would type: what is in the mailbox after asking for it. */
async function codeFor({ test }: World, id: string, wrong: boolean): Promise<string> {
  await test.desk().handlers['payouts.requestCode']({ id });
  return wrong ? '000000' : test.kira.code ?? '111111';
}

async function act(world: World, name: Act, nth: number): Promise<void> {
  const payout = await pick(world, nth);
  if (name === 'save' || payout === null) return start(world);
  const { handlers } = world.test.desk();
  const { id, revision } = payout;
  const told = { id, who: 'Ada', said: 'what the provider said' };
  const reason = 'a reason long enough';
  // A person decides by what Kira lists: what came after a backup is known there alone.
  const known = world.test.kira.made.find(({ key }) => world.stored.get(key)?.id === id)?.payout.transactionId;
  if (payout.restoredAt !== null && known !== undefined && name === 'sendAgain') return void await handlers['payouts.recordAnswer']({ ...told, said: `it is ${known}`, outcome: 'received' });
  // A person who says falsely that it never arrived is outside the promise, so this one only says it when it is true and nothing is on its way.
  const arrived = mayBeThere(world, id);
  const needsCode = !world.crypto;
  const send = async (wrong: boolean) => payout.price !== null && handlers['payouts.send']({ ...await decidedRequest(world.test, payout), code: needsCode ? await codeFor(world, id, wrong) : null });
  const again = async (wrong: boolean) => handlers['payouts.sendAgain']({ id, reason, code: needsCode ? await codeFor(world, id, wrong) : null });
  const moves: Record<Exclude<Act, 'save'>, () => Promise<unknown>> = {
    send: () => send(false), wrongCode: () => send(true), sendAgain: () => again(false), sendAgainWrong: () => again(true),
    ready: () => handlers['payouts.ready']({ id, revision }), price: () => handlers['payouts.price']({ id }), takeBack: () => handlers['payouts.takeBack']({ id }),
    change: () => handlers['payouts.change']({ id }), look: () => handlers['payouts.look']({ id }), check: () => handlers['payouts.check']({ id }),
    edit: () => handlers['payouts.save']({ id, revision, draft: { ...payout.draft, reference: `E${world.edits += 1}` } }),
    attach: () => handlers['payouts.attach']({ id, name: 'b.pdf', bytes: pdf(String(world.edits += 1)), kind: 'other' }),
    received: () => handlers['payouts.recordAnswer']({ ...told, outcome: 'received' }),
    notReceived: async () => !arrived && handlers['payouts.recordAnswer']({ ...told, outcome: 'not-received' }),
    clone: async () => {
      const copy = await handlers['payouts.clone']({ id });
      if (!copy.ok) return;
      if (!world.made.includes(copy.value.id)) world.made.push(copy.value.id);
      world.discarded.delete(copy.value.id);
      if (payout.state === 'refused') world.retries.push([id, copy.value.id]);
    },
    discard: async () => { if ((await handlers['payouts.discard']({ id })).ok) world.discarded.add(id); },
  };
  await moves[name]();
}

async function happen(world: World, event: Happening): Promise<void> {
  const { test } = world;
  if (event.kind === 'act') {
    const once = () => act(world, event.act, event.nth);
    const alone = event.act === 'save' || event.act === 'clone';
    // Nothing here may wait for a provider that never answers, so the action is only given the chance to go on.
    void unlessDead(Promise.all(event.twice && !alone ? [once(), once()] : [once()]));
    await settle();
    return settle();
  }
  if (event.kind === 'leave' || event.kind === 'decide' || event.kind === 'cut') return stretch(world, event);
  if (event.kind === 'dark') return goDark(world, event);
  if (event.kind === 'rethink') return rethink(world, event);
  if (event.kind === 'die') return die(world, event);
  if (event.kind === 'wait') return test.time.advance(event.ms);
  move(world, event);
  await settle();
}

/** What happens around the person. */
function move(world: World, event: Exclude<Happening, { kind: 'act' | 'wait' | 'leave' | 'decide' | 'cut' | 'dark' | 'rethink' | 'die' }>): void {
  const { test } = world;
  if (event.kind === 'jump') test.time.jump(event.ms);
  if (event.kind === 'network') test.kira.outage = event.up ? null : offline;
  if (event.kind === 'answer') test.kira.answer({ kind: 'unknown', cause: 'no answer in time' });
  if (event.kind === 'crash') crash(world);
  if (event.kind === 'backUp') world.copies.push(test.backUp());
  if (event.kind === 'restore') restore(world, event.nth);
  if (event.kind === 'lock') lock(world);
  if (event.kind === 'fate') test.kira.fates = [...event.fates];
  if (event.kind === 'codes') {
    test.kira.asksCodes = event.asked;
    test.settings.value = { ...test.settings.value, codeNeeded: event.believed };
  }
  if (event.kind === 'status') test.kira.setStatus(`po-${event.nth + 1}`, event.status, event.status.toUpperCase());
}

async function stretch(world: World, { kind, nth, fates: next, wrong }: Extract<Happening, { kind: 'leave' | 'decide' | 'cut' }>): Promise<void> {
  const { test } = world;
  // Time for a code that was asked for before, and for a block to end.
  await test.time.advance(16 * minute);
  test.kira.fates = [...next];
  const steps: readonly Act[] = kind === 'decide' ? [wrong ? 'sendAgainWrong' : 'sendAgain'] : ['ready', 'price', wrong ? 'wrongCode' : 'send'];
  for (const step of steps) await happen(world, { kind: 'act', act: step, nth, twice: false });
  if (kind !== 'decide') await test.time.advance(5000);
  if (kind === 'cut') crash(world);
}

const step = (world: World, name: Act, nth: number) => happen(world, { kind: 'act', act: name, nth, twice: false });

/** A payout leaves, the network goes for longer than Kira keeps a key, and then a person sends it again. */
async function goDark(world: World, { nth, fate: first }: Extract<Happening, { kind: 'dark' }>): Promise<void> {
  await stretch(world, { kind: 'leave', nth, fates: [first, 'lost-before', 'lost-before'], wrong: false });
  world.test.kira.outage = offline;
  await world.test.time.advance(24 * hour);
  world.test.kira.outage = null;
  await step(world, 'sendAgain', nth);
}

/** A payout leaves without an answer, its repeat has a wrong code, and a person tries to make another of it and to send that. */
async function rethink(world: World, { nth, fate: first }: Extract<Happening, { kind: 'rethink' }>): Promise<void> {
  await stretch(world, { kind: 'leave', nth, fates: [first], wrong: false });
  await world.test.time.advance(minute);
  for (const name of ['sendAgainWrong', 'change', 'edit', 'ready', 'price'] as const) await step(world, name, nth);
  await world.test.time.advance(minute);
  await step(world, 'send', nth);
  await world.test.time.advance(6 * minute);
}

/** The process dies in the middle of something, at a statement that nobody chose. */
async function die(world: World, { nth, after, fates: next, act: name }: Extract<Happening, { kind: 'die' }>): Promise<void> {
  world.test.kira.fates = [...next];
  world.test.dieAfter(after);
  await step(world, name, nth);
  await world.test.time.advance(5000);
  remember(world);
  crash(world);
}

/** An older copy takes the file's place: what happened since is known to Kira alone. */
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
  for (const { payout_id: id, merchant_reference: key, body } of test.db().all<AttemptRow>('SELECT payout_id, merchant_reference, body FROM payout_attempts')) {
    const before = stored.get(key);
    expect(before?.id ?? id, 'a key is of one payout').toBe(id);
    stored.set(key, { id, bodies: new Set([...before?.bodies ?? [], body.toString('utf8')]) });
  }
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

type AttemptRow = { readonly payout_id: string; readonly merchant_reference: string; readonly body: Buffer };

/** What must hold at every moment, judged by what Kira made and by the file. */
async function judge(world: World): Promise<void> {
  const { test, stored } = world;
  arriveLate(test.kira, test.time.clock());
  remember(world);
  expectAgreement(test.db());
  for (const { key, body } of test.kira.sends) expect(stored.get(key)?.bodies.has(body), 'what was sent was stored before, under its key').toBe(true);
  const arrivals = new Map<string, number>();
  for (const { key } of test.kira.made) {
    const intent = stored.get(key)?.id ?? 'nobody';
    arrivals.set(intent, (arrivals.get(intent) ?? 0) + 1);
  }
  for (const [intent, times] of arrivals) expect(times, `${intent} was made once`).toBe(1);
  for (const [first, copy] of world.retries) expect([first, copy].filter((id) => arrivals.has(id)).length, 'a copy of a refused payout is not made beside it').toBeLessThan(2);
  for (const id of alive(world)) await judgeOne(world, id, arrivals.has(id));
}

const afterAnswer: readonly Payout['state'][] = ['accepted', 'awaiting_deposit', 'deposit_expired', 'processing', 'completed', 'failed', 'returned'];

async function judgeOne({ test, restored }: World, id: string, arrived: boolean): Promise<void> {
  const payout = await shown(test, id);
  expect(eventsOf(payout.state).length, `${payout.state} has a way on`).toBeGreaterThan(0);
  // What only Kira knows, and a person has yet to name, is unknown or not released yet.
  if (arrived && !restored) expect(['sending', 'unknown', ...afterAnswer], 'what arrived is never shown as not sent').toContain(payout.state);
  if (afterAnswer.includes(payout.state)) expect(arrived, `${payout.state} was made by Kira`).toBe(true);
  if (payout.deposit !== null) expect(test.kira.made.some((made) => made.payout.deposit?.address === payout.deposit?.address)).toBe(true);
}

/** When the network is back and time passes, nothing stays in between, and what arrived within the key's time has been found. */
async function calm(world: World): Promise<void> {
  const { test } = world;
  crash(world);
  test.kira.outage = null;
  test.kira.fates = [];
  await test.time.advance(2 * hour);
  await judge(world);
  expectChain(test.db());
  for (const id of alive(world)) expect(['queued', 'sending']).not.toContain((await shown(test, id)).state);
}

async function walk(crypto: boolean, events: readonly Happening[]): Promise<void> {
  const test = openKiraDesk(crypto ? 'crypto' : 'fiat');
  const world: World = { test, made: [], discarded: new Set(), crypto, locked: false, edits: 0, retries: [], copies: [], restored: false, stored: new Map() };
  try {
    await start(world);
    for (const event of events) {
      await happen(world, event);
      await judge(world);
    }
    await calm(world);
  } finally {
    test.close();
  }
}

describe('whatever happens at Kira', () => {
  it.each([['fiat', false], ['crypto', true]] as const)('each %s payout is made at most once, none is lost, and what is shown is true', async (_mode, crypto) => {
    await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 24 }), (events) => walk(crypto, events)), { numRuns: 25 });
  }, 300_000);
});
