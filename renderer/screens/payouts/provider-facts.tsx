import type { ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './detail.module.css';
import type { Fact } from './facts.tsx';

const c = names(css);

/** What our own number of a payout is called: Blaaiz keeps a merchant reference, Kira an idempotency key. */
export function ownReferenceLabel({ provider }: Pick<Payout, 'provider'>): string {
  return provider === 'kira' ? t('Idempotency key') : t('Our reference');
}

/** What the provider and the banks call a payout, to quote in a message to them; only what is there. */
export function providerFacts(payout: Payout): readonly Fact[] {
  const provider = providerNames[payout.provider];
  const kira = payout.provider === 'kira';
  return [
    ...copyable('reference-at-provider', t('{provider} reference', { provider }), payout.providerReference),
    ...copyable('transaction', kira ? t('{provider} payout', { provider }) : t('{provider} transaction', { provider }), payout.transactionId),
    ...copyable('uetr', t('UETR'), payout.uetr, t('The number by which banks trace a SWIFT payment; the payee’s bank can look it up.')),
    ...copyable('merchant', ownReferenceLabel(payout), payout.sent?.merchantReference ?? null),
    ...copyable('deposit', t('Deposit transaction'), payout.deposit?.transactionHash ?? null),
    ...(payout.providerStatus ? [{ id: 'status', label: t('{provider} status', { provider }), mono: true, value: payout.providerStatus }] : []),
  ];
}

function copyable(id: string, label: string, text: string | null, line?: string): readonly Fact[] {
  if (text === null || text === '') return [];
  return [{ id, label, mono: true, value: <Copyable text={text} label={label} />, ...(line ? { lines: [line] } : {}) }];
}

function Copyable({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  return <span className={c('copyable')}>{text}<CopyButton text={text} label={t('Copy {what}', { what: label })} /></span>;
}
