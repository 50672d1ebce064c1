import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { compareHolder } from '../../../preload/contract/holder-name.ts';
import { compareMoney, formatMoney } from '../../../preload/contract/money.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { PayoutRecord } from '../../store/payout-record.ts';
import type { Context } from '../context.ts';
import type { Checked } from '../lane.ts';
import type { CustomerDesk } from '../ports.ts';
import { asksHolder } from './prerequisites.ts';
import { freeIn, keptWallet } from './wallets.ts';

/** Whether the account holder's name was decided about where the bank can be asked for it. */
export function checkHolder({ draft }: PayoutRecord): Checked {
  if (!asksHolder(draft) || draft.holderAccepted) return ok(null);
  if (draft.holderName !== null && compareHolder(draft.payeeName, draft.holderName) === 'same') return ok(null);
  return fail(appError('prerequisite', draft.holderName === null ? 'The bank was not asked whose account this is.' : `The bank says this is the account of ${draft.holderName}.`,
    { fix: 'Change the payout, look the account up and decide about the name.' }));
}

/** Asks how the customer stands now; errors leave the payout ready. */
export async function checkCustomer(customers: CustomerDesk, { draft }: PayoutRecord): Promise<Result<null, AppError>> {
  const id = draft.customerId ?? '';
  const read = await customers.refresh(id);
  if (!read.ok) return read;
  const standing = customers.standing(id);
  if (standing === null) return fail(appError('not-found', 'The customer is no longer here.'));
  if (standing.extraChecks) return fail(appError('extra-checks', `Not sent: Blaaiz holds ${standing.name} for extra checks.`, { fix: 'Wait for Blaaiz, or write to its support. The payout stays ready.' }));
  if (standing.state === 'verified' && standing.remoteId !== null) return ok(null);
  return fail(appError('customer-not-verified', `Not sent: ${standing.name} is not verified.`, { fix: 'Open the customer. The payout stays ready.' }));
}

/** Whether the wallet as just read covers the price as just read, with what other payouts may still take out of it. */
export function checkCover(ctx: Context, { id, draft, price }: PayoutRecord): Checked {
  const wallet = keptWallet(ctx, draft.walletId);
  if (wallet === null || !wallet.active) return fail(appError('prerequisite', 'The wallet is gone or not active.', { fix: 'Choose another wallet.' }));
  if (price === null) return fail(appError('prerequisite', 'The payout has no price.', { fix: 'Read the price again.' }));
  const { free, held } = freeIn(ctx, wallet, id);
  if (free.currency === price.send.currency && compareMoney(free, price.send) >= 0) return ok(null);
  const also = held.minor > 0 ? `, ${formatMoney(held)} of it may still leave` : '';
  return fail(appError('insufficient-funds', `Not sent: the wallet holds ${formatMoney(wallet.balance)}${also}, this needs ${formatMoney(price.send)}.`,
    { fix: 'Top it up or lower the amount. The payout stays ready.' }));
}
