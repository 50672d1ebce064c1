/** A birth date of a zone (YYMMDD) as YYYY-MM-DD: the last such day that is not after `today`; null when unknown or no date. */
export function centuryOfBirth(text: string, today: string): string | null {
  return newestFirst(text, today).find((date) => date <= today) ?? null;
}

/** An expiry date of a zone (YYMMDD) as YYYY-MM-DD: the last such day at most 50 years after `today`, since no document is valid longer; null for no date. */
export function centuryOfExpiry(text: string, today: string): string | null {
  const limit = `${Number(today.slice(0, 4)) + 50}${today.slice(4)}`;
  return newestFirst(text, today).find((date) => date <= limit) ?? null;
}

/** Tells whether YYYY-MM-DD is a day of the calendar. */
export function isRealDate(date: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

function newestFirst(text: string, today: string): readonly string[] {
  if (!/^\d{6}$/.test(text)) return [];
  const century = Number(today.slice(0, 2));
  const rest = `${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return [century + 1, century, century - 1].map((hundred) => `${hundred}${rest}`).filter(isRealDate);
}
