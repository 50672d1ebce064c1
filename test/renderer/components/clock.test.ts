import { describe, expect, it } from 'vitest';
import { agoOf, countdownOf, dateOf, exactTimeOf, fullDateOf, leftOf, listTimeOf, momentOf, msTimeOf, spanOf, timeOf, weekdayDateOf } from '../../../renderer/components/clock.ts';

const at = new Date(2026, 10, 20, 14, 2, 9, 118).getTime();
const minute = 60_000;

describe('times and dates for people', () => {
  it('never counts down from more than the whole, though the clock read last is older than the start', () => {
    const span = { from: at, until: at + 5 * minute };
    expect([leftOf(span, at - 900), leftOf(span, at + minute), leftOf(span, at + 6 * minute)]).toEqual([5 * minute, 4 * minute, 0]);
  });

  it('writes times of day in 24 hours', () => {
    expect([timeOf(at), exactTimeOf(at), msTimeOf(at)]).toEqual(['14:02', '14:02:09', '14:02:09.118']);
  });

  it('writes dates with the month as a word, and the year only when it is another', () => {
    expect([dateOf(at, at), weekdayDateOf(at), fullDateOf(at)]).toEqual(['20 November', 'Fri 20 Nov', 'Friday 20 November']);
    expect(dateOf(new Date(2025, 0, 3).getTime(), at)).toBe('3 January 2025');
  });

  it('shortens what lists show with distance', () => {
    expect(listTimeOf(at, at)).toBe('14:02');
    expect(listTimeOf(at - 24 * 60 * minute, at)).toBe('Thu');
    expect(listTimeOf(at - 17 * 24 * 60 * minute, at)).toBe('3 Nov');
  });

  it('names the day of a moment that is not today', () => {
    expect(momentOf(at, at)).toBe('14:02');
    expect(momentOf(new Date(2026, 10, 21, 11, 32).getTime(), at)).toBe('Sat 21 Nov, 11:32');
  });

  it.each([[0, '0 s'], [59_999, '59 s'], [18 * minute, '18 min'], [190 * minute, '3 h 10 min'], [120 * minute, '2 h'], [50 * 60 * minute, '2 days']])('calls %i ms %s', (ms, words) => {
    expect(spanOf(ms)).toBe(words);
  });

  it('counts down to the second while it is short, and never says zero early', () => {
    expect(countdownOf(62_000)).toBe('1 min 2 s');
    expect(countdownOf(900)).toBe('1 s');
    expect(countdownOf(21 * 60 * minute + 14 * minute)).toBe('21 h 14 min');
  });

  it('says how long ago', () => {
    expect(agoOf(at, at + 3_000)).toBe('just now');
    expect(agoOf(at, at + minute)).toBe('1 min ago');
  });
});
