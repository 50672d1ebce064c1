import type { Payout } from '../../../preload/contract/payouts.ts';

/** Whether the connection is to blame for not knowing; it is then said so once, and the cause need not be told again. */
export function wasCut({ unknown }: Pick<Payout, 'unknown'>): boolean {
  return /^(no answer|no connection|the line)/i.test(unknown?.cause ?? '');
}
