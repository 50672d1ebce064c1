import type { KiraProfile } from '../model.ts';

/** A status as reads show it: in capitals, and `returned` as FAILED from version 2026-04-14 on (Kira guide: Payouts, statuses). */
export function shownStatus(status: string, profile: KiraProfile): string {
  return (status === 'returned' && profile !== 'G1' ? 'failed' : status).toUpperCase();
}
