import type { LimitLine } from '../../../preload/contract/limits.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { overLimit, useLimits } from './limit-checks.tsx';
import { useDuplicates, type Duplicates } from './use-duplicates.ts';
import type { Review } from './use-review.ts';

/** A review behind what stands before every payout: limits stop it, what looks alike is asked about first. */
export type Guarded = { readonly review: Review; readonly duplicates: Duplicates; readonly limits: readonly LimitLine[] };

/** Puts the guards before a review; `onSend` is what an answered question goes on with. */
export function useGuards(payout: Payout, review: Review, onSend: () => void): Guarded {
  const limits = useLimits(payout.id);
  const duplicates = useDuplicates(payout.id, review, onSend);
  return { review: { ...review, send: duplicates.guard(review.send), stop: overLimit(limits) }, duplicates, limits };
}
