import { describe, expect, it } from 'vitest';
import { createBudget, retryAfter, type Budget } from '../../../main/providers/budget.ts';

const start = 1_800_000_000_000;
function keeper() {
  const told: Budget[] = [];
  const clock = { now: start };
  return { clock, told, budget: createBudget(() => clock.now, (one) => told.push(one)) };
}
const headers = (more: Record<string, string>) => new Headers(more);

describe('the allowance without any word from the provider', () => {
  it('is counted down from a hundred a minute and fills up again', () => {
    const { budget, clock } = keeper();
    for (let i = 0; i < 89; i++) budget.take();
    expect(budget.delay()).toBe(0);
    budget.take();
    expect(budget.delay()).toBe(60_000);
    clock.now += 60_000;
    expect(budget.delay()).toBe(0);
    expect(budget.state().remaining).toBe(100);
    expect(budget.told()).toBe(false);
  });
});

describe('what replies say', () => {
  it('sets the reset by epoch seconds, corrected for a clock that differs from ours', () => {
    const { budget } = keeper();
    const there = start - 300_000;
    budget.learn(headers({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': String(there / 1000 + 20), date: new Date(there).toUTCString() }), 200);
    expect(budget.state()).toEqual({ remaining: 9, limit: 60, resetAt: start + 20_000 });
  });

  it('counts as used up after 429, until Retry-After is over', () => {
    const { budget, clock } = keeper();
    budget.learn(headers({ 'retry-after': '12' }), 429);
    expect(budget.delay()).toBe(12_000);
    clock.now += 12_000;
    expect(budget.delay()).toBe(0);
  });

  it('changes nothing and tells nobody when it is absent or nonsense', () => {
    const { budget, told } = keeper();
    budget.learn(headers({}), 200);
    budget.learn(headers({ 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '-1' }), 200);
    expect(told).toEqual([]);
    expect(budget.state()).toEqual({ remaining: 100, limit: 100, resetAt: null });
  });

  it('never makes a read wait longer than a minute', () => {
    const { budget } = keeper();
    budget.learn(headers({ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(start / 1000 + 99_999) }), 200);
    expect(budget.delay()).toBe(60_000);
  });

  it.each([{ 'retry-after': '999999' }, { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, { 'x-ratelimit-reset': '999999' }])('is believed for an hour at most, also when the clock is set back: %o', (said) => {
    const { budget, clock } = keeper();
    budget.learn(headers(said), 429);
    expect(budget.state().resetAt).toBe(start + 3_600_000);
    clock.now += 3_600_000;
    expect(budget.delay()).toBe(0);
    budget.learn(headers({ 'retry-after': '30' }), 429);
    expect(budget.delay()).toBe(30_000);
    clock.now -= 86_400_000;
    expect(budget.delay()).toBe(0);
  });

  it('keeps half of a tiny allowance usable', () => {
    const { budget } = keeper();
    budget.learn(headers({ 'x-ratelimit-limit': '4', 'x-ratelimit-remaining': '3' }), 200);
    expect(budget.delay()).toBe(0);
  });
});

describe('Retry-After', () => {
  it('is read as seconds or as a date', () => {
    expect(retryAfter(headers({ 'retry-after': '5' }), start)).toBe(5000);
    expect(retryAfter(headers({ 'retry-after': new Date(start + 9000).toUTCString() }), start)).toBe(9000);
    expect(retryAfter(headers({ 'retry-after': 'soon' }), start)).toBeNull();
    expect(retryAfter(headers({}), start)).toBeNull();
  });
});
