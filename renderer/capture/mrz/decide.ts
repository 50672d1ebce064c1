import { checksOf } from '../../../preload/contract/mrz.ts';
import { zoneChecks, checkWeight, zoneShapes, zoneSigns, type ZoneCheck, type ZoneFormat } from '../../../preload/contract/mrz-layout.ts';
import { maskOf, rulesOf } from './rules.ts';
import { signCount } from './slots.ts';
import { likeliest, type Outcome, type Walk, type WalkStep } from './walk.ts';

/** The zone that fits best: `odds` is the probability that all of it is so, `strain` how much likelier the eye alone found another text (0 to 1, 1 is agreement). */
export type Decision = { readonly lines: readonly string[]; readonly read: readonly string[]; readonly odds: number; readonly strain: number; readonly checked: boolean };

const filler = zoneSigns.indexOf('<');
/** A text that the check digits want must be at least this likely beside the text that the eye wants; below it, the document itself is wrong. */
const leastLikely = 0.02;

/**
 * Chooses the text of a zone from the probabilities of each line's slots: signs that the place allows, then the text that satisfies all check digits and
 * is likeliest. Where that one is far from what is seen, the text as seen stays and its check digits fail.
 */
export function decide(slots: readonly Float64Array[], format: ZoneFormat): Decision {
  const read = slots.map((line) => seen(line));
  const visa = format !== 'TD1' && (read[0] ?? '').startsWith('V');
  const held = masked(slots, format, visa);
  const bySight = held.map((line) => seen(line));
  const over = longNumber(bySight, format, visa);
  const { walk, outcome } = better(walkOf(held, format, visa, over, true), over > 0 ? walkOf(held, format, visa, over, false) : null);
  const corrected = outcome !== null && outcome.strain >= leastLikely ? applied(bySight, walk, outcome) : null;
  // Signs that were corrected can change what counts as the document number, so the whole text is looked at again.
  const checked = outcome !== null && corrected !== null && checksOf(corrected, format).every(({ right }) => right);
  const walked = new Set(walk.map((step) => `${step.line}:${step.at}`));
  const rest = held.map((line, row) => freeOdds(line, row, (at) => checked && walked.has(`${row}:${at}`))).reduce((all, one) => all * one, 1);
  return { lines: checked ? corrected : bySight, read, odds: rest * (checked ? outcome.odds : 1), strain: outcome?.strain ?? 0, checked };
}

/** The lines as seen with the signs that the check digits want. */
function applied(lines: readonly string[], walk: Walk, outcome: Outcome): readonly string[] {
  const grid = lines.map((line) => Array.from(line));
  walk.forEach((step, index) => { (grid[step.line] ?? [])[step.at] = zoneSigns.charAt(outcome.signs[index] ?? filler); });
  return grid.map((line) => line.join(''));
}

type Tried = { readonly walk: Walk; readonly outcome: Outcome | null };

/** Tries both ways of counting a long document number where there is one. */
function better(walk: Walk, other: Walk | null): Tried {
  const tried = { walk, outcome: likeliest(walk) };
  if (!other) return tried;
  const second = { walk: other, outcome: likeliest(other) };
  return (second.outcome?.strain ?? 0) > (tried.outcome?.strain ?? 0) ? second : tried;
}

function bestOf(line: Float64Array, slot: number): { sign: number; odds: number } {
  let sign = 0;
  for (let k = 1; k < signCount; k += 1) if ((line[slot * signCount + k] ?? 0) > (line[slot * signCount + sign] ?? 0)) sign = k;
  return { sign, odds: line[slot * signCount + sign] ?? 0 };
}

/** The likeliest sign of every slot. */
export function seen(line: Float64Array): string {
  return Array.from({ length: line.length / signCount }, (_, slot) => zoneSigns.charAt(bestOf(line, slot).sign)).join('');
}

/** The probability of all slots of a line that no check digit guards being as they look. */
function freeOdds(line: Float64Array, _row: number, guarded: (at: number) => boolean): number {
  let odds = 1;
  for (let slot = 0; slot < line.length / signCount; slot += 1) if (!guarded(slot)) odds *= bestOf(line, slot).odds;
  return odds;
}

function masked(slots: readonly Float64Array[], format: ZoneFormat, visa: boolean): readonly Float64Array[] {
  const rules = rulesOf(format, visa);
  return slots.map((line, row) => {
    const kept = line.slice();
    for (let slot = 0; slot < zoneShapes[format].width; slot += 1) {
      const mask = maskOf(rules[row]?.[slot] ?? 'any');
      let sum = 0;
      for (let k = 0; k < signCount; k += 1) sum += kept[slot * signCount + k] = mask[k] ? (kept[slot * signCount + k] ?? 0) + 1e-9 : 0;
      for (let k = 0; k < signCount; k += 1) kept[slot * signCount + k] = (kept[slot * signCount + k] ?? 0) / sum;
    }
    return kept;
  });
}

function longNumber(lines: readonly string[], format: ZoneFormat, visa: boolean): number {
  if (format === 'TD3' || visa) return 0;
  const [line, end, optional] = format === 'TD1' ? [lines[0] ?? '', 14, 15] : [lines[1] ?? '', 9, 28];
  if (line[end] !== '<' || line[end - 1] === '<') return 0;
  const run = /^[A-Z0-9]+/.exec(line.slice(optional))?.[0].length ?? 0;
  return Math.max(0, run - 1);
}

/** All guarded places in the order in which the composite check digit takes them, each with what it adds to which sum. */
function walkOf(held: readonly Float64Array[], format: ZoneFormat, visa: boolean, over: number, bridged: boolean): Walk {
  const checks = zoneChecks(format, visa, over, bridged).filter((check) => !absent(held, check));
  const composite = checks.find((check) => check.name === 'composite');
  const own = checks.filter((check) => check.name !== 'composite');
  const spans = composite?.over ?? own.flatMap((check) => [...check.over, { line: check.line, from: check.at, to: check.at + 1 }]);
  const steps: WalkStep[] = [];
  let place = 0;
  for (const span of spans) {
    for (let at = span.from; at < span.to; at += 1) {
      steps.push({ ...roleOf(own, span.line, at), line: span.line, at, whole: composite ? checkWeight(place) : 0, odds: slotOdds(held, span.line, at) });
      place += 1;
    }
  }
  if (composite) steps.push({ line: composite.line, at: composite.at, part: 0, ends: 'whole', whole: 0, odds: slotOdds(held, composite.line, composite.at) });
  return steps;
}

/** A passport without optional signs may have a filler for their check digit. */
function absent(held: readonly Float64Array[], check: ZoneCheck): boolean {
  return check.name === 'optional' && bestOf(held[check.line] ?? new Float64Array(0), check.at).sign === filler;
}

function roleOf(checks: readonly ZoneCheck[], line: number, at: number): { readonly part: number; readonly ends: 'part' | null } {
  for (const check of checks) {
    if (check.line === line && check.at === at) return { part: 0, ends: 'part' };
    let before = 0;
    for (const span of check.over) {
      if (span.line === line && at >= span.from && at < span.to) return { part: checkWeight(before + at - span.from), ends: null };
      before += span.to - span.from;
    }
  }
  return { part: 0, ends: null };
}

function slotOdds(held: readonly Float64Array[], line: number, at: number): Float64Array {
  return (held[line] ?? new Float64Array(0)).subarray(at * signCount, (at + 1) * signCount);
}
