import { isRight, percent, type Row, type Sum } from './sum.ts';
import type { Outcome } from './outcome.ts';

/** The table by defect and the lines below it. */
export function tableOf(sum: Sum): string {
  const wide = Math.max(...sum.rows.map(({ name }) => name.length), 8);
  const line = (name: string, ...cells: readonly (string | number)[]) => `${name.padEnd(wide)}  ${cells.map((cell) => String(cell).padStart(11)).join(' ')}`;
  const row = ({ name, cases, blocked, missed, falseAlarms, soft }: Row) => line(name, cases, blocked, missed || '', falseAlarms || '', soft || '');
  const bad = sum.rows.filter(({ name }) => name !== 'good');
  const good = sum.rows.filter(({ name }) => name === 'good');
  return [
    line('defect', 'cases', 'blocked', 'missed', 'false alarm', 'let go'), ...bad.map(row), ...good.map(row), '',
    `bad ones caught              ${sum.caught} of ${sum.bad} (${percent(sum.caught, sum.bad)})`,
    `false alarms                 ${sum.falseAlarms} of ${sum.good} (${percent(sum.falseAlarms, sum.good)})`,
    `codes read fully right       ${sum.read} of ${sum.readable} readable (${percent(sum.read, sum.readable)})`,
    `valid but wrong              ${sum.validButWrong}`,
    `wrong shown as verified      ${sum.shownWrong}`,
    `caught, but a reason lets go ${sum.soft} where nothing should`,
    `time of a look               ${sum.median.toFixed(0)} ms median, ${sum.p95.toFixed(0)} ms p95 (drawing: ${sum.drawing.toFixed(0)} ms)`,
  ].join('\n');
}

/** One line of a case that came out otherwise than labelled, or was read wrongly; null when all is right. */
export function lineOf(outcome: Outcome): string | null {
  const { one, verdict, reasons, reading, shownWrong } = outcome;
  if (isRight(outcome) && (reading === 'right' || reading === 'none') && shownWrong.length === 0) return null;
  const told = isRight(outcome) ? [] : [one.label.good ? 'FALSE ALARM' : 'MISSED'];
  return [one.id, one.subject ?? 'desk', one.label.defect ?? 'good', verdict, ...told, ...(reading === 'right' || reading === 'none' ? [] : [`zone ${reading}`]), ...shownWrong.map((field) => `WRONG ${field}`), reasons.join('; ')].join(' | ');
}
