import type { Stretch } from '../store/limits.ts';

const day = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a time zone (IANA name) around a moment (epoch ms), from its midnight to the next. */
export function dayAround(at: number, zone: string): Stretch {
  const number = dayNumber(at, zone);
  return { from: startOf(number, zone), until: startOf(number + 1, zone) };
}

/** The first moment of a day; where clocks go forward at midnight, the day begins later, where they go back, after its evening was there twice. */
function startOf(number: number, zone: string): number {
  const midnight = number * day;
  const candidates = [midnight - day, midnight + day].map((near) => midnight - aheadOfUtc(near, zone)).toSorted((a, b) => a - b);
  return candidates.find((at) => dayNumber(at, zone) === number) ?? midnight;
}

const dayNumber = (at: number, zone: string) => Math.floor((at + aheadOfUtc(at, zone)) / day);

function aheadOfUtc(at: number, zone: string): number {
  const part = new Map(clockOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((type) => part.get(type));
  return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  clocks.set(zone, known);
  return known;
}
