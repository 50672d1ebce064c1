import { money } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';

const hour = 3_600_000;

/** The row of a payout, as lists and repairs hold it. */
function rowOf(payout: Payout): Repair['payout'] {
  const { id, state, needsPerson, payeeName, accountTail, customerName, reference, send, receive, fromCurrency, toCurrency, provider, method, updatedAt } = payout;
  return { id, state, needsPerson, payeeName, accountTail, customerName, reference, send, receive, fromCurrency, toCurrency, provider, method, updatedAt };
}

/** The repair of a payout that came back because its account is closed; `change` makes it another. */
export function sampleRepair(payout: Payout, now: number, change: Partial<Repair> = {}): Repair {
  const owed = payout.send ?? money(240_000, 'GBP');
  return {
    payout: rowOf(payout), kind: 'returned', openedAt: now - 3 * hour, said: 'Beneficiary account closed', cause: 'account-closed', words: 'The payee\u2019s account is closed or blocked.',
    field: 'details.accountNumber', fix: 'Ask the payee for another account.', reference: 'BLZ-88120', sums: [],
    money: {
      owed, before: money(1_700_000, owed.currency), beforeAt: now - 5 * hour, now: money(1_700_000, owed.currency), nowAt: now - 60_000, moved: money(0, owed.currency), risen: money(0, owed.currency),
      kept: null, seen: false, seenAt: null, why: null,
    },
    waived: null, released: false, copyId: null, returns: 1, closed: null, ...change,
  };
}
