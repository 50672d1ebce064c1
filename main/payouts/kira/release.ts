import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { compareMoney, formatMoney } from '../../../preload/contract/money.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { PayoutRecord } from '../../store/payout-record.ts';
import type { Context } from '../context.ts';
import { canonical } from '../drafts.ts';
import type { Checked } from '../lane.ts';
import type { KiraLaneDeps } from '../ports.ts';
import { accountObstacle, freeIn, modeObstacle, recipientObstacle, type Obstacle } from './account.ts';
import { amountOf } from './question.ts';

/** Reads the accounts anew and checks account, mode and recipient; errors leave the payout ready. */
export async function checkStanding(ctx: Context, { accounts, recipients }: KiraLaneDeps, { draft }: PayoutRecord): Promise<Checked> {
  const read = await accounts.refresh();
  if (!read.ok) return read;
  const account = accounts.find(draft.walletId ?? '');
  const recipient = recipients.find(draft.payeeId ?? '');
  if (account === null) return fail(appError('not-found', 'Kira no longer lists the account.', { fix: 'Choose another account.' }));
  if (recipient === null) return fail(appError('not-found', 'The recipient is no longer in the book.', { fix: 'Choose another recipient.' }));
  const obstacle = accountObstacle(account) ?? modeObstacle(draft, account) ?? recipientObstacle(recipient, account);
  if (obstacle !== null) return fail(inTheWay(obstacle));
  return canonical(ctx.lane.tidy(draft)) === canonical(draft) ? ok(null)
    : fail(appError('prerequisite', 'Not sent: the recipient was changed after this payout was made ready.', { fix: 'Change the payout and look at it again.' }));
}

function inTheWay({ label, remedy }: Obstacle): AppError {
  return appError('prerequisite', `Not sent: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`, { fix: `${remedy} The payout stays ready.` });
}

/** Whether the balance as just read covers the amount, with what other payouts may still take. What is paid by deposit, or from a balance that Kira
 *  doesn't tell, is for Kira to say. */
export function checkCover(ctx: Context, { accounts }: KiraLaneDeps, { id, draft }: PayoutRecord): Checked {
  const account = accounts.find(draft.walletId ?? '');
  const asked = amountOf(draft);
  if (account === null || asked === null) return fail(appError('prerequisite', 'The payout is not complete any more.'));
  const purse = draft.kira?.mode === 'fiat' ? freeIn(ctx, account, id) : null;
  if (purse === null || compareMoney(purse.free, asked) >= 0) return ok(null);
  const also = purse.held.minor > 0 ? `, ${formatMoney(purse.held)} of it may still leave` : '';
  return fail(appError('insufficient-funds', `Not sent: the account holds ${formatMoney(account.balance ?? purse.free)}${also}, this needs ${formatMoney(asked)}.`,
    { fix: 'Pay money in, or lower the amount. The payout stays ready.' }));
}
