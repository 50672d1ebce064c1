import { verificationPace, type CustomerRow } from '../../preload/contract/customers.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { Context } from './context.ts';
import { toRow } from './view.ts';

/** The customers' half of the day: who needs a person and why, who is being verified, and how many there are. */
export type CustomersToday = {
  readonly needsYou: readonly { readonly kind: 'customer'; readonly customer: CustomerRow; readonly why: string }[];
  readonly beingVerified: readonly CustomerRow[];
  readonly customers: number;
};

/** Most customers a list of the day holds. */
const most = 100;

/** The customers' half of `today.summary`. */
export function today(context: Context): CustomersToday {
  const now = context.clock();
  const pending = context.customers.inStates(['pending'], most);
  const late = pending.filter(({ pendingSince }) => pendingSince !== null && verificationPace(pendingSince, now) === 'escalate');
  const stopped = [...context.customers.inStates(['rejected'], most), ...context.customers.inStates(['cut'], most)];
  const asking = [...stopped, ...late, ...context.customers.underExtraChecks(most)].slice(0, most);
  return {
    needsYou: asking.map((record) => ({ kind: 'customer' as const, customer: toRow(record), why: why(record) })),
    beingVerified: [...context.customers.inStates(['submitting'], most), ...pending].slice(0, most).map(toRow),
    customers: context.customers.count(),
  };
}

function why(record: CustomerRecord): string {
  if (record.state === 'pending') return 'Pending for more than 5 hours: write to Blaaiz support.';
  if (record.state === 'verified') return 'Blaaiz runs extra checks; payouts for this customer wait.';
  return record.problem?.message ?? 'The submission stopped.';
}

/** The customers' half of `search.all`: at most ten, newest change first; none for an empty search. */
export function search(context: Context, query: string): readonly CustomerRow[] {
  return query.trim() === '' ? [] : context.customers.page({ query, states: [], cursor: null, limit: 10 }).rows.map(toRow);
}
