import type { Payout } from '../../../preload/contract/payouts.ts';
import { dateOf, momentOf } from '../../components/clock.ts';
import { t } from '../../text.ts';

/** Where a payout stands, in one sentence, and what happens next or what to do. */
export type StatusSentence = { readonly head: string; readonly next: string };

/** The sentence for a payout that has left. */
export function statusSentence(payout: Payout, now: number = Date.now()): StatusSentence {
  switch (payout.state) {
    case 'accepted': return { head: t('Blaaiz has it'), next: nextLook(payout, now) };
    case 'processing': return { head: t('On its way to {name}', { name: payout.payeeName }), next: nextLook(payout, now) };
    case 'completed': return { head: t('It arrived'), next: watched(payout, now) };
    case 'refused': return { head: t('Blaaiz refused it. Nothing left the wallet.'), next: remedy(payout, t('Make a corrected copy and send that.')) };
    case 'failed': return { head: t('It failed at Blaaiz or at the bank'), next: remedy(payout, t('Check that the money is back in the wallet, then make a corrected copy.')) };
    case 'returned': return { head: t('The bank sent it back'), next: remedy(payout, t('Check that the money is back in the wallet, then correct the account in a copy.')) };
    case 'draft':
    case 'ready':
    case 'queued':
    case 'sending':
    case 'unknown': return { head: payout.payeeName, next: remedy(payout, '') };
  }
}

/** Why it stopped and what to do, in the words that came with it; a copy settles it. */
function remedy({ problem, clonedTo }: Payout, otherwise: string): string {
  if (clonedTo !== null) return t('A corrected copy was made.');
  if (!problem) return otherwise;
  const quote = problem.reference ? t('Quote {reference} to Blaaiz support.', { reference: problem.reference }) : '';
  // A refusal for fields names each here: the form that had them is only in the copy.
  const fields = (problem.fields ?? []).map(({ message }) => message);
  return [problem.message, ...fields, problem.fix ?? '', quote].filter((part) => part !== '').join(' ');
}

function nextLook({ nextCheckAt }: Payout, now: number): string {
  if (nextCheckAt === null) return t('You do nothing.');
  return nextCheckAt <= now ? t('Looked at again now. You do nothing.') : t('Looked at again at {time}. You do nothing.', { time: momentOf(nextCheckAt, now) });
}

function watched({ watchedUntil }: Payout, now: number): string {
  if (watchedUntil === null || watchedUntil < now) return t('Nothing is left to do.');
  return t('Watched until {date}: should the bank return it, it shows up under Needs you.', { date: dateOf(watchedUntil, now) });
}
