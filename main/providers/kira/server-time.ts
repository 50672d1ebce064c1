/** How far (ms) two clocks may differ by rounding alone: the Date header has no parts of a second. */
const rounding = 2000;

/** A moment as Kira writes it, as epoch ms: ISO 8601, or as recipients have it, with a space, microseconds and `+00` (Kira API reference:
 *  Recipients). Null when it is neither. */
export function parseTime(text: string | null | undefined): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec((text ?? '').trim());
  if (!parts) return null;
  const [, day = '', time = '', fraction = '', zone = 'Z'] = parts;
  const at = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${fullZone(zone)}`);
  return Number.isNaN(at) ? null : at;
}

function fullZone(zone: string): string {
  if (/^z$/i.test(zone)) return 'Z';
  return `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`;
}

/** The server's clock when it answered (epoch ms, whole seconds); null when it didn't tell. */
export function serverTime(headers: Headers): number | null {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}

/** How many ms the server's clock is ahead of ours; 0 when it doesn't tell or the difference is only rounding. */
export function serverAhead(headers: Headers, now: number): number {
  const there = serverTime(headers);
  return there === null || Math.abs(there - now) < rounding ? 0 : there - now;
}

/** A moment that the server named, on this computer's clock. */
export function onOurClock(at: number, headers: Headers, now: number): number {
  return at - serverAhead(headers, now);
}
