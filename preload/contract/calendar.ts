const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Tells whether a text is a real day written YYYY-MM-DD ("2026-02-30" is not). */
export function isDay(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The day of a moment (epoch ms) in UTC, as YYYY-MM-DD. */
export function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** Full years between two days (YYYY-MM-DD); someone born on 29 February has a birthday on 1 March in common years. */
export function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** A day in words, "20 November 2026"; the text itself when it is no day. */
export function dayInWords(day: string): string {
  if (!isDay(day)) return day;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
