import type { Topic } from '../../preload/contract/api.ts';
import type { Preferences } from '../../preload/contract/app.ts';
import type { CustomerState } from '../../preload/contract/customers.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { PayoutProvider } from '../providers/provider.ts';
import type { Database } from '../store/database.ts';
import type { Timers } from '../vault/timers.ts';

/** What payouts must know of a customer; `remoteId` is the provider's id, null before it was created there. */
export type CustomerStanding = {
  readonly remoteId: string | null;
  readonly state: CustomerState;
  readonly extraChecks: boolean;
  readonly name: string;
};

/** The customers' desk as payouts see it. */
export type CustomerDesk = {
  /** What is kept of a customer of this profile; null when there is none. */
  standing(id: string): CustomerStanding | null;
  /** Asks the provider how the customer stands now and keeps the answer. */
  refresh(id: string): Promise<Result<unknown, AppError>>;
};

/** Everything payouts work with. `clock` gives epoch ms, `ids` a fresh unique id a call, `actor` the name of who works now;
 *  `provider` is null while the profile has no connection. */
export type PayoutDeps = {
  readonly store: Database;
  readonly profileId: string;
  readonly provider: () => PayoutProvider | null;
  readonly customers: CustomerDesk;
  readonly clock: () => number;
  readonly timers: Timers;
  readonly ids: () => string;
  readonly preferences: () => Pick<Preferences, 'takeBackSeconds' | 'watchDays'>;
  readonly actor: () => string;
  readonly notify: (topic: Topic, id: string | null) => void;
  /** Takes facts without names, amounts or account numbers. */
  readonly log: (what: string, facts: Readonly<Record<string, string | number | null>>) => void;
};
