import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { onForget } from '../../flush.ts';

const released = new Set<string>();
onForget(() => released.clear());

/** Remembers that this payout was sent from here: if it comes back for a code, the person is still at it. */
export function rememberReleased(id: string): void {
  released.add(id);
}

/** Whether this payout was sent from here and its return was not dealt with yet. */
export function wasReleased(id: string): boolean {
  return released.has(id);
}

/** Its return is dealt with. */
export function forgetReleased(id: string): void {
  released.delete(id);
}

/** Why a payout came back for a code: one is asked for, it was wrong, or none is taken for now. Null for any other problem. */
export function codeProblem({ problem }: Pick<Payout, 'problem'>): AppError | null {
  return problem?.code === 'code-needed' || problem?.code === 'code-wrong' || problem?.code === 'code-blocked' ? problem : null;
}
