import type { Topic } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAudit, type Audit } from '../audit/audit.ts';
import { createAttempts, type Attempts } from '../store/attempts.ts';
import { createEvents, type Events } from '../store/events.ts';
import { createFigures, type Figures } from '../store/figures.ts';
import { createLooks, type Looks } from '../store/looks.ts';
import { createKeptValues, type KeptValues } from '../store/kept-values.ts';
import { createPayees, type Payees } from '../store/payees.ts';
import { createPayoutDocuments, type PayoutDocuments } from '../store/payout-documents.ts';
import { createPayoutLists, type PayoutLists } from '../store/payout-list.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { createPayoutRows, type Payouts } from '../store/payouts.ts';
import { createRepairs, type Repairs } from '../store/repairs.ts';
import { createCodes, type Codes } from './codes.ts';
import { createWork, type Work } from './in-flight.ts';
import type { Lane } from './lane.ts';
import type { PayoutDeps } from './ports.ts';

/** What every payout use-case works on: the arguments, the provider's lane, one profile's repositories, and what is going on now. */
export type Context = Omit<PayoutDeps, 'lane'> & {
  readonly lane: Lane;
  readonly rows: Payouts;
  readonly lists: PayoutLists;
  readonly attempts: Attempts;
  /** Looks at payouts of a restored backup that have no attempt here. */
  readonly looks: Looks;
  readonly documents: PayoutDocuments;
  readonly payees: Payees;
  readonly events: Events;
  readonly kept: KeptValues;
  /** What was quoted, answered and arrived. */
  readonly figures: Figures;
  readonly repairs: Repairs;
  readonly audit: Audit;
  readonly work: Work;
  /** One-time codes on their way out; nothing else holds one. */
  readonly codes: Codes;
  /** `recovered`: what a stop cut off has been dealt with; `running`: neither locked nor closing. */
  readonly status: { recovered: boolean; running: boolean };
  /** Tells the screens, once the transaction around the call is through. */
  readonly changed: (topic: Topic, id: string | null) => void;
  /** Sets the alarm for whatever is due next. */
  readonly plan: () => void;
};

/** Builds the context; `plan` comes from the agenda. */
export function createContext(deps: PayoutDeps, lane: Lane, plan: () => void): Context {
  const { store, profileId, ids } = deps;
  return {
    ...deps, lane,
    rows: createPayoutRows(store, profileId), lists: createPayoutLists(store, profileId, lane.id), attempts: createAttempts(store, profileId), looks: createLooks(store, profileId),
    documents: createPayoutDocuments(store, profileId),
    payees: createPayees(store, profileId), events: createEvents(store, profileId, ids), kept: createKeptValues(store, profileId),
    figures: createFigures(store, profileId), repairs: createRepairs(store, profileId),
    audit: createAudit(store, profileId), work: createWork(), codes: createCodes(deps.clock), status: { recovered: false, running: false },
    changed: (topic, id) => queueMicrotask(() => deps.notify(topic, id)),
    plan,
  };
}

/** The payout, or `not-found`. */
export function find(ctx: Context, id: string): Result<PayoutRecord, AppError> {
  const record = ctx.rows.get(id);
  return record === null ? fail(appError('not-found', 'This payout is no longer here.')) : ok(record);
}

/** The provider, or why there is none to ask. */
export function connected<P>(ctx: Context, provider: P | null): Result<P, AppError> {
  if (!ctx.status.running) return fail(appError('locked', 'Bursar is locked. Nothing leaves until it is unlocked.'));
  return provider === null ? fail(appError('not-set-up', `This profile has no connection to ${ctx.lane.name}.`, { fix: 'Add the keys in Settings.' })) : ok(provider);
}
