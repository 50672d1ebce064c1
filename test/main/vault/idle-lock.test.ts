import { describe, expect, it } from 'vitest';
import { createIdleLock, idlePollMs, type IdleLock, type LockReason } from '../../../main/vault/idle-lock.ts';
import { fakeTime } from './fakes.ts';

type Desk = { lock: IdleLock; reasons: LockReason[]; idle: (seconds: number) => void; limit: (minutes: number) => void; open: (is: boolean) => void; pass: (ms: number) => void; sleep: (ms: number) => void };

function desk(): Desk {
  const time = fakeTime();
  let [idleSeconds, minutes, unlocked, slept] = [0, 5, true, 0];
  const reasons: LockReason[] = [];
  const lock = createIdleLock({
    now: () => time.now() + slept,
    getIdleSeconds: () => idleSeconds,
    limitMinutes: () => minutes,
    canLock: () => unlocked,
    lock: (reason) => {
      reasons.push(reason);
      unlocked = false;
    },
    timers: time.timers,
  });
  return {
    lock, reasons,
    idle: (seconds) => { idleSeconds = seconds; },
    limit: (value) => { minutes = value; },
    open: (is) => { unlocked = is; },
    pass: time.advance,
    sleep: (ms) => { slept += ms; },
  };
}

describe('the idle lock', () => {
  it('locks once the computer has been idle for the limit, and only once', () => {
    const { lock, reasons, idle, pass } = desk();
    lock.start();
    idle(299);
    pass(idlePollMs);
    expect(reasons).toEqual([]);
    idle(300);
    pass(idlePollMs);
    pass(idlePollMs * 3);
    expect(reasons).toEqual(['idle']);
  });

  it('follows the limit as it is set, 0 being never', () => {
    const { lock, reasons, idle, limit, pass } = desk();
    lock.start();
    limit(0);
    idle(100_000);
    pass(idlePollMs);
    expect(reasons).toEqual([]);
    limit(60);
    pass(idlePollMs);
    expect(reasons).toEqual(['idle']);
  });

  it('counts a sleep of the computer as idleness, though waking it up set the idle time back', () => {
    const { lock, reasons, idle, pass, sleep } = desk();
    lock.start();
    pass(idlePollMs);
    idle(0);
    sleep(300_000);
    pass(idlePollMs);
    expect(reasons).toEqual(['idle']);
  });

  it('locks at once with the operating system and on a person\'s word', () => {
    const { lock, reasons, open } = desk();
    lock.osLocked();
    lock.osLocked();
    open(true);
    lock.request('shortcut');
    open(true);
    lock.request('user');
    expect(reasons).toEqual(['os', 'shortcut', 'user']);
  });

  it('leaves alone what can not be locked', () => {
    const { lock, reasons, idle, open, pass } = desk();
    open(false);
    lock.start();
    idle(1000);
    pass(idlePollMs);
    lock.osLocked();
    lock.request('user');
    expect(reasons).toEqual([]);
  });

  it('stops looking when told to, and a second start makes no second watch', () => {
    const { lock, reasons, idle, open, pass } = desk();
    lock.start();
    lock.start();
    idle(1000);
    pass(idlePollMs);
    expect(reasons).toEqual(['idle']);
    lock.stop();
    open(true);
    pass(idlePollMs * 10);
    expect(reasons).toEqual(['idle']);
  });
});
