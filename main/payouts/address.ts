import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { depositOver, isOnlyMade, timeLeft } from './deposit.ts';
import { tell, wrongState } from './step.ts';
import { toPayout } from './view.ts';
import { lookSooner } from './watch.ts';

const watchTime = 120_000;
const rhythm = 1000;

/** Puts deposit addresses into the clipboard and watches what becomes of the last one: a program that swaps addresses does it within moments. */
export type AddressDesk = {
  copy(ctx: Context, request: Request<'payouts.copyAddress'>): Result<Reply<'payouts.copyAddress'>, AppError>;
  stop(): void;
};

/** Makes the address desk; one address is watched at a time. */
export function createAddressDesk(): AddressDesk {
  let cancel: (() => void) | null = null;
  let turn = 0;
  const stop = () => {
    turn += 1;
    cancel?.();
    cancel = null;
  };
  const watch = (ctx: Context, payoutId: string, address: string, until: number) => {
    cancel = ctx.timers.after(rhythm, () => { void look(ctx, payoutId, address, until); });
  };
  const look = async (ctx: Context, payoutId: string, address: string, until: number) => {
    const mine = turn;
    // A clipboard that can't be read for once is asked again.
    const held = await Promise.resolve().then(() => ctx.clipboard?.read() ?? '').catch(() => '');
    if (mine !== turn) return;
    if (held !== '' && held !== address) ctx.tellClipboard?.({ payoutId, like: looksLikeAddress(held) });
    else if (ctx.clock() < until) watch(ctx, payoutId, address, until);
  };
  return {
    stop,
    copy: (ctx, { id }) => {
      const open = openDeposit(ctx, id);
      if (!open.ok) return open;
      if (ctx.clipboard === undefined) return fail(appError('internal', 'The clipboard can\u2019t be reached here.', { fix: 'Scan the code on the screen instead.' }));
      stop();
      ctx.clipboard.write(open.value);
      const watchedUntil = ctx.clock() + watchTime;
      watch(ctx, id, open.value, watchedUntil);
      return ok({ watchedUntil });
    },
  };
}

/** The address of a payout that may still be deposited for. */
function openDeposit(ctx: Context, id: string): Result<string, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const { state, deposit } = found.value;
  const waits = state === 'awaiting_deposit';
  if (state === 'deposit_expired' || (waits && deposit !== null && timeLeft(deposit, ctx.clock()) <= 0)) {
    return fail(appError('deposit-expired', 'The time for this deposit is over.', { fix: 'Send nothing to this address. Copy the payout: the copy gets an address of its own.' }));
  }
  if (waits && !isOnlyMade(found.value)) {
    return fail(appError('conflict', `${ctx.lane.name} says of this payout: ${found.value.providerStatus}. A deposit may have come already.`, { fix: 'Deposit nothing more. Wait until more is known.' }));
  }
  return waits && deposit !== null ? ok(deposit.address) : fail(wrongState(ctx, found.value));
}

/** Whether a text has the shape of an address on a network that deposits use (EVM: Polygon; base58: Solana). */
function looksLikeAddress(text: string): boolean {
  return /^\s*(0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{32,44})\s*$/.test(text);
}

/** Keeps the transaction hash of a deposit that a person made, and looks more closely from now on. Error `conflict` where there is no deposit. */
export function noteDeposit(ctx: Context, { id, transactionHash }: Request<'payouts.noteDeposit'>): Result<Reply<'payouts.noteDeposit'>, AppError> {
  return ctx.store.transaction(() => {
    const found = find(ctx, id);
    if (!found.ok) return found;
    const { deposit, state } = found.value;
    if (deposit === null) return fail(wrongState(ctx, found.value));
    const noted: PayoutRecord = { ...found.value, deposit: { ...deposit, transactionHash }, updatedAt: ctx.clock() };
    const after = state === 'deposit_expired' ? { ...noted, problem: depositOver(noted) } : noted;
    ctx.rows.update(after, state);
    if (state === 'awaiting_deposit') lookSooner(ctx, after);
    tell(ctx, id, { source: 'you', what: 'Deposit noted', detail: transactionHash });
    ctx.audit.append({ at: ctx.clock(), actor: ctx.actor(), what: 'payout.noteDeposit', subjectKind: 'payout', subjectId: id, detail: { transactionHash } });
    ctx.changed('payouts', id);
    ctx.plan();
    return ok(toPayout(ctx, ctx.rows.get(id) ?? after));
  });
}
