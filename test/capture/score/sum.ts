import { quantile } from '../../bench/figures.ts';
import type { Outcome } from './outcome.ts';

/** What has to be reached: parts of 1, and the number of fields that may be shown wrongly. */
export const goals = { caught: 0.97, falseAlarms: 0.02, read: 0.99, shownWrong: 0 } as const;

/** A row of the table: a defect, or the good ones. `soft` were caught where nothing should let them go, and yet a reason would. */
export type Row = { readonly name: string; readonly cases: number; readonly blocked: number; readonly missed: number; readonly falseAlarms: number; readonly soft: number };

/** The whole of a run; shares are parts of 1, times ms. */
export type Sum = {
  readonly rows: readonly Row[]; readonly bad: number; readonly caught: number; readonly good: number; readonly falseAlarms: number; readonly soft: number;
  readonly readable: number; readonly read: number; readonly validButWrong: number; readonly shownWrong: number;
  readonly median: number; readonly p95: number; readonly drawing: number;
};

/** Whether a case came out as labelled. */
export function isRight({ one, verdict }: Outcome): boolean {
  return one.label.good === (verdict === 'pass');
}

/** Counts what became of the cases. */
export function sumOf(outcomes: readonly Outcome[]): Sum {
  const names = [...new Set(outcomes.map(({ one }) => one.label.defect ?? 'good'))].toSorted();
  const rows = names.map((name) => rowOf(name, outcomes.filter(({ one }) => (one.label.defect ?? 'good') === name)));
  const total = (pick: (row: Row) => number, good: boolean) => rows.filter((row) => (row.name === 'good') === good).reduce((sum, row) => sum + pick(row), 0);
  const readings = outcomes.map(({ reading }) => reading).filter((reading) => reading !== 'none');
  const looking = outcomes.map((outcome) => outcome.looking);
  return {
    rows, bad: total(({ cases }) => cases, false), caught: total(({ blocked }) => blocked, false), good: total(({ cases }) => cases, true), falseAlarms: total((row) => row.falseAlarms, true),
    soft: total(({ soft }) => soft, false), readable: readings.length, read: readings.filter((reading) => reading === 'right').length,
    validButWrong: readings.filter((reading) => reading === 'valid-but-wrong').length, shownWrong: outcomes.reduce((sum, outcome) => sum + outcome.shownWrong.length, 0),
    median: quantile(looking, 0.5), p95: quantile(looking, 0.95), drawing: quantile(outcomes.map((outcome) => outcome.drawing), 0.5),
  };
}

function rowOf(name: string, outcomes: readonly Outcome[]): Row {
  const blocked = outcomes.filter(({ verdict }) => verdict !== 'pass').length;
  const soft = outcomes.filter(({ one, verdict }) => one.label.verdict === 'stop' && verdict === 'look-again').length;
  const good = name === 'good';
  return { name, cases: outcomes.length, blocked, missed: good ? 0 : outcomes.length - blocked, falseAlarms: good ? blocked : 0, soft };
}

const share = (part: number, of: number) => (of === 0 ? 1 : part / of);

/** Which goals a run misses, in words; none when it is good. Goals about cases that the run had none of are kept. */
export function missedGoals(sum: Sum): readonly string[] {
  const said: string[] = [];
  const check = (right: boolean, words: string) => { if (!right) said.push(words); };
  check(share(sum.caught, sum.bad) >= goals.caught, `caught ${percent(sum.caught, sum.bad)} of the bad ones, at least ${goals.caught * 100} % wanted`);
  check(sum.good === 0 || sum.falseAlarms / sum.good <= goals.falseAlarms, `${percent(sum.falseAlarms, sum.good)} false alarms, at most ${goals.falseAlarms * 100} % allowed`);
  check(share(sum.read, sum.readable) >= goals.read, `read ${percent(sum.read, sum.readable)} of what is readable, at least ${goals.read * 100} % wanted`);
  check(sum.shownWrong <= goals.shownWrong, `${sum.shownWrong} fields shown as verified though they are wrong`);
  return said;
}

/** A part of a whole as a percentage with one decimal. */
export function percent(part: number, of: number): string {
  return of === 0 ? '–' : `${((part / of) * 100).toFixed(1)} %`;
}
