import { zoneParts, type ZoneFormat } from '../../../preload/contract/mrz-layout.ts';
import { isZoneState } from '../../../preload/contract/mrz-states.ts';

/** Tells whether a zone says nothing impossible: states that exist, months and days that a calendar has, names without a filler in front. */
export function isPlausible(lines: readonly string[], format: ZoneFormat): boolean {
  const parts = zoneParts(format, (lines[0] ?? '').startsWith('V'));
  const raw = ({ line, from, to }: { readonly line: number; readonly from: number; readonly to: number }) => (lines[line] ?? '').slice(from, to);
  const state = (text: string) => isZoneState(text.replace(/<+$/, ''));
  return state(raw(parts.issuer)) && state(raw(parts.nationality)) && isDate(raw(parts.birth)) && isDate(raw(parts.expiry));
}

function isDate(text: string): boolean {
  const [, month = '', day = ''] = /^[0-9<]{2}(\d\d|<<)(\d\d|<<)$/.exec(text) ?? [];
  const within = (part: string, most: number) => part === '<<' || (Number(part) >= 1 && Number(part) <= most);
  return within(month, 12) && within(day, 31) && month !== '';
}
