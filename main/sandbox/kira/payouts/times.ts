/** ISO-8601 UTC without fractions of a second, the way payouts print times. */
export function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
