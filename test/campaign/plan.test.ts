import { expect, test } from 'vitest';
import { fates, lanesOf, lookFaults, sendFaults } from './faults.ts';
import { planRun, steps, withoutBullets, type RunPlan } from './plan.ts';

const plans = (seed: number, count: number): readonly RunPlan[] => Array.from({ length: count }, (_each, run) => planRun(seed, run));

test('is the same for the same seed and run, and another for another seed', () => {
  expect(planRun(7, 123)).toEqual(planRun(7, 123));
  expect(plans(7, 60)).not.toEqual(plans(8, 60));
});

test.each([1, 20, 4711])('has each fault in any 60 runs in a row, with seed %i', (seed) => {
  const all = plans(seed, 2000);
  for (let first = 0; first + 60 <= all.length; first += 1) {
    const part = all.slice(first, first + 60);
    expect([new Set(part.map(({ onSend }) => onSend)).size, new Set(part.map(({ onLook }) => onLook)).size]).toEqual([sendFaults.length, lookFaults.length]);
  }
});

test.each([1, 20])('has each fault of the sending beside each of the look-up in 2,000 runs, with seed %i', (seed) => {
  const met = new Set(plans(seed, 2000).map(({ onSend, onLook }) => `${onSend} x ${onLook}`));
  expect(met.size).toBe(sendFaults.length * lookFaults.length);
});

test('has each fault beside each way of being killed in 2,000 runs', () => {
  const kind = ({ kill }: RunPlan) => (kill === null ? 'none' : kill.at === 'call' ? kill.bullet.call : kill.at === 'start' ? 'looking' : kill.at);
  const all = plans(1, 2000);
  const kills = new Set(all.map(kind));
  expect([...kills].toSorted()).toEqual(['any', 'looking', 'none', 'step', 'sync', 'write']);
  expect(new Set(all.map((plan) => `${plan.onSend} x ${kind(plan)}`)).size).toBe(sendFaults.length * kills.size);
  expect(new Set(all.map((plan) => `${plan.onLook} x ${kind(plan)}`)).size).toBe(lookFaults.length * kills.size);
});

test('kills as often where nothing can be killed at a file-system call, and changes nothing else', () => {
  for (const plan of plans(1, 200)) {
    const { kill } = withoutBullets(plan);
    expect([kill === null, kill?.at === 'step' || kill?.at === 'looking' || kill === null]).toEqual([plan.kill === null, true]);
    expect(withoutBullets(plan)).toEqual({ ...plan, kill });
  }
});

test('kills after every step, early and late', () => {
  const after = plans(1, 2000).flatMap(({ kill }) => (kill?.at === 'step' ? [kill.step] : []));
  expect(new Set(after)).toEqual(new Set(steps));
});

test('drives every lane, only where the fault can happen', () => {
  for (const { onSend, lane } of plans(3, 500)) expect(lanesOf(onSend)).toContain(lane);
  expect(new Set(plans(3, 60).map(({ lane }) => lane)).size).toBe(3);
});

test('has one to three payouts: equal ones, copies, ones that are taken back', () => {
  const all = plans(1, 500).map(({ payouts }) => payouts);
  expect(new Set(all.map(({ length }) => length))).toEqual(new Set([1, 2, 3]));
  expect(all.some(([first, second]) => first !== undefined && second !== undefined && !second.clone && first.minor === second.minor)).toBe(true);
  expect(all.flat().some(({ clone }) => clone) && all.flat().some(({ takenBack }) => takenBack)).toBe(true);
  expect(all.every(([first]) => first?.clone === false)).toBe(true);
});

test('uses the amounts that make Kira misbehave only for their faults, and those that decide how a payout ends in every lane that has them', () => {
  const met = new Set<string>();
  for (const { payouts, onSend, lane } of plans(5, 2000)) {
    const cents = new Set(payouts.map(({ minor }) => minor % 100).filter((each) => each < 60));
    const meant = onSend === 'code-checker-down' ? [7] : onSend === '500-after-commit' ? [8] : onSend === 'commit-then-timeout' ? [9] : [];
    for (const each of cents) {
      expect([...meant, ...fates[lane]]).toContain(each);
      met.add(`${lane} ${each}`);
    }
  }
  expect([...met]).toEqual(expect.arrayContaining(Object.entries(fates).flatMap(([lane, cents]) => cents.map((each) => `${lane} ${each}`))));
});
