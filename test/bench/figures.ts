/** One measured figure. `budget` null means that it is only told; `atLeast` turns the budget round; a gate fails the run when it isn't met. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'bytes' | 'ratio' | 'rows' | 'zones' | 'frames/s';
  readonly budget: number | null;
  readonly atLeast?: true;
  readonly gate?: true;
  /** What the value of a ratio was divided by, and in which unit both were measured. */
  readonly reference?: { readonly value: number; readonly of: number; readonly unit: string };
};

/** Takes each figure as soon as it is there. */
export type Report = (figure: Figure) => void;

/** Whether a figure keeps its budget. */
export function isKept({ value, budget, atLeast }: Figure): boolean {
  return budget === null || (atLeast ? value >= budget : value <= budget);
}

/** The one line of a figure. */
export function lineOf(figure: Figure): string {
  const { name, value, unit, budget, reference } = figure;
  return JSON.stringify({ name, value: round(value), unit, budget, ok: isKept(figure), ...(reference ? { reference: { ...reference, value: round(reference.value), of: round(reference.of) }, ratio: round(value) } : {}) });
}

/** The value below which a part of the samples lies: 0.5 is the median. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * part) - 1))] ?? Number.NaN;
}

/** Runs work `times` times after `warm` unmeasured ones and gives the ms of each. */
export async function timed(times: number, warm: number, work: (turn: number) => unknown): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < warm + times; turn += 1) {
    const began = performance.now();
    await work(turn);
    if (turn >= warm) samples.push(performance.now() - began);
  }
  return samples;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
