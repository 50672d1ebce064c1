import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createScheduler, type Scheduler, type Task } from '../../../main/sandbox/scheduler.ts';

let now = 0;
let tasks: Task[] = [];
let ran: string[] = [];
let seq = 0;
let onRun: (task: Task) => void = () => undefined;
const changed = vi.fn<() => void>();
let scheduler: Scheduler;

beforeEach(() => {
  vi.useFakeTimers();
  now = 1000;
  tasks = [];
  ran = [];
  seq = 0;
  onRun = () => undefined;
  changed.mockClear();
  scheduler = createScheduler({
    clock: { now: () => now }, tasks: () => tasks, nextSeq: () => { seq += 1; return seq; }, changed,
    run: (task) => { ran.push(`${task.kind} ${task.subject}`); onRun(task); },
  });
});
afterEach(() => {
  scheduler.stop();
  vi.useRealTimers();
});

test('runs what is due by the moment, then by the order of planning, each once', () => {
  scheduler.plan('deliver', 'late', 20);
  scheduler.plan('deliver', 'second', 10);
  scheduler.plan('open-account', 'third', 10);
  scheduler.plan('deliver', 'first', 5);
  expect(scheduler.runDue()).toBe(false);
  now += 10;
  expect(scheduler.runDue()).toBe(true);
  expect(ran).toEqual(['deliver first', 'deliver second', 'open-account third']);
  expect(scheduler.runDue()).toBe(false);
  expect(tasks.map((task) => task.subject)).toEqual(['late']);
});

test('a new plan of the same kind and subject replaces the old one, another kind stands beside it', () => {
  scheduler.plan('finish-payout', 'a', 5);
  scheduler.plan('finish-payout', 'a', 50);
  scheduler.plan('deliver', 'a', 5);
  now += 5;
  scheduler.runDue();
  expect(ran).toEqual(['deliver a']);
  scheduler.cancel('finish-payout', 'a');
  scheduler.cancel('finish-payout', 'nobody');
  expect(tasks).toEqual([]);
});

test('what a task plans for at once still happens in the same run', () => {
  onRun = (task) => { if (task.subject === 'a') scheduler.plan('deliver', 'b', 0); };
  scheduler.plan('deliver', 'a', 0);
  scheduler.runDue();
  expect(ran).toEqual(['deliver a', 'deliver b']);
});

test('nothing runs by itself before the start and after the end', () => {
  scheduler.plan('deliver', 'a', 0);
  vi.advanceTimersByTime(5000);
  expect(ran).toEqual([]);
  scheduler.start();
  scheduler.stop();
  vi.advanceTimersByTime(5000);
  expect(ran).toEqual([]);
});

test('the timer runs what has become due, tells so once, and looks again although the clock was moved', () => {
  scheduler.start();
  vi.advanceTimersByTime(2000);
  expect(changed).not.toHaveBeenCalled();
  scheduler.plan('deliver', 'a', 3_600_000);
  now += 3_600_000;
  vi.advanceTimersByTime(500);
  expect(ran).toEqual(['deliver a']);
  expect(changed).toHaveBeenCalledTimes(1);
  scheduler.plan('deliver', 'b', 30);
  now += 30;
  vi.advanceTimersByTime(30);
  expect(ran).toEqual(['deliver a', 'deliver b']);
});
