/** What is left of the provider's request allowance: requests, and when (epoch ms) it fills up again, null when not known. */
export type Budget = { readonly remaining: number; readonly limit: number; readonly resetAt: number | null };

/** Keeps count of the allowance of one profile. */
export type BudgetKeeper = {
  /** Counts one request that is about to leave. */
  take(): void;
  /** How long (ms) a read should wait so that the rest stays free for money and look-ups; 0 when there is enough. */
  delay(): number;
  /** Takes over what a reply's headers say. */
  learn(headers: Headers, status: number): void;
  state(): Budget;
  /** Whether the provider has told its allowance yet; until then the documented one is assumed. */
  told(): boolean;
};

/** The documented allowance: requests a minute over all endpoints (Blaaiz guide: Rate limits). */
const assumedLimit = 100;
const windowMs = 60_000;
/** The longest (ms) that a provider's word about its allowance is believed. What would last longer was said before the clock was set back. */
export const longestWordMs = 3_600_000;

type State = { limit: number; remaining: number; resetAt: number | null; told: boolean };

/** Makes a keeper with a full allowance; `onBudget` hears of every change a reply brings. */
export function createBudget(clock: () => number, onBudget: (budget: Budget) => void): BudgetKeeper {
  const state: State = { limit: assumedLimit, remaining: assumedLimit, resetAt: null, told: false };
  const refill = () => {
    const left = state.resetAt === null ? null : state.resetAt - clock();
    if (left === null || (left > 0 && left <= longestWordMs)) return;
    state.remaining = state.limit;
    state.resetAt = null;
  };
  const snapshot = (): Budget => ({ remaining: state.remaining, limit: state.limit, resetAt: state.resetAt });
  return {
    take() {
      refill();
      state.remaining = Math.max(0, state.remaining - 1);
      state.resetAt ??= clock() + windowMs;
    },
    delay() {
      refill();
      if (state.resetAt === null || state.remaining > reserve(state.limit)) return 0;
      return Math.min(state.resetAt - clock(), windowMs);
    },
    learn(headers, status) {
      if (learnFrom(state, headers, status, clock())) onBudget(snapshot());
    },
    state: snapshot,
    told: () => state.told,
  };
}

/** Requests kept back for money and look-ups: a tenth, at least five, never more than half. */
function reserve(limit: number): number {
  return Math.min(Math.max(5, Math.ceil(limit / 10)), Math.floor(limit / 2));
}

function learnFrom(state: State, headers: Headers, status: number, now: number): boolean {
  const limit = count(headers.get('x-ratelimit-limit'));
  const remaining = status === 429 ? 0 : count(headers.get('x-ratelimit-remaining'));
  const wait = retryAfter(headers, now);
  if (limit === null && remaining === null) return false;
  if (limit !== null && limit > 0) state.limit = limit;
  if (remaining !== null) state.remaining = Math.min(remaining, state.limit);
  const resetAt = status === 429 && wait !== null ? now + wait : resetTime(headers, now) ?? state.resetAt ?? now + windowMs;
  state.resetAt = Math.min(resetAt, now + longestWordMs);
  state.told ||= limit !== null;
  return true;
}

function count(text: string | null): number | null {
  return text !== null && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** Reads X-RateLimit-Reset (epoch seconds; milliseconds and "seconds from now" are told by size) on our own clock. */
function resetTime(headers: Headers, now: number): number | null {
  const text = headers.get('x-ratelimit-reset')?.trim() ?? '';
  if (!/^\d{1,14}$/.test(text)) return null;
  const value = Number(text);
  if (value < 1e6) return now + value * 1000;
  // The provider's clock and ours may differ; the Date header tells by how much.
  const there = Date.parse(headers.get('date') ?? '');
  const left = (value < 1e11 ? value * 1000 : value) - (Number.isNaN(there) ? now : there);
  return now + Math.max(left, 1000);
}

/** Reads Retry-After (seconds or a date) as ms to wait; null when absent or unreadable. */
export function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const at = text === '' ? Number.NaN : Date.parse(text);
  if (Number.isNaN(at)) return null;
  const there = Date.parse(headers.get('date') ?? '');
  return Math.max(0, at - (Number.isNaN(there) ? now : there));
}
