import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { t } from '../../text.ts';
import { networkWords } from '../accounts/account-words.ts';
import { addressTail } from './address-groups.ts';
import { addressCounts } from './deposit-words.ts';
import { timeLeft } from './time-left.ts';

/** What can go wrong with a deposit. */
export const troubles = ['token', 'network', 'amount', 'late', 'address', 'other'] as const;
/** One thing that can go wrong with a deposit. */
export type Trouble = (typeof troubles)[number];

/** What went wrong, as it is chosen and told to support. */
export function troubleWords(trouble: Trouble, { token, network }: Pick<DepositFacts, 'token' | 'network'>): string {
  switch (trouble) {
    case 'token': return t('Sent another token than {token}', { token });
    case 'network': return t('Sent on another network than {network}', { network: networkWords(network) });
    case 'amount': return t('Sent another amount');
    case 'late': return t('Sent after the time was over');
    case 'address': return t('Sent to another address');
    case 'other': return t('Sent, but it does not show up');
  }
}

/** What not to do now, and what helps. */
export function troubleAdvice(trouble: Trouble): string {
  switch (trouble) {
    case 'amount': return t('Do not send the rest or anything else: it is not sure that a second transfer counts. Ask Kira support first.');
    case 'address': return t('Do not send again. A transfer to a stranger’s address can’t be called back; if you did not type it yourself, have this computer scanned for malware. Tell your exchange at once.');
    case 'token':
    case 'network':
    case 'late':
    case 'other': return t('Do not send again. What was sent can sometimes be recovered, but only by Kira, and a second transfer makes it harder.');
  }
}

/** Everything support needs to find a deposit that went astray, as text to copy. An address that no longer counts is told by its end only. */
export function evidenceText(payout: Payout, deposit: DepositFacts, trouble: Trouble, now: number): string {
  const shown = addressCounts(payout, timeLeft(deposit, now));
  const lines: readonly (readonly [string, string | null])[] = [
    [t('What happened'), troubleWords(trouble, deposit)],
    [t('Kira payout'), payout.transactionId], [t('Idempotency key'), payout.sent?.merchantReference ?? null],
    [t('Amount due'), `${deposit.amount} ${deposit.token}`], [t('Network'), networkWords(deposit.network)],
    [t('Deposit address'), shown ? deposit.address : t('ends in {tail}', { tail: addressTail(deposit.address) })],
    [t('Address received'), utc(deposit.receivedAt + deposit.serverAhead)], [t('Address valid until'), utc(deposit.expiresAt)],
    [t('Transaction hash'), deposit.transactionHash ?? t('not noted')],
    [t('Status at Kira'), [payout.providerStatus ?? t('not known'), payout.checkedAt === null ? '' : t('read {time}', { time: utc(payout.checkedAt) })].filter((part) => part !== '').join(', ')],
    [t('Written'), utc(now)],
  ];
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n');
}

/** A moment as support anywhere reads it: 2026-11-21 11:32:00 UTC. */
function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
