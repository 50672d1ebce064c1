import type { LikelySame, Radar } from '../../../preload/contract/radar.ts';
import type { Payout, PayoutRow } from '../../../preload/contract/payouts.ts';

/** A payout as a row of a list. */
function rowOf(payout: Payout): PayoutRow {
  const { id, state, needsPerson, payeeName, accountTail, customerName, reference, send, receive, fromCurrency, toCurrency, provider, method, updatedAt } = payout;
  return { id, state, needsPerson, payeeName, accountTail, customerName, reference, send, receive, fromCurrency, toCurrency, provider, method, updatedAt };
}

/** A twin of a payout that was sent two days ago through another profile; `change` says what differs. */
export function sampleTwin(payout: Payout, now: number, change: Partial<LikelySame> = {}): LikelySame {
  return {
    payout: { ...rowOf(payout), id: 'twin', state: 'completed', provider: 'kira' }, profileName: 'Halden & Moor at Kira', here: false, sentAt: now - 2 * 86_400_000, score: 95,
    reasons: [
      { code: 'invoice-number', words: 'Same number' }, { code: 'account', words: 'Same account' }, { code: 'payee', words: 'Same payee' }, { code: 'amount', words: 'Same amount' },
      { code: 'near', words: '2 days apart' }, { code: 'other-provider', words: 'Sent through Kira' },
    ],
    invoiceNumber: 'INV-1042', fileNames: ['invoice 1042.pdf'], ...change,
  };
}

/** What the radar answers about these payouts. */
export function sampleRadar(matches: readonly LikelySame[], key = 'seen'): Radar {
  const ask = matches.some(({ score }) => score >= 60);
  return { matches: [...matches], key: ask ? key : '', ask };
}
