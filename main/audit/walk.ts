import { createHash } from 'node:crypto';
import type { AuditRow, AuditRows } from '../store/audit.ts';
import { faultOf, hashOf, type RowFault } from './chain.ts';

/** A person's word that a broken log is gone on with, as its row tells it; `faults` is the mark of every broken row before it. */
export type Acceptance = { readonly number: number; readonly reason: string; readonly by: string; readonly at: number; readonly faults: string };
/** The first broken row that nobody has accepted, or the first at all. */
export type FoundFault = { readonly number: number; readonly what: RowFault };

/** What a walk along a chain found. `faults` marks every broken row as it is now; null when there is none. */
export type Walk = {
  readonly rows: number;
  readonly first: FoundFault | null;
  readonly open: FoundFault | null;
  readonly faults: string | null;
  readonly acceptance: Acceptance | null;
};

/** Rows read at once: some milliseconds, after which everything else has its turn. */
const slice = 500;

/** Recomputes a whole chain, slice by slice; null when `stopped` says so in between. */
export async function walkChain(rows: Pick<AuditRows, 'after'>, stopped: () => boolean): Promise<Walk | null> {
  const state: State = { previous: null, rows: 0, first: null, open: null, seal: createHash('sha256'), acceptance: null };
  for (let number = Number.MIN_SAFE_INTEGER; ;) {
    if (stopped()) return null;
    const page = rows.after(number, slice);
    for (const row of page) step(state, row);
    if (page.length < slice) break;
    number = page.at(-1)?.number ?? number;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  const { rows: count, first, open, acceptance } = state;
  return { rows: count, first, open, acceptance, faults: first === null ? null : sealed(state) };
}

type State = { previous: AuditRow | null; rows: number; first: FoundFault | null; open: FoundFault | null; seal: ReturnType<typeof createHash>; acceptance: Acceptance | null };

function step(state: State, row: AuditRow): void {
  const hash = hashOf(row);
  const what = faultOf(row, state.previous, hash);
  state.previous = row;
  state.rows += 1;
  if (what !== null) {
    state.first ??= { number: row.number, what };
    state.open ??= { number: row.number, what };
    // What is broken stays as it was when it was accepted: one more change to it is a new fault.
    state.seal.update(JSON.stringify([row.number, what, hash, row.hash]));
    return;
  }
  if (row.what !== 'audit.accept') return;
  state.acceptance = acceptanceOf(row);
  if (state.open !== null && state.acceptance.faults === sealed(state)) state.open = null;
}

const sealed = (state: State) => state.seal.copy().digest('hex');

function acceptanceOf({ number, actor, at, detail }: AuditRow): Acceptance {
  const { reason, faults } = factsOf(detail);
  return { number, by: actor, at, reason: typeof reason === 'string' ? reason : '', faults: typeof faults === 'string' ? faults : '' };
}

/** The facts of a row as they were written; none when they can't be read. */
export function factsOf(detail: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(detail)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
