import { locale, t } from '../text.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: number, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatPart[] {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, known);
  return known.formatToParts(at);
}

function part(at: number, type: 'day' | 'month' | 'year' | 'weekday', style: 'long' | 'short' | 'numeric'): string {
  return format(at, { [type]: style }).find((one) => one.type === type)?.value ?? '';
}

const two = (value: number) => String(value).padStart(2, '0');

/** Time of day: 14:02. Always 24 hours, in this computer's time zone. */
export function timeOf(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Time of day to the second, for what is about sending: 14:12:40. */
export function exactTimeOf(at: number): string {
  return `${timeOf(at)}:${two(new Date(at).getSeconds())}`;
}

/** Time of day to the millisecond, for what left this computer: 14:12:40.118. */
export function msTimeOf(at: number): string {
  return `${exactTimeOf(at)}.${String(new Date(at).getMilliseconds()).padStart(3, '0')}`;
}

/** 20 November; with the year when it isn't this one. */
export function dateOf(at: number, now: number = Date.now()): string {
  const day = t('{day} {month}', { day: part(at, 'day', 'numeric'), month: part(at, 'month', 'long') });
  return sameYear(at, now) ? day : `${day} ${part(at, 'year', 'numeric')}`;
}

/** 3 Nov; with the year when it isn't this one. */
export function shortDateOf(at: number, now: number = Date.now()): string {
  const day = t('{day} {month}', { day: part(at, 'day', 'numeric'), month: part(at, 'month', 'short') });
  return sameYear(at, now) ? day : `${day} ${part(at, 'year', 'numeric')}`;
}

/** Fri 20 Nov. */
export function weekdayDateOf(at: number): string {
  return t('{weekday} {day} {month}', { weekday: part(at, 'weekday', 'short'), day: part(at, 'day', 'numeric'), month: part(at, 'month', 'short') });
}

/** Friday 20 November, for the head of the day. */
export function fullDateOf(at: number): string {
  return t('{weekday} {day} {month}', { weekday: part(at, 'weekday', 'long'), day: part(at, 'day', 'numeric'), month: part(at, 'month', 'long') });
}

/** For lists: the time today, the weekday this past week, else the date. 14:12, Thu, 3 Nov. */
export function listTimeOf(at: number, now: number = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return timeOf(at);
  return days > 0 && days < 7 ? part(at, 'weekday', 'short') : shortDateOf(at, now);
}

/** When something is or was, in a sentence: 14:12, or Sat 21 Nov, 11:32. */
export function momentOf(at: number, now: number = Date.now()): string {
  return withDay(at, now, timeOf(at));
}

/** When something about sending was, to the second, with the day when it isn't today: 14:12:40, or Fri 20 Nov, 14:12:40. */
export function exactMomentOf(at: number, now: number): string {
  return withDay(at, now, exactTimeOf(at));
}

/** When something left this computer, to the millisecond, with the day when it isn't today. */
export function msMomentOf(at: number, now: number): string {
  return withDay(at, now, msTimeOf(at));
}

function withDay(at: number, now: number, time: string): string {
  return startOfDay(at) === startOfDay(now) ? time : `${weekdayDateOf(at)}, ${time}`;
}

/** How long: 40 s, 18 min, 3 h 10 min, 2 days. */
export function spanOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return t('{n} s', { n: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('{n} min', { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t('{n, plural, one {# day} other {# days}}', { n: Math.floor(hours / 24) });
  return minutes % 60 === 0 ? t('{n} h', { n: hours }) : t('{h} h {m} min', { h: hours, m: minutes % 60 });
}

/** How long, to the second while it is short, for countdowns: 1 min 2 s, 3 min 42 s, 21 h 14 min. */
export function countdownOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds >= 3600 || seconds < 60) return spanOf(seconds * 1000);
  return t('{m} min {s} s', { m: Math.floor(seconds / 60), s: seconds % 60 });
}

/** How much of a span is left (ms), never more than the whole: a clock that is read once a second may be a moment behind its start. */
export function leftOf({ from, until }: { readonly from: number; readonly until: number }, now: number): number {
  return Math.max(0, until - Math.max(now, from));
}

/** How long ago: just now, 40 s ago, 1 min ago, 3 h 10 min ago. */
export function agoOf(at: number, now: number): string {
  const gone = now - at;
  return gone < 10_000 ? t('just now') : t('{span} ago', { span: spanOf(gone) });
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear();
}
