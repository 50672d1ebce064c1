import { describe, expect, it } from 'vitest';
import type { Payout } from '../../../../preload/contract/payouts.ts';
import { expectOk } from '../desk.ts';
import { settle } from '../fake-time.ts';
import { kiraDesk, leaveWith, mailedCode, readyKira, release, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const reason = 'it was cut off and never found';

/** Where the process dies, by what it has managed to do by then: each lets the payout go and stops it there. */
const cuts: Readonly<Record<string, (test: KiraDesk, id: string, code: string | null) => Promise<unknown>>> = {
  'before the attempt is written': (test, id, code) => release(test, id, code),
  'with the attempt written and no byte left': (test, id, code) => {
    test.db().run("CREATE TEMP TRIGGER cut BEFORE INSERT ON main.attempt_events WHEN NEW.kind = 'handed-over' BEGIN SELECT RAISE(ABORT, 'cut'); END");
    return leaveWith(test, id, code);
  },
  'with the bytes on their way, lost': (test, id, code) => {
    test.kira.fates = ['never'];
    return leaveWith(test, id, code);
  },
  'with the bytes there and no answer': (test, id, code) => {
    test.kira.fates = ['never-after'];
    return leaveWith(test, id, code);
  },
  'with the answer here and not written down': (test, id, code) => {
    test.db().run("CREATE TEMP TRIGGER cut BEFORE INSERT ON main.attempt_events WHEN NEW.kind IN ('accepted', 'code-refused') BEGIN SELECT RAISE(ABORT, 'cut'); END");
    return leaveWith(test, id, code);
  },
};

/** Lets a payout go, kills the process there, opens it again and lets what follows by itself happen. */
async function killed(mode: 'fiat' | 'crypto', cut: string, wrongCode = false): Promise<{ readonly test: KiraDesk; readonly after: Payout }> {
  const test = kiraDesk(mode);
  const { id } = await readyKira(test);
  const code = mode === 'crypto' ? null : await mailedCode(test, id);
  await cuts[cut]?.(test, id, wrongCode ? '000000' : code);
  test.crash();
  await test.time.advance(0);
  await settle();
  return { test, after: await shown(test, id) };
}

/** What a person would do next: release again, or send again. */
async function goOn(test: KiraDesk, { id, state }: Payout): Promise<Payout> {
  await test.time.advance(minute);
  const { draft } = await shown(test, id);
  const code = draft.kira?.mode === 'fiat' && (state === 'ready' || state === 'unknown') ? await mailedCode(test, id) : null;
  if (state === 'ready') return leaveWith(test, id, code);
  if (state === 'unknown') expectOk(await test.desk().handlers['payouts.sendAgain']({ id, reason, code }));
  return shown(test, id);
}

const oneKey = (test: KiraDesk) => new Set(test.kira.sends.map(({ key, body }) => key + body)).size;

describe('a process that dies while a fiat payout with a code leaves', () => {
  it.each<[string, Payout['state'], number]>([
    ['before the attempt is written', 'ready', 0],
    ['with the attempt written and no byte left', 'unknown', 0],
    ['with the bytes on their way, lost', 'unknown', 0],
    ['with the bytes there and no answer', 'accepted', 1],
    ['with the answer here and not written down', 'accepted', 1],
  ])('%s: it is %s after the start, and paid once whoever goes on', async (cut, state, made) => {
    const { test, after } = await killed('fiat', cut);
    expect([after.state, test.kira.made.length]).toEqual([state, made]);
    expect((await goOn(test, after)).state).toBe('accepted');
    expect([test.kira.made.length, oneKey(test)]).toEqual([1, 1]);
  });

  it('with a refused code here and not written down: it is unknown, and a new code goes with the same key', async () => {
    const { test, after } = await killed('fiat', 'with the answer here and not written down', true);
    expect([after.state, test.kira.made.length]).toEqual(['unknown', 0]);
    expect((await goOn(test, after)).state).toBe('accepted');
    expect([test.kira.made.length, oneKey(test)]).toEqual([1, 1]);
  });

  it('while the bytes go again after a refused code: the same key finds it out', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    await mailedCode(test, id);
    await leaveWith(test, id, '000000');
    await test.time.advance(minute);
    const code = await mailedCode(test, id);
    test.kira.fates = ['never-after'];
    await leaveWith(test, id, code);
    test.crash();
    await test.time.advance(0);
    expect((await shown(test, id)).state).toBe('accepted');
    expect([test.kira.made.length, oneKey(test)]).toEqual([1, 1]);
  });
});

describe('a process that dies while a crypto payout leaves', () => {
  it.each<[string, Payout['state'], number]>([
    ['before the attempt is written', 'ready', 0],
    ['with the attempt written and no byte left', 'awaiting_deposit', 1],
    ['with the bytes on their way, lost', 'awaiting_deposit', 1],
    ['with the bytes there and no answer', 'awaiting_deposit', 1],
    ['with the answer here and not written down', 'awaiting_deposit', 1],
  ])('%s: it is %s after the start, with one address', async (cut, state, made) => {
    const { test, after } = await killed('crypto', cut);
    expect([after.state, test.kira.made.length]).toEqual([state, made]);
    const done = await goOn(test, after);
    expect(done).toMatchObject({ state: 'awaiting_deposit', deposit: { address: test.kira.made[0]?.payout.deposit?.address } });
    expect([test.kira.made.length, oneKey(test)]).toEqual([1, 1]);
  });
});
