import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** Why a typed date could not be read. */
export type DateProblem = 'not-a-date' | 'ambiguous' | 'no-such-day';

/** Reads a typed date into YYYY-MM-DD: "14 Mar 1991", "March 14, 1991", "1991-03-14", "14/03/1991". Day and month that could be
 *  either way round are refused as `ambiguous`: a wrong birth date costs more than typing the month's name. */
export function parseDateInput(text: string, locale = 'en'): Result<string, DateProblem> {
  const bare = text.trim().toLowerCase().replace(/[,]/g, ' ').replace(/(\d)(st|nd|rd|th)\b/g, '$1');
  const iso = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(bare);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const digits = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(bare);
  if (digits) return twoWays(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  return worded(bare, locale);
}

function worded(bare: string, locale: string): Result<string, DateProblem> {
  const words = bare.split(/[\s./-]+/).filter(Boolean);
  if (words.length !== 3) return fail('not-a-date');
  const [year, ...rest] = [...words].sort((a, b) => Number(/^\d{4}$/.test(b)) - Number(/^\d{4}$/.test(a)));
  const day = rest.find((word) => /^\d{1,2}$/.test(word));
  const name = rest.find((word) => !/\d/.test(word));
  if (!year || !/^\d{4}$/.test(year) || !day || !name) return fail('not-a-date');
  const month = monthOf(name, locale) ?? monthOf(name, 'en');
  return month === null ? fail('not-a-date') : real(Number(year), month, Number(day));
}

function monthOf(name: string, locale: string): number | null {
  if (name.length < 3) return null;
  for (let month = 1; month <= 12; month += 1) {
    const date = Date.UTC(2000, month - 1, 1);
    const long = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date).toLowerCase();
    const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(date).toLowerCase().replace('.', '');
    if (long.startsWith(name) || name === short || name === `${short}.`) return month;
  }
  return null;
}

function twoWays(first: number, second: number, year: number): Result<string, DateProblem> {
  if (first === second || second > 12) return real(year, second > 12 ? first : second, second > 12 ? second : first);
  return first > 12 ? real(year, second, first) : fail('ambiguous');
}

function real(year: number, month: number, day: number): Result<string, DateProblem> {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1900 && year <= 2200 ? ok(date.toISOString().slice(0, 10)) : fail('no-such-day');
}

/** A YYYY-MM-DD date for people: "14 Mar 1991"; anything else comes back as it is. */
export function showDate(date: string, locale = 'en'): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return date;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(at);
  return `${Number(match[3])} ${month} ${match[1]}`;
}
