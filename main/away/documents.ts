import { dayInWords, dayOf } from '../../preload/contract/calendar.ts';
import { named, pairs, type Compared, type Comparison } from './pairs.ts';

/** Identity documents that were valid when the payouts were drafted or the spell began, and aren't any more. */
export function documentChanges(all: Compared): Comparison[] {
  const { spell, now, answers } = all;
  const today = dayOf(now.at);
  return pairs(all).flatMap(([before, stake]): Comparison[] => {
    const document = stake.customerId === null ? undefined : answers.documents.get(stake.customerId);
    if (document === undefined || document.expires === '') return [];
    const assumed = dayOf(Math.min(spell.since, before.updatedAt));
    if (document.expires >= today || document.expires < assumed) return [null];
    return [{
      kind: 'document', subject: `Document of ${document.name}`, before: `Valid until ${dayInWords(document.expires)}`, beforeAt: spell.since, now: 'Expired', nowAt: now.at,
      matters: true, payouts: [named(stake)],
    }];
  });
}
