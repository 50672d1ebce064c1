import { toDecimal, type Money } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { t } from '../../text.ts';

/** Everything support needs to find a payout that went wrong, as text to copy: no account number, no address. */
export function supportText(repair: Repair, payout: Payout | undefined, now: number): string {
  const lines: readonly Line[] = [
    [t('What happened'), whatHappened(repair)], ...references(payout), [t('Sent'), amount(repair.payout.send)], [t('To arrive'), amount(repair.payout.receive)],
    [t('Learned'), utc(repair.openedAt)], [t('Figures'), repair.sums.join(' ')], ...(repair.kind === 'sum' ? [] : broken(repair)), [t('Written'), utc(now)],
  ];
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n');
}

type Line = readonly [label: string, value: string | null | undefined];

function references(payout: Payout | undefined): readonly Line[] {
  return [
    [t('Payment reference (UETR)'), payout?.uetr], [t('Transaction'), payout?.transactionId], [t('Reference of the provider'), payout?.providerReference],
    [t('Our reference'), payout?.sent?.merchantReference], [t('Released'), payout?.sent ? utc(payout.sent.writtenAt) : null],
  ];
}

function broken(repair: Repair): readonly Line[] {
  const { said, money: { now, nowAt } } = repair;
  return [[t('Reason as told'), said ?? t('none')], [t('Money back'), backWords(repair)], [t('Balance read'), now && nowAt !== null ? `${amount(now) ?? ''}, ${utc(nowAt)}` : null]];
}

function whatHappened({ kind }: Repair): string {
  if (kind === 'sum') return t('The figures of this payout do not add up, or are not those that were quoted. Which are right?');
  return kind === 'returned' ? t('The payout was completed and then came back. Why, and when is the money back with us?') : t('The payout failed. Why, and when is the money back with us?');
}

function backWords({ money }: Repair): string {
  if (money.seen === true) return money.kept ? t('seen, {fee} was kept', { fee: amount(money.kept) ?? '' }) : t('seen');
  return money.seen === null ? t('can’t be seen here') : t('not seen, {amount} is missing', { amount: amount(money.owed) ?? '' });
}

function amount(money: Money | null): string | null {
  return money === null ? null : `${toDecimal(money)} ${money.currency}`;
}

/** A moment as support anywhere reads it: 2026-11-21 11:32:00 UTC. */
function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
