import type { Topic } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { StakesDesk } from '../payouts/stakes.ts';
import type { Database } from '../store/database.ts';
import type { Timers } from '../vault/timers.ts';

/** A customer's document as kept: until when it is valid (YYYY-MM-DD, '' when not said). */
export type KeptDocument = { readonly name: string; readonly expires: string };

/** What the sheet of changes is made from; each reading goes on with what is kept where it fails. `clock` gives epoch ms. */
export type AwayDeps = {
  readonly store: Database;
  readonly profileId: string;
  readonly clock: () => number;
  readonly timers: Timers;
  readonly actor: () => string;
  readonly notify: (topic: Topic, id: string | null) => void;
  /** The provider's name. */
  readonly provider: string;
  readonly stakes: StakesDesk;
  /** Asks the provider how a customer stands; null where there are no customers. */
  readonly refreshCustomer: ((id: string) => Promise<Result<unknown, AppError>>) | null;
  /** A customer's document as kept; null when there is no such customer. */
  readonly documentOf: (customerId: string) => Promise<KeptDocument | null>;
  /** Asks the provider for the recipients; null where it keeps none. */
  readonly refreshRecipients: (() => Promise<Result<unknown, AppError>>) | null;
};
