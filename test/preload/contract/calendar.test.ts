import { describe, expect, it } from 'vitest';
import { dayInWords, dayOf, fullYears, isDay } from '../../../preload/contract/calendar.ts';

describe('a day', () => {
  it.each(['2026-01-01', '2028-02-29', '2000-02-29', '1999-12-31'])('%s is one', (text) => { expect(isDay(text)).toBe(true); });
  it.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '20260101', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', ''])(
    '%j is none', (text) => { expect(isDay(text)).toBe(false); },
  );

  it('changes at midnight UTC, before 1970 too', () => {
    expect(dayOf(Date.UTC(2026, 10, 20, 23, 59, 59, 999))).toBe('2026-11-20');
    expect(dayOf(Date.UTC(2026, 10, 21))).toBe('2026-11-21');
    expect(dayOf(-1)).toBe('1969-12-31');
  });

  it('is written out in words, and left alone when it is none', () => {
    expect(dayInWords('2026-11-20')).toBe('20 November 2026');
    expect(dayInWords('2028-02-29')).toBe('29 February 2028');
    expect(dayInWords('2026-02-30')).toBe('2026-02-30');
    expect(dayInWords('soon')).toBe('soon');
  });
});

describe('full years', () => {
  it.each([
    ['2008-11-20', '2026-11-19', 17], ['2008-11-20', '2026-11-20', 18], ['2008-11-20', '2026-12-01', 18], ['2008-11-20', '2026-10-30', 17],
    ['2008-02-29', '2026-02-28', 17], ['2008-02-29', '2026-03-01', 18], ['2008-02-29', '2028-02-29', 20], ['2026-11-20', '2026-11-20', 0],
  ])('from %s to %s are %i', (from, to, years) => { expect(fullYears(from, to)).toBe(years); });
});
