import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { money, subtractMoney, type Money } from '../../../preload/contract/money.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import type { Context } from '../context.ts';

/** Why something stands in the way, and what to do. */
export type Obstacle = { readonly label: string; readonly remedy: string };

/** Why an account can't pay out; null when it can. "Approved" is not funds-ready at Kira, so only its readiness counts. */
export function accountObstacle({ readiness, problems }: VirtualAccount): Obstacle | null {
  if (readiness === 'ready') return null;
  const [first] = problems;
  if (first !== undefined) return first;
  return readiness === 'waiting' ? { label: 'The account is still being opened', remedy: 'Wait for Kira.' } : { label: 'The account can\u2019t be used', remedy: 'Choose another account, or write to Kira.' };
}

/** Why a draft's way of funding isn't the account's; null when it is. */
export function modeObstacle({ kira }: PayoutDraft, { mode }: VirtualAccount): Obstacle | null {
  if (mode === kira?.mode) return null;
  if (mode === null) return { label: 'Kira does not say how this account is funded', remedy: 'Read the accounts again, or write to Kira.' };
  const words = { fiat: 'from its own balance', crypto: 'by a stablecoin deposit' };
  return { label: `This account is funded ${words[mode]}`, remedy: 'Choose the account again in the payout.' };
}

/** Why a recipient can't be paid from an account; null when it can. */
export function recipientObstacle({ name, state, remoteId, fields }: Recipient, account: VirtualAccount | null): Obstacle | null {
  if (state === 'sending' || state === 'unknown') return { label: `Whether Kira has ${name} is being found out`, remedy: 'Open the recipient and go on creating it.' };
  if (state === 'refused') return { label: `Kira refused ${name}`, remedy: 'Open the recipient, correct it and create it.' };
  if (state === 'draft' || remoteId === null) return { label: `Kira does not have ${name} yet`, remedy: 'Open the recipient and create it.' };
  if (account !== null && fields.userId !== account.userId) return { label: `${name} belongs to another user than the account`, remedy: 'Choose a recipient of the account\u2019s user.' };
  return null;
}

/** What of an account's balance is free for this payout: others that are queued, being sent or unknown may still take theirs. Null without a balance. */
export function freeIn(ctx: Context, account: VirtualAccount, payoutId: string): { readonly free: Money; readonly held: Money } | null {
  if (account.balance === null) return null;
  const { currency } = account.balance;
  const minor = ctx.rows.mayLeave(['queued', 'sending', 'unknown'], payoutId, account.id).find((sum) => sum.currency === currency)?.minor ?? 0;
  const held = money(minor, currency);
  return { free: subtractMoney(account.balance, held), held };
}
