import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { isStoreFailure, storageError } from '../store/database.ts';
import { createAddressDesk, noteDeposit, type AddressDesk } from './address.ts';
import { createAgenda } from './agenda.ts';
import { createContext, find, type Context } from './context.ts';
import { change, clone, discard, makeReady, saveDraft } from './drafts.ts';
import { attach, describeDocument, detach, readDocument } from './files.ts';
import { createLane } from './lanes.ts';
import { radar } from './duplicates.ts';
import { takeBack } from './leave.ts';
import { getLimits, limitsOf, saveLimits } from './limits.ts';
import { listPayees, removePayee, searchAll, today, type PayoutsFound, type PayoutsToday } from './overview.ts';
import type { PayoutDeps } from './ports.ts';
import { prerequisitesOf } from './prerequisites.ts';
import { priceOf } from './price.ts';
import { look, recordAnswer, sendAgain } from './reconcile.ts';
import { lookSoon, recoverAll } from './recover.ts';
import { checkMoney, closeRepair, getRepair, listRepairs, waiveMoney } from './repairs.ts';
import { send } from './send.ts';
import { createStakes, type StakesDesk } from './stakes.ts';
import { toPayout } from './view.ts';
import { check } from './watch.ts';

type Answer<T> = Promise<Result<T, AppError>>;
type Owned = Extract<Channel, `payouts.${string}` | `limits.${string}` | `repairs.${string}` | `payees.${string}` | `banks.${string}` | `wallets.${string}`>;

/** A handler for each channel that payouts answer whole. */
export type PayoutHandlers = { readonly [C in Owned]: (request: Request<C>) => Answer<Reply<C>> };

/** One profile's payouts, wallets, banks and payees. */
export type PayoutDesk = {
  readonly handlers: PayoutHandlers;
  /** What waits to be released and what is on its way, for the sheet of changes. */
  readonly stakes: StakesDesk;
  today(): Answer<PayoutsToday>;
  search(request: Request<'search.all'>): Answer<PayoutsFound>;
  /** Deals with what the last stop cut off and starts the alarm; nothing is sent before it has been called. Called again, it deals with what was marked
   *  since; it wakes nothing that was paused. */
  recover(): Result<null, AppError>;
  /** Stops every timer: from now on nothing leaves and nothing is looked up. What is being sent finishes; wait for {@link idle}. */
  pause(): void;
  /** Goes on after a pause; what was queued meanwhile goes back to ready. */
  resume(): Result<null, AppError>;
  /** The provider can be reached again: unknown payouts are looked up at once. Nothing is sent. */
  online(): Result<null, AppError>;
  /** Resolves when nothing is going on any more and the store may be closed; a send in flight takes at most its own timeout. */
  idle(): Promise<void>;
};

/** Makes the payouts of one profile. */
export function createPayouts(deps: PayoutDeps): PayoutDesk {
  const agenda = createAgenda(() => ctx);
  const addresses = createAddressDesk();
  const ctx: Context = createContext(deps, createLane(deps.lane), () => agenda.plan());
  const start = () => guardSync(() => {
    recoverAll(ctx);
    ctx.status.recovered = true;
    ctx.status.running = true;
    agenda.plan();
    return ok(null);
  });
  return {
    handlers: { ...walletHandlers(ctx), ...payoutHandlers(ctx), ...kiraHandlers(ctx, addresses), ...guardHandlers(ctx) },
    stakes: createStakes(ctx),
    today: () => guard(ctx, () => ok(today(ctx))),
    search: (request) => guard(ctx, () => ok(searchAll(ctx, request))),
    recover: () => (ctx.status.recovered && !ctx.status.running ? ok(null) : start()),
    pause: () => {
      ctx.status.running = false;
      ctx.codes.dropAll();
      addresses.stop();
      agenda.stop();
    },
    resume: start,
    online: () => guardSync(() => {
      if (ctx.status.running) ctx.store.transaction(() => lookSoon(ctx));
      agenda.plan();
      return ok(null);
    }),
    idle: () => ctx.work.idle(),
  };
}

type Part<K extends keyof PayoutHandlers> = Pick<PayoutHandlers, K>;
type KiraChannel = `payouts.${'attach' | 'describeDocument' | 'detach' | 'readDocument' | 'codeState' | 'requestCode' | 'copyAddress' | 'noteDeposit'}`;
type GuardChannel = 'payouts.radar' | 'payouts.limits' | `limits.${'get' | 'save'}` | `repairs.${'list' | 'get' | 'checkMoney' | 'waive' | 'close'}`;
type WalletChannel = Exclude<keyof PayoutHandlers, `payouts.${string}` | `payees.${string}` | GuardChannel>;

function walletHandlers(ctx: Context): Part<WalletChannel> {
  const { wallets } = ctx.lane;
  return {
    'wallets.list': (request) => guard(ctx, () => wallets['wallets.list'](ctx, request)),
    'banks.list': (request) => guard(ctx, () => wallets['banks.list'](ctx, request)),
    'banks.operators': (request) => guard(ctx, () => wallets['banks.operators'](ctx, request)),
    'banks.lookup': (request) => guard(ctx, () => wallets['banks.lookup'](ctx, request)),
  };
}

/** Documents, codes and deposits: only Kira's payouts have them; others answer that they don't. */
function kiraHandlers(ctx: Context, addresses: AddressDesk): Part<KiraChannel> {
  return {
    'payouts.attach': (request) => guard(ctx, () => attach(ctx, request)),
    'payouts.describeDocument': (request) => guard(ctx, () => describeDocument(ctx, request)),
    'payouts.detach': (request) => guard(ctx, () => detach(ctx, request)),
    'payouts.readDocument': (request) => guard(ctx, () => readDocument(ctx, request)),
    'payouts.codeState': () => guard(ctx, () => ok(ctx.lane.codeState(ctx))),
    'payouts.requestCode': ({ id }) => guard(ctx, () => ctx.lane.requestCode(ctx, id)),
    'payouts.copyAddress': (request) => guard(ctx, () => addresses.copy(ctx, request)),
    'payouts.noteDeposit': (request) => guard(ctx, () => noteDeposit(ctx, request)),
  };
}

/** What stands between a ready payout and its release, and what is repaired afterwards. */
function guardHandlers(ctx: Context): Part<GuardChannel> {
  return {
    'payouts.radar': (request) => guard(ctx, () => radar(ctx, request)),
    'payouts.limits': (request) => guard(ctx, () => limitsOf(ctx, request)),
    'limits.get': () => guard(ctx, () => getLimits(ctx)),
    'limits.save': (request) => guard(ctx, () => saveLimits(ctx, request)),
    'repairs.list': (request) => guard(ctx, () => listRepairs(ctx, request)),
    'repairs.get': (request) => guard(ctx, () => getRepair(ctx, request)),
    'repairs.checkMoney': (request) => guard(ctx, () => ctx.work.exclusive(request.id, () => checkMoney(ctx, request))),
    'repairs.waive': (request) => guard(ctx, () => waiveMoney(ctx, request)),
    'repairs.close': (request) => guard(ctx, () => closeRepair(ctx, request)),
  };
}

function payoutHandlers(ctx: Context): Part<Exclude<keyof PayoutHandlers, KiraChannel | WalletChannel | GuardChannel>> {
  const exclusive = <T>(id: string, task: () => Answer<T>): Answer<T> => guard(ctx, () => ctx.work.exclusive(id, task));
  return {
    'payouts.list': ({ view, query, cursor, limit }) => guard(ctx, () => ok(ctx.lists.page(view, query, cursor, limit))),
    'payouts.counts': ({ view, query }) => guard(ctx, () => ok(ctx.lists.counts(view, query))),
    'payouts.get': ({ id }) => guard(ctx, () => {
      const found = find(ctx, id);
      return found.ok ? ok(toPayout(ctx, found.value)) : found;
    }),
    'payouts.save': (request) => guard(ctx, () => saveDraft(ctx, request)),
    'payouts.discard': (request) => guard(ctx, () => discard(ctx, request)),
    'payouts.price': (request) => guard(ctx, () => priceOf(ctx, request)),
    'payouts.prerequisites': (request) => guard(ctx, () => prerequisitesOf(ctx, request)),
    'payouts.ready': (request) => guard(ctx, () => makeReady(ctx, request)),
    'payouts.change': (request) => guard(ctx, () => change(ctx, request)),
    'payouts.send': (request) => exclusive(request.id, () => send(ctx, request)),
    'payouts.takeBack': (request) => guard(ctx, () => takeBack(ctx, request)),
    'payouts.look': (request) => exclusive(request.id, () => look(ctx, request)),
    'payouts.check': (request) => exclusive(request.id, () => check(ctx, request)),
    'payouts.sendAgain': (request) => exclusive(request.id, () => sendAgain(ctx, request)),
    'payouts.recordAnswer': (request) => guard(ctx, () => recordAnswer(ctx, request)),
    'payouts.clone': (request) => guard(ctx, () => clone(ctx, request)),
    'payees.list': (request) => guard(ctx, () => listPayees(ctx, request)),
    'payees.remove': (request) => guard(ctx, () => removePayee(ctx, request)),
  };
}

/** Runs an action as something that is going on, and turns a failing store into an error; other exceptions are bugs and pass. */
async function guard<T>(ctx: Context, action: () => Result<T, AppError> | Answer<T>): Answer<T> {
  if (!ctx.store.isOpen) return fail(appError('locked', 'Bursar is locked.'));
  try {
    return await ctx.work.track(Promise.resolve().then(action));
  } catch (error) {
    if (isStoreFailure(error)) return fail(storageError(error));
    throw error;
  } finally {
    if (ctx.store.isOpen) ctx.plan();
  }
}

function guardSync<T>(action: () => Result<T, AppError>): Result<T, AppError> {
  try {
    return action();
  } catch (error) {
    if (isStoreFailure(error)) return fail(storageError(error));
    throw error;
  }
}
