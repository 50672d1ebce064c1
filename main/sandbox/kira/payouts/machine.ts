import type { KiraPayout, KiraSettings } from '../model.ts';

const holds = ['in_review', 'kyt_pending'];
const ends = ['failed', 'cancelled'];
const followers: Readonly<Record<string, readonly string[]>> = {
  created: ['pending', 'processing', 'completed', ...holds, ...ends],
  pending: ['processing', 'completed', ...holds, ...ends],
  processing: ['completed', ...holds, ...ends],
  in_review: ['kyt_pending', 'pending', 'processing', 'completed', ...ends],
  kyt_pending: ['in_review', 'pending', 'processing', 'completed', ...ends],
  completed: ['failed', 'returned'],
  failed: [], returned: [], cancelled: [],
};

/** Whether a payout may go from one status to the other: never backwards, out of an end never; words nobody knows go anywhere. */
export function mayFollow(from: string, to: string): boolean {
  const next = followers[from];
  if (!next) return true;
  return next.includes(to) || (next.length > 0 && !(to in followers));
}

/** How a payout is going to end, told by the cents of its amount. */
export type Fate = 'good' | 'held-approved' | 'held-rejected' | 'failed' | 'returned' | 'stuck' | 'partial' | 'wrong-token' | 'expired' | 'funded';

const fates: Readonly<Record<number, Fate>> = { 2: 'held-approved', 3: 'held-rejected', 4: 'failed', 5: 'returned', 6: 'stuck' };
const depositFates: Readonly<Record<number, Fate>> = { 51: 'partial', 52: 'wrong-token', 53: 'expired', 54: 'funded' };

/** The fate of a payout: .02, .03 and .04 are the provider's own (Kira guide: Sandbox, forced outcomes), the others are ours; with .54 the deposit comes by
 *  itself, for those who have no control at hand. */
export function fateOf(payout: Pick<KiraPayout, 'amount' | 'mode'>): Fate {
  const cents = payout.amount % 100;
  return (payout.mode === 'crypto' ? depositFates[cents] : undefined) ?? fates[cents] ?? 'good';
}

/** What happens next by itself: a new status, or the bank's acknowledgement (`uetr`), and how many seconds from now, before scaling. */
export interface Step {
  readonly to: string;
  readonly seconds: number;
}

/** The next step of a payout whose money is there; null when it stays where it is until somebody moves it. */
export function nextStep(payout: KiraPayout, settings: KiraSettings): Step | null {
  const fate = fateOf(payout);
  const { pending_seconds: pending, processing_seconds: processing, wire_seconds: wire } = settings;
  if (payout.status === 'created') return fate === 'stuck' || payout.mode === 'crypto' ? null : { to: 'pending', seconds: pending };
  if (payout.status === 'pending') return { to: afterPending(fate), seconds: Math.max(0, processing - pending) };
  if (payout.status === 'in_review') return reviewed(fate, wire);
  if (payout.status === 'processing') return afterProcessing(payout, settings);
  return payout.status === 'completed' && fate === 'returned' ? { to: 'returned', seconds: wire } : null;
}

function afterPending(fate: Fate): string {
  if (fate === 'failed') return 'failed';
  return fate === 'held-approved' || fate === 'held-rejected' ? 'in_review' : 'processing';
}

function reviewed(fate: Fate, seconds: number): Step | null {
  if (fate === 'held-approved') return { to: 'processing', seconds };
  return fate === 'held-rejected' ? { to: 'failed', seconds } : null;
}

function afterProcessing(payout: KiraPayout, settings: KiraSettings): Step {
  const { processing_seconds: processing, wire_seconds: wire, swift_seconds: swift, uetr_seconds: uetr } = settings;
  if (payout.payment_method !== 'swift') return { to: 'completed', seconds: Math.max(0, wire - processing) };
  if (payout.uetr === null) return { to: 'uetr', seconds: Math.max(0, uetr - processing) };
  return { to: 'completed', seconds: Math.max(0, swift - uetr) };
}
