import type { Payout } from '../../../preload/contract/payouts.ts';

/** Whether the connection is to blame for not knowing; it is then said so once, and the cause need not be told again. */
export function wasCut({ unknown }: Pick<Payout, 'unknown'>): boolean {
  return /^(no answer|no connection|the line)/i.test(unknown?.cause ?? '');
}

/** Whether a cause, or a sentence with it, says that the app itself stopped while sending. */
export function wasStopped(cause: string): boolean {
  return /bursar stopped/i.test(cause);
}

/** Whether an unknown payout was found at the provider, and not made known in another way. */
export function wasFound({ timeline }: Pick<Payout, 'timeline'>): boolean {
  return timeline.some(({ what }) => what.startsWith('Found:'));
}

/** Whether a payout comes from a restored backup and nothing of it left this computer since: it may have left from elsewhere, or after the backup was made. */
export function isUnseen({ restoredAt, sent }: Pick<Payout, 'restoredAt' | 'sent'>): boolean {
  return restoredAt !== null && sent === null;
}
