import type { PayoutState } from '../../preload/contract/payouts.ts';
import { named, type Compared, type Comparison } from './pairs.ts';
import { keys } from './questions.ts';

const words: Readonly<Record<PayoutState, string>> = {
  draft: 'Draft', ready: 'Ready', queued: 'Queued', sending: 'Sending', accepted: 'Accepted', refused: 'Refused', unknown: 'Unknown', awaiting_deposit: 'Waiting for its deposit',
  deposit_expired: 'Deposit expired', processing: 'Processing', completed: 'Completed', failed: 'Failed', returned: 'Returned by the bank',
};
const stopped: ReadonlySet<PayoutState> = new Set(['refused', 'failed', 'returned']);

/** Payouts that were on their way: one that failed or came back matters where another waits for the same account. */
export function movingChanges({ deps, before, now, answers }: Compared): Comparison[] {
  return before.moving.flatMap((one): Comparison[] => {
    const state = deps.stakes.stateOf(one.id);
    if (state === null || !answers.answered.has(keys.status(one.id))) return [];
    if (state === one.state) return [null];
    const touched = stopped.has(state) && one.account !== '' ? now.stakes.filter(({ account }) => account === one.account) : [];
    return [{
      kind: 'payout', subject: one.name, before: words[one.state], beforeAt: before.at, now: words[state], nowAt: now.at, matters: touched.length > 0,
      payouts: [one, ...touched].map(named),
    }];
  });
}
