import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../../main/providers/budget.ts';
import { createAllowance } from '../../../../main/providers/kira/allowance.ts';

function keeper() {
  const told: Budget[] = [];
  const clock = { now: 1_800_000_000_000 };
  return { clock, told, allowance: createAllowance(() => clock.now, () => 0.5, (one) => told.push(one)) };
}

describe('Kira\u2019s allowance', () => {
  it('holds nothing back while Kira takes everything', () => {
    const { allowance, told } = keeper();
    for (let i = 0; i < 1000; i++) allowance.take();
    allowance.learn(new Headers(), 200);
    expect([allowance.delay(), allowance.told(), told]).toEqual([0, false, []]);
  });
  it('waits as long as a refusal asks, and never above a minute', () => {
    const { allowance, clock } = keeper();
    allowance.learn(new Headers({ 'retry-after': '7' }), 429);
    expect(allowance.delay()).toBe(7000);
    clock.now += 7000;
    expect(allowance.delay()).toBe(0);
    allowance.learn(new Headers({ 'retry-after': '3600' }), 429);
    expect(allowance.delay()).toBe(60_000);
  });
  it('believes no refusal for longer than an hour, also when the clock is set back', () => {
    const { allowance, clock } = keeper();
    allowance.learn(new Headers({ 'retry-after': '999999' }), 429);
    clock.now += 3_600_000;
    expect(allowance.delay()).toBe(0);
    allowance.learn(new Headers({ 'retry-after': '30' }), 429);
    clock.now -= 86_400_000;
    expect(allowance.delay()).toBe(0);
  });
  it('doubles its own wait from one second to half a minute, and begins again after a success', () => {
    const { allowance } = keeper();
    const waits = Array.from({ length: 7 }, () => { allowance.learn(new Headers(), 429); return allowance.delay(); });
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 32_000]);
    allowance.learn(new Headers(), 200);
    allowance.learn(new Headers(), 429);
    expect(allowance.delay()).toBe(1000);
  });
  it.each(['ratelimit', 'x-ratelimit'])('tells what the headers of %s say', (prefix) => {
    const { allowance, told, clock } = keeper();
    allowance.learn(new Headers({ [`${prefix}-limit`]: '10', [`${prefix}-remaining`]: '4', [`${prefix}-reset`]: '1' }), 200);
    expect(told).toEqual([{ limit: 10, remaining: 4, resetAt: clock.now + 1000 }]);
    expect(allowance.told()).toBe(true);
  });
});
