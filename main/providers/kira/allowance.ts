import type { Budget, BudgetKeeper } from '../budget.ts';
import { longestWordMs, retryAfter } from '../budget.ts';

/** Requests a second that Bursar allows itself, well under what the guides name (Kira guide: Rate limits says 10 and elsewhere 20). */
export const requestsPerSecond = 5;

const longestHoldMs = 60_000;
const firstHoldMs = 1000;
const longestGuessMs = 32_000;

type State = { budget: Budget; told: boolean; heldUntil: number; refusals: number };

/** Keeps Kira's allowance. Kira counts by the second and mostly doesn't tell, so reads only wait after a 429: as long as it asks for, else one
 *  second, doubling up to 32 with every further one (Kira guide: Rate limits). `onBudget` hears what Kira does tell. */
export function createAllowance(clock: () => number, random: () => number, onBudget: (budget: Budget) => void): BudgetKeeper {
  const state: State = { budget: { remaining: requestsPerSecond, limit: requestsPerSecond, resetAt: null }, told: false, heldUntil: 0, refusals: 0 };
  return {
    take: () => undefined,
    delay: () => {
      const left = state.heldUntil - clock();
      return left > longestWordMs ? 0 : Math.min(Math.max(0, left), longestHoldMs);
    },
    learn(headers, status) {
      const now = clock();
      hold(state, headers, status, now, random);
      if (!readBudget(state, headers, status, now)) return;
      onBudget(state.budget);
    },
    state: () => state.budget,
    told: () => state.told,
  };
}

function hold(state: State, headers: Headers, status: number, now: number, random: () => number): void {
  if (status !== 429) { state.refusals = 0; return; }
  const guess = Math.min(firstHoldMs * 2 ** state.refusals, longestGuessMs) * (0.75 + random() / 2);
  state.refusals += 1;
  state.heldUntil = now + Math.min(retryAfter(headers, now) ?? guess, longestWordMs);
}

function readBudget(state: State, headers: Headers, status: number, now: number): boolean {
  const limit = whole(headers, 'limit');
  const remaining = status === 429 ? 0 : whole(headers, 'remaining');
  if (limit === null && remaining === null) return false;
  const reset = whole(headers, 'reset');
  const resetAt = status === 429 ? state.heldUntil : reset === null ? null : now + Math.min(reset * 1000, longestWordMs);
  const most = limit ?? state.budget.limit;
  state.budget = { limit: most, remaining: Math.min(remaining ?? most, most), resetAt };
  state.told ||= limit !== null;
  return true;
}

function whole(headers: Headers, name: string): number | null {
  const text = (headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`) ?? '').trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
