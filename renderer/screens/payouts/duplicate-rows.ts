import { formatMoney, type Money } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { LikelySame, LikenessCode } from '../../../preload/contract/radar.ts';
import { dateOf, timeOf } from '../../components/clock.ts';
import { payoutStatus } from '../../components/status-words.ts';
import { kiraOf } from '../../state/kira-edits.ts';
import { locale, t } from '../../text.ts';

/** One line of the comparison: what this payout says, what that one says, and whether they are the same. */
export type CompareRow = { readonly id: string; readonly label: string; readonly mine: string; readonly theirs: string; readonly same: boolean };

/** Everything that two payouts are compared by, in reading order; what neither says is left out. `profile` is this one's name. */
export function compareRows(payout: Payout, match: LikelySame, profile: string): readonly CompareRow[] {
  const { payout: other } = match;
  const because = (...codes: readonly LikenessCode[]) => match.reasons.some(({ code }) => codes.includes(code));
  const row = (id: string, label: string, mine: string, theirs: string, same = mine !== '' && mine === theirs): CompareRow => ({ id, label, mine, theirs, same });
  const invoice = payout.provider === 'kira' ? kiraOf(payout.draft).invoiceNumber : '';
  const rows = [
    row('payee', t('Payee'), payout.payeeName, other.payeeName, because('payee')),
    row('account', t('Account'), payout.accountTail, other.accountTail, because('account')),
    row('send', t('Leaves'), moneyText(payout.send), moneyText(other.send)),
    row('receive', t('Arrives'), moneyText(payout.receive), moneyText(other.receive)),
    row('reference', t('Reference'), payout.reference, other.reference),
    row('invoice', t('Invoice number'), invoice, match.invoiceNumber),
    row('file', t('File'), payout.documents.map(({ name }) => name).join(', '), match.fileNames.join(', '), because('invoice-file', 'file-seen')),
    row('date', t('Sent'), t('not sent yet'), match.sentAt === null ? t('not sent yet') : `${dateOf(match.sentAt)}, ${timeOf(match.sentAt)}`, false),
    row('profile', t('Profile'), profile, match.profileName, match.here),
    row('state', t('State'), payoutStatus(payout.state).word, payoutStatus(other.state).word, false),
  ];
  return rows.filter(({ mine, theirs }) => mine !== '' || theirs !== '');
}

function moneyText(amount: Money | null): string {
  return amount === null ? '' : formatMoney(amount, locale());
}
