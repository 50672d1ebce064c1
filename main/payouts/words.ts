import type { PayoutState } from '../../preload/contract/payouts.ts';

/** Each state inside a sentence: "This payout is …". */
export const stateWords: Readonly<Record<PayoutState, string>> = {
  draft: 'a draft', ready: 'ready', queued: 'queued', sending: 'being sent', accepted: 'accepted by Blaaiz', refused: 'refused by Blaaiz',
  unknown: 'unknown: whether it left is being found out', processing: 'on its way', completed: 'completed', failed: 'failed', returned: 'returned',
};
