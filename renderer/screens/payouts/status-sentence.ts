import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { dateOf, momentOf } from '../../components/clock.ts';
import { heldStatus, payoutStatus, type StatusWord } from '../../components/status-words.ts';
import { t } from '../../text.ts';

/** Where a payout stands, in one sentence, and what happens next or what to do. */
export type StatusSentence = { readonly head: string; readonly next: string };

/** Whether the provider reviews the payout before it goes on (Kira guide: Payouts; `IN_REVIEW`, in newer versions also `KYT_PENDING`). */
export function heldForReview({ state, providerStatus }: Pick<Payout, 'state' | 'providerStatus'>): boolean {
  return (state === 'accepted' || state === 'processing') && /^(in_review|kyt_pending)$/i.test(providerStatus ?? '');
}

/** The word for a whole payout: as for its row, but a payout that the provider reviews says so. */
export function wholeStatus(payout: Pick<Payout, 'state' | 'providerStatus'>): StatusWord {
  return heldForReview(payout) ? heldStatus() : payoutStatus(payout.state);
}

/** The sentence for a payout that has left. */
export function statusSentence(payout: Payout, now: number = Date.now()): StatusSentence {
  const provider = providerNames[payout.provider];
  return heldForReview(payout) ? heldSentence(provider) : stateSentence(payout, provider, now);
}

function heldSentence(provider: string): StatusSentence {
  return { head: t('{provider} holds it for review', { provider }), next: t('People there look at it before it goes on. You do nothing unless they write to you; after a day, ask {provider} support.', { provider }) };
}

function stateSentence(payout: Payout, provider: string, now: number): StatusSentence {
  switch (payout.state) {
    case 'accepted': return { head: t('{provider} has it', { provider }), next: nextLook(payout, now) };
    case 'processing': return { head: t('On its way to {name}', { name: payout.payeeName }), next: nextLook(payout, now) };
    case 'completed': return { head: t('It arrived'), next: watched(payout, now) };
    case 'awaiting_deposit': return { head: t('{provider} waits for your deposit', { provider }), next: t('Open the deposit: it has the address, the exact amount and the time left.') };
    case 'deposit_expired': return { head: t('The time for the deposit ran out'), next: remedy(payout, t('Do not send to its address any more. Make a new payout with a new address.')) };
    case 'refused':
    case 'failed':
    case 'returned': return stopped(payout, provider);
    case 'draft':
    case 'ready':
    case 'queued':
    case 'sending':
    case 'unknown': return { head: payout.payeeName, next: remedy(payout, '') };
  }
}

/** What a payout that stopped or came back needs: the money is looked for first, then a corrected copy goes. */
function stopped(payout: Payout, provider: string): StatusSentence {
  const kira = payout.provider === 'kira';
  if (payout.state === 'refused') {
    return {
      head: kira ? t('{provider} refused it. Nothing left the account.', { provider }) : t('{provider} refused it. Nothing left the wallet.', { provider }),
      next: remedy(payout, t('Make a corrected copy and send that.')),
    };
  }
  const back = kira ? moneyBack(payout) : t('Check that the money is back in the wallet');
  if (payout.state === 'failed') return { head: t('It failed at {provider} or at the bank', { provider }), next: remedy(payout, t('{back}, then make a corrected copy.', { back })) };
  return { head: t('The bank sent it back'), next: remedy(payout, t('{back}, then correct the account in a copy.', { back })) };
}

/** Where the money of a Kira payout should be again: what came from dollars goes back there, what came as stablecoin only Kira can tell. */
function moneyBack({ draft, state }: Payout): string {
  if (draft.kira?.mode === 'crypto') return t('Ask Kira support where the deposit is now');
  return state === 'returned' ? t('Check that the money is back in the account; the fees may have been kept') : t('Check that the money is back in the account');
}

/** Why it stopped and what to do, in the words that came with it; a copy settles it, or putting its repair away. */
function remedy({ problem, clonedTo, provider, state, needsPerson }: Payout, otherwise: string): string {
  if (clonedTo !== null) return t('A corrected copy was made.');
  if (!needsPerson && (state === 'failed' || state === 'returned')) return t('Its repair was put away. The timeline says what came of it.');
  if (!problem) return otherwise;
  const quote = problem.reference ? t('Quote {reference} to {provider} support.', { reference: problem.reference, provider: providerNames[provider] }) : '';
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
  return t('Watched until {date}: should the bank return it, it shows up under Repairs.', { date: dateOf(watchedUntil, now) });
}
