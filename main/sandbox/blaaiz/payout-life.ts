import { post } from '../ledger.ts';
import type { Transaction } from '../model.ts';
import type { Body } from '../validate.ts';
import { scaled, type World } from '../world.ts';
import { announcePayout } from './events.ts';
import { accountKey } from './payout-fields.ts';

const REFUNDED_ENDS = ['FAILED', 'CANCELLED', 'EXPIRED'];
const questions = ['What is the invoice month number?', 'How many crates were ordered?', 'Which dock number?'];

/** Why a payout will fail by itself: accounts ending in 9999 or 0000, e-mails beginning with `fail`, or the note `sandbox:fail`. */
export function doom(body: Body): string | null {
  const account = accountKey(body);
  if (account.endsWith('9999')) return 'The recipient bank rejected the transfer.';
  if (account.endsWith('0000')) return 'The recipient account does not exist.';
  return account.startsWith('fail') || body['note'] === 'sandbox:fail' ? 'The transfer was declined.' : null;
}

/** A question and answer for an Interac recipient, and the event id both of its events share. */
export function newInteracAnswer(world: World): NonNullable<Transaction['interac']> {
  const question = questions[world.ids.below(questions.length)] ?? '';
  return { question, answer: 100000 + world.ids.below(900000), event_id: world.ids.uuid() };
}

/** Sets an accepted payout on its way. */
export function startPayout(world: World, transaction: Transaction): void {
  if (transaction.interac) announcePayout(world, transaction, 'initiated');
  const { payouts_finish: finishes, payout_seconds: seconds } = world.state.settings;
  if (finishes) world.scheduler.plan('finish-payout', transaction.id, scaled(world, seconds));
}

/** The end that comes by itself. */
export function finishAutomatically(world: World, transactionId: string): void {
  const transaction = world.state.transactions.find((one) => one.id === transactionId);
  if (transaction?.status !== 'PROCESSING') return;
  finishPayout(world, transaction, transaction.doomed === null ? 'SUCCESSFUL' : 'FAILED', transaction.doomed);
}

/** Ends a payout; one that failed goes back to its wallet, once. */
export function finishPayout(world: World, transaction: Transaction, status: string, reason: string | null): void {
  world.scheduler.cancel('finish-payout', transaction.id);
  const changed = transaction.status !== status;
  transaction.status = status;
  transaction.failure_reason = reason;
  const wallet = world.state.wallets.find((one) => one.id === transaction.business_wallet_id);
  if (wallet && REFUNDED_ENDS.includes(status) && !transaction.refunded) {
    transaction.refunded = true;
    post(world.state, world.clock.now(), 'refund', wallet, transaction.amount, transaction);
  }
  if (changed) announcePayout(world, transaction, 'final');
}
