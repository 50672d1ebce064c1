import type { Payout } from '../../../preload/contract/payouts.ts';

/** What a payout is called on its own pages: what it pays for, then whom ("MI-0918, Calder Freight Inc"); empty while neither is known. */
export function payoutTitle({ reference, payeeName }: Pick<Payout, 'reference' | 'payeeName'>): string {
  return [reference, payeeName].map((part) => part.trim()).filter((part) => part !== '').join(', ');
}
