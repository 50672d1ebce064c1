import type { DepositFacts } from '../../preload/contract/deposit.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { depositReminders } from './next-look.ts';
import { depositGrace } from './schedule.ts';
import { tell } from './step.ts';

const hour = 3_600_000;

/** How long a deposit may still be made, in ms by the provider's clock; negative once it is over. */
export function timeLeft(deposit: DepositFacts, now: number): number {
  return deposit.expiresAt - (now + deposit.serverAhead);
}

/** What is kept of a deposit: the address once told never changes, only how far the provider's clock is ahead. */
export function depositOf(record: PayoutRecord, told: ProviderPayout, now: number): DepositFacts | null {
  const { deposit } = told;
  const serverNow = deposit?.serverNow ?? told.serverNow ?? null;
  const serverAhead = serverNow === null ? record.deposit?.serverAhead ?? 0 : serverNow - now;
  if (record.deposit !== null) return { ...record.deposit, serverAhead };
  if (deposit === undefined || deposit === null || !isAsked(record, deposit)) return null;
  const { network, token, address, amount, expiresAt } = deposit;
  return { network, token, address, amount, expiresAt, serverAhead, receivedAt: now, transactionHash: null };
}

/** An address on another network or for another token than was asked for would lose the money. */
function isAsked({ draft: { kira } }: PayoutRecord, deposit: NonNullable<ProviderPayout['deposit']>): boolean {
  return kira?.network === deposit.network.toLowerCase() && kira.token === deposit.token.toUpperCase();
}

/** Whether the provider's last word is only that the payout was made. After any other, a deposit may have come: another would be one too many. */
export function isOnlyMade({ providerStatus }: PayoutRecord): boolean {
  return providerStatus === null || ['', 'created'].includes(providerStatus.toLowerCase());
}

/** Says in the story when a payout waits for a deposit and nobody can know where to. */
export function tellUnusable(ctx: Context, record: PayoutRecord, told: ProviderPayout): void {
  if (record.state !== 'awaiting_deposit' || record.deposit !== null) return;
  const what = told.deposit ? `${ctx.lane.name} named another network or token than was asked for` : `${ctx.lane.name} did not say where to deposit`;
  tell(ctx, record.id, { source: 'bursar', what, detail: 'Deposit nothing. Write to support, or let it run out and copy the payout.' });
}

/** Whether the provider's failing of a waiting payout means that its time ran out: by its clock, or because it says so. */
export function ranOut({ deposit }: PayoutRecord, told: ProviderPayout, now: number): boolean {
  return (deposit !== null && timeLeft(deposit, now) <= 0) || /expir|in time/i.test(`${told.failureReason ?? ''} ${told.rawStatus}`);
}

/** Whether a payout that still waits after its time and the grace can be given up. */
export function longOver({ deposit }: PayoutRecord, now: number): boolean {
  return deposit !== null && timeLeft(deposit, now) <= -depositGrace;
}

/** Reminds of the time that is left, each reminder once; after a sleep only the nearest one that was missed. */
export function remind(ctx: Context, { id, state, deposit }: PayoutRecord): void {
  if (state !== 'awaiting_deposit' || deposit === null) return;
  const left = timeLeft(deposit, ctx.clock());
  const due = depositReminders.findLast((each) => left <= each);
  if (due === undefined || left <= 0) return;
  const told = new Set(ctx.events.list('payout', id).map(({ what }) => what));
  if (depositReminders.some((each) => each <= due && told.has(words(each)))) return;
  tell(ctx, id, { source: 'bursar', what: words(due), detail: 'After that nothing may be sent to the address.' });
}

function words(left: number): string {
  const hours = left / hour;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} left for the deposit`;
}

/** Why a payout whose deposit didn't come needs a person. */
export function depositOver({ deposit }: PayoutRecord): AppError {
  const hash = deposit?.transactionHash ?? null;
  const fix = hash === null ? 'Send nothing to this address any more. Copy the payout: the copy gets an address of its own.'
    : 'You noted a deposit: write to support with its hash, the address and the time. Send nothing more to this address.';
  return appError('deposit-expired', 'The time for the deposit is over and none was counted.', { fix, ...(hash === null ? {} : { reference: hash }) });
}
