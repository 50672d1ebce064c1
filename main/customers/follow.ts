import type { Reply } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { change, find, guarded, type Context } from './context.ts';
import { noProvider, notSentYet, unknownThere } from './errors.ts';
import { applyRemote, nextLook } from './outcome.ts';
import { toCustomer } from './view.ts';

/** Most customers looked at in one go; the others follow at the next. */
const perTick = 10;
/** The longest wait of a timer in ms: the machine may have slept, or its clock been set. */
const longestWait = 60_000;

/** Looks at the provider now. Errors: not-found here or there, conflict when never sent, and those of the provider. */
export async function check(context: Context, { id }: { readonly id: string }): Promise<Result<Reply<'customers.check'>, AppError>> {
  const looked = await look(context, id);
  return looked.ok ? ok(toCustomer(context, looked.value)) : looked;
}

/** Reads a customer at the provider and takes over what it says. */
export async function look(context: Context, id: string): Promise<Result<CustomerRecord, AppError>> {
  const found = find(context, id);
  if (!found.ok || context.runs.has(id)) return found;
  const { remoteId } = found.value;
  if (remoteId === null) return fail(notSentYet);
  const provider = context.provider();
  if (provider === null) return fail(noProvider);
  const remote = await provider.get(remoteId);
  if (!remote.ok) return remote;
  if (remote.value === null) return fail(unknownThere);
  // A submission may have begun, or the customer be gone, while the answer was on its way.
  const still = find(context, id);
  return !still.ok || context.runs.has(id) ? still : ok(applyRemote(context, id, remote.value));
}

/** Looks at pending customers when they are due, gently, until they are decided. */
export type Follower = {
  /** Plans the next look; call it whenever one may have become due earlier. */
  plan(): void;
  pause(): void;
  resume(): void;
};

/** Makes the follower; it is paused until resumed. */
export function createFollower(context: Context): Follower {
  let cancel: (() => void) | null = null;
  let paused = true;
  let looking = false;
  const plan = () => {
    cancel?.();
    cancel = null;
    if (paused || looking || !context.store.isOpen) return;
    const due = context.customers.nextDue();
    if (due === null) return;
    cancel = context.timers.after(Math.min(longestWait, Math.max(0, due - context.clock())), () => { void tick(); });
  };
  const tick = async () => {
    looking = true;
    try {
      await guarded(context, async () => {
        for (const record of context.customers.due(context.clock(), perTick)) if (!paused) await lookQuietly(context, record.id);
        return ok(null);
      });
    } finally {
      looking = false;
      plan();
    }
  };
  return {
    plan,
    pause: () => {
      paused = true;
      plan();
    },
    resume: () => {
      paused = false;
      plan();
    },
  };
}

/** A look that nobody waits for: a failure only puts the next one off. */
async function lookQuietly(context: Context, id: string): Promise<void> {
  const looked = await look(context, id);
  if (!context.store.isOpen) return;
  const now = context.clock();
  const record = context.customers.get(id);
  if (record?.nextCheckAt === null || record === null || record.nextCheckAt > now) return;
  const pending = record.state === 'pending';
  change(context, id, { nextCheckAt: pending ? nextLook(now, record.checkCount + 1) : null, checkCount: record.checkCount + 1 }, [], true);
  if (!looked.ok) context.log({ event: 'customer-look-failed', customer: id, code: looked.error.code });
}
