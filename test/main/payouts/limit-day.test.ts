import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayAround } from '../../../main/payouts/limit-day.ts';

const day = 86_400_000;
// Zones that are far off, that change by half an hour, and whose clocks change at midnight.
const zones = ['UTC', 'Europe/Lisbon', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Beirut', 'America/Havana', 'America/New_York'] as const;

it('holds every moment in one day, and days follow each other without a gap', () => {
  fc.assert(fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }), fc.constantFrom(...zones), (at, zone) => {
    const { from, until } = dayAround(at, zone);
    expect(at >= from && at < until).toBe(true);
    expect(Math.abs(until - from - day)).toBeLessThanOrEqual(3_600_000);
    expect(dayAround(until, zone).from).toBe(until);
    expect(dayAround(from - 1, zone).until).toBe(from);
  }), { numRuns: 400 });
});

it('goes from midnight to midnight of the zone, also when clocks change that day', () => {
  expect(dayAround(Date.UTC(2026, 10, 20, 15), 'Asia/Kolkata')).toEqual({ from: Date.UTC(2026, 10, 19, 18, 30), until: Date.UTC(2026, 10, 20, 18, 30) });
  expect(dayAround(Date.UTC(2026, 9, 25, 12), 'Europe/Lisbon')).toEqual({ from: Date.UTC(2026, 9, 24, 23), until: Date.UTC(2026, 9, 26) });
});
