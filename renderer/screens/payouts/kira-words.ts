import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { networkNames, type DepositNetwork } from '../../../preload/contract/deposit.ts';
import { formatMoney } from '../../../preload/contract/money.ts';
import type { KiraDraft } from '../../../preload/contract/payouts.ts';
import type { Recipient, RecipientRail } from '../../../preload/contract/recipients.ts';
import { locale, t } from '../../text.ts';
import type { PercentProblem } from '../../state/kira-edits.ts';

/** How an account pays, in two words. */
export function modeWords(mode: VirtualAccount['mode']): string {
  if (mode === null) return t('Not known how it pays');
  return mode === 'fiat' ? t('From its balance') : t('By stablecoin');
}

/** What a person sees of an account in a list: how it pays, and what it holds. */
export function accountDetail({ mode, balance, readiness }: VirtualAccount): string {
  const held = mode === 'fiat' && balance ? `${modeWords(mode)}, ${formatMoney(balance, locale())}` : modeWords(mode);
  if (readiness === 'ready') return held;
  return readiness === 'waiting' ? t('{held}, being opened', { held }) : t('{held}, can’t pay out', { held });
}

/** The rail's name. */
export function railWords(rail: RecipientRail): string {
  return rail === 'wire' ? t('Wire') : t('SWIFT');
}

/** How long a rail usually takes (Kira guide: Payouts). */
export function railTime(rail: RecipientRail): string {
  return rail === 'wire' ? t('Usually arrives in 1 to 3 business days') : t('Usually arrives in 3 to 5 business days');
}

/** Where the money goes, in a few words: "First Meridian Bank, wire ··7745". */
export function recipientDetail({ fields, tail }: Recipient): string {
  const values = { bank: fields.bankName, rail: fields.rail === 'wire' ? t('wire') : t('SWIFT'), tail };
  return fields.bankName === '' ? t('{rail} {tail}', values) : t('{bank}, {rail} {tail}', values);
}

/** Why a recipient can't be paid yet, and what to do; null for one that Kira has. */
export function recipientDoubt({ state }: Recipient): string | null {
  switch (state) {
    case 'there': return null;
    case 'draft': return t('Kira does not have this recipient yet. The payout can be prepared, not sent.');
    case 'sending': return t('Kira is being asked to take this recipient. The payout can be prepared meanwhile.');
    case 'unknown': return t('It is not known whether Kira has this recipient. Finish it first; the payout can be prepared, not sent.');
    case 'refused': return t('Kira refused this recipient. Mend it first; the payout can be prepared, not sent.');
  }
}

/** A recipient's state in a list; nothing for one that can be paid. */
export function recipientStateWords({ state }: Recipient): string {
  switch (state) {
    case 'there': return '';
    case 'draft': return t('not at Kira yet');
    case 'sending': return t('being made');
    case 'unknown': return t('not known whether made');
    case 'refused': return t('refused');
  }
}

/** What can be wrong with a percentage. */
export function percentWords(problem: PercentProblem): string {
  switch (problem) {
    case 'not-a-number': return t('Write a number, for example 2 for 2 %.');
    case 'too-many-decimals': return t('Two decimals at most. Nothing is rounded.');
    case 'too-large': return t('More than 100 % can’t be taken from a payout.');
  }
}

/** This payout's own mark-up in words, as it was typed; nothing is reckoned from it. */
export function markupWords(markup: KiraDraft['markup']): string {
  if (markup === null) return t('your usual one at Kira');
  const { percent } = markup;
  const fixed = markup.fixedMinor === null ? '' : formatMoney({ minor: markup.fixedMinor, currency: 'USD' }, locale());
  if (fixed === '' && percent === '') return t('not set');
  if (fixed === '') return t('{percent} % of the amount', { percent });
  return percent === '' ? fixed : t('{fixed} and {percent} % of the amount', { fixed, percent });
}

/** What is sent to fund a payout: "USDC on Solana". */
export function coinWords({ network, token }: Pick<KiraDraft, 'network' | 'token'>): string {
  if (network === null || token === null) return t('not set');
  return t('{token} on {network}', { token, network: networkWords(network) });
}

/** What a network is called. */
export function networkWords(network: DepositNetwork): string {
  return networkNames[network];
}
