import type { PayoutState } from '../../preload/contract/payouts.ts';

/** Each state inside a sentence: "This payout is …"; `provider` is the provider's name. */
export function stateWords(state: PayoutState, provider: string): string {
  const words: Readonly<Record<PayoutState, string>> = {
    draft: 'a draft', ready: 'ready', queued: 'queued', sending: 'being sent', accepted: `accepted by ${provider}`, refused: `refused by ${provider}`,
    unknown: 'unknown: whether it left is being found out', awaiting_deposit: 'waiting for its deposit', deposit_expired: 'over: no deposit came in time',
    processing: 'on its way', completed: 'completed', failed: 'failed', returned: 'returned',
  };
  return words[state];
}

/** How the story of a payout that was found tells it. */
export const foundWords = 'Found: it arrived once';
