import { zoneParts, zoneShapes, zoneSigns, type ZoneFormat } from '../../../preload/contract/mrz-layout.ts';

/** Signs that a place of a zone may hold. */
export type Rule = 'letter' | 'name' | 'digit' | 'date' | 'month' | 'day' | 'sex' | 'check' | 'any';

const allowed: Readonly<Record<Rule, string>> = {
  letter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', name: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<', digit: '0123456789', date: '0123456789<', month: '01<', day: '0123<',
  sex: 'MFX<', check: '0123456789<', any: zoneSigns,
};

const masks = new Map<Rule, readonly boolean[]>();

/** For each of the 37 signs whether a place under this rule may hold it. */
export function maskOf(rule: Rule): readonly boolean[] {
  const known = masks.get(rule);
  if (known) return known;
  const mask = Array.from(zoneSigns, (sign) => allowed[rule].includes(sign));
  masks.set(rule, mask);
  return mask;
}

/** The rule of every place of every line (ICAO Doc 9303 parts 4 to 7). `firsts` holds the document codes' first letters for the size. */
export function rulesOf(format: ZoneFormat, visa: boolean): readonly (readonly Rule[])[] {
  const { lines, width } = zoneShapes[format];
  const rules: Rule[][] = Array.from({ length: lines }, () => Array.from({ length: width }, (): Rule => 'any'));
  const set = (line: number, from: number, list: readonly Rule[]) => list.forEach((rule, place) => { (rules[line] ?? [])[from + place] = rule; });
  const parts = zoneParts(format, visa);
  const date: readonly Rule[] = ['date', 'date', 'month', 'date', 'day', 'date', 'digit'];
  set(parts.code.line, parts.code.from, ['letter', 'name']);
  set(parts.issuer.line, parts.issuer.from, ['letter', 'name', 'name']);
  set(parts.nationality.line, parts.nationality.from, ['letter', 'name', 'name']);
  set(parts.names.line, parts.names.from, ['letter', ...Array.from({ length: parts.names.to - parts.names.from - 1 }, (): Rule => 'name')]);
  set(parts.number.line, parts.number.to, [format === 'TD3' || visa ? 'digit' : 'check']);
  set(parts.birth.line, parts.birth.from, date);
  set(parts.expiry.line, parts.expiry.from, date);
  set(parts.sex.line, parts.sex.from, ['sex']);
  if (!visa) set(1, width - 1, ['digit']);
  if (format === 'TD3' && !visa) set(1, 42, ['check']);
  return rules;
}
