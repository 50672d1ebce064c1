import { emptyCustomerFields, type CustomerFields } from '../../../preload/contract/customers.ts';
import type { Evidence } from '../../../preload/contract/evidence.ts';
import { fillFrom } from '../../../preload/contract/judge/fill.ts';
import { judge } from '../../../preload/contract/judge/judge.ts';
import { verdictOf } from '../../../preload/contract/judge/verdict.ts';
import { parseZone } from '../../../preload/contract/mrz.ts';
import type { Finding, Verdict } from '../../../preload/contract/preflight.ts';
import type { Case } from '../plan.ts';
import type { Seen } from '../page/score-page.ts';
import { aamvaText } from '../../../renderer/capture/specimen/barcode-text.ts';

/** How the reading of a zone or barcode went: all right, right by the check digits and yet wrong, not read, or nothing to read. */
export type Reading = 'right' | 'valid-but-wrong' | 'unread' | 'none';

/** What became of a case. `shownWrong` are fields shown as verified (or filled in) though they aren't what is printed, or aren't the form's. */
export type Outcome = {
  readonly one: Case; readonly verdict: Verdict; readonly reasons: readonly string[]; readonly reading: Reading; readonly shownWrong: readonly string[];
  readonly drawing: number; readonly looking: number;
};

/** Judges what the pre-flight saw, as the app does, and holds it against what was drawn. */
export function outcomeOf(one: Case, seen: Seen): Outcome {
  const { drawing, looking, evidence } = seen;
  if (!evidence) return { one, verdict: 'stop', reasons: [`refused: ${seen.refusal ?? '?'}`], reading: one.readable ? 'unread' : 'none', shownWrong: [], drawing, looking };
  const findings = judge({ idType: one.idType, fields: one.fields, today: one.today, documents: { [one.slot]: [evidence] }, refused: null })[one.slot] ?? [];
  const reasons = findings.filter(({ verdict }) => verdict !== 'pass').map(({ id, value, verdict }) => `${verdict === 'stop' ? '!' : ''}${id}: ${value}`);
  return { one, verdict: verdictOf(findings), reasons, reading: readingOf(one, evidence, seen.truth.zone), shownWrong: [...comparedWrong(one, evidence, seen, findings), ...filledWrong(one, evidence, seen)], drawing, looking };
}

function readingOf({ readable, subject, person }: Case, evidence: Evidence, printed: readonly string[]): Reading {
  if (!readable || !person) return 'none';
  if (subject === 'us-licence-back') return evidence.barcode === null ? 'unread' : evidence.barcode.text.trim() === aamvaText(person).trim() ? 'right' : 'valid-but-wrong';
  const { state, lines, certain } = evidence.zone;
  if (state !== 'read') return 'unread';
  if (lines.join() === printed.join()) return 'right';
  const valid = parseZone(lines, '2026-01-01')?.checks.every(({ right }) => right) ?? false;
  return valid && certain ? 'valid-but-wrong' : 'unread';
}

/** The evidence as it would be if the zone had been read as printed. */
function perfect(evidence: Evidence, seen: Seen, one: Case): Evidence {
  const zone = { ...evidence.zone, state: 'read' as const, lines: [...seen.truth.zone], corrected: 0, certain: true };
  const barcode = one.subject === 'us-licence-back' && one.person ? { area: null, text: aamvaText(one.person) } : null;
  return { ...evidence, barcode, zone: seen.truth.zone.length > 0 ? zone : { ...zone, state: 'none', lines: [] } };
}

const dataChecks = ['issuer', 'name', 'birth', 'number', 'expiry'] as const;

/** A finding that passes though it doesn't when the document is read as printed. */
function comparedWrong(one: Case, evidence: Evidence, seen: Seen, findings: readonly Finding[]): readonly string[] {
  const should = judge({ idType: one.idType, fields: one.fields, today: one.today, documents: { [one.slot]: [perfect(evidence, seen, one)] }, refused: null })[one.slot] ?? [];
  const truth = new Map(should.map((finding) => [finding.id, finding]));
  const passed = findings.filter(({ id, verdict }) => verdict === 'pass' && dataChecks.some((check) => check === id));
  return passed.filter(({ id }) => truth.get(id)?.verdict !== 'pass' || contradicts(one, id)).map(({ id }) => id);
}

/** What the plan itself knows to be different between form and paper. */
function contradicts({ label }: Case, id: string): boolean {
  return label.defect === { issuer: 'other country', name: 'other name', birth: 'other birth date', number: 'other number', expiry: 'expired' }[id];
}

/** A field that an empty form would be filled with and that isn't what is printed. */
function filledWrong(one: Case, evidence: Evidence, seen: Seen): readonly string[] {
  const empty = { ...emptyCustomerFields, idType: one.idType };
  const filled = fillFrom({ [one.slot]: [evidence] }, empty, one.today);
  const should = fillFrom({ [one.slot]: [perfect(evidence, seen, one)] }, empty, one.today);
  const fields = Object.keys(filled) as (keyof CustomerFields)[];
  return fields.filter((field) => filled[field] !== should[field]).map((field) => `filled ${field}`);
}
