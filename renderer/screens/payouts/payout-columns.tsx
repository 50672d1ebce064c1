import type { ReactElement } from 'react';
import { formatAmount, type Money as Amount } from '../../../preload/contract/money.ts';
import { methodLabels } from '../../../preload/contract/payee-fields.ts';
import type { PayoutRow } from '../../../preload/contract/payouts.ts';
import { providerNames, type ProviderId } from '../../../preload/contract/provider.ts';
import { listTimeOf } from '../../components/clock.ts';
import type { Column } from '../../components/data-table.tsx';
import { MoneyCell } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { locale, t } from '../../text.ts';
import css from './payouts.module.css';

const c = names(css);

/** The longest figure of each money column among the rows that are here. Rows are laid out one by one, so the track is told, not found. */
export type Widest = { readonly send: Amount | null; readonly receive: Amount | null };

function moneyTrack(amount: Amount | null, least: number): string {
  const figure = amount ? formatAmount(amount, locale()).length : 0;
  return `${Math.max(least, Math.ceil(figure * 7.9) + 35)}px`;
}

/** The longest figures among some rows. */
export function widestOf(rows: Iterable<PayoutRow>): Widest {
  const longer = (a: Amount | null, b: Amount | null) => (b !== null && (a === null || Math.abs(b.minor) > Math.abs(a.minor)) ? b : a);
  let widest: Widest = { send: null, receive: null };
  for (const row of rows) widest = { send: longer(widest.send, row.send), receive: longer(widest.receive, row.receive) };
  return widest;
}

/** The columns of the list of payouts; the least important go first when the window is narrow. Kira pays from an account, with a memo in whole
 *  words; Blaaiz for a customer, with a short reference. */
export function payoutColumns(now: number, widest: Widest, provider: ProviderId): readonly Column<PayoutRow>[] {
  const kira = provider === 'kira';
  return [
    { id: 'status', head: t('Status'), width: '142px', cell: (row) => <Status row={row} /> },
    { id: 'payee', head: t('Payee'), width: 'minmax(96px, 1.9fr)', cell: (row) => <Payee row={row} /> },
    { id: 'customer', head: kira ? t('Account') : t('Customer'), width: 'minmax(0, 1fr)', from: 'wide', cell: (row) => row.customerName },
    { id: 'reference', head: kira ? t('Memo') : t('Reference'), width: kira ? 'minmax(80px, 1.1fr)' : 'minmax(64px, 80px)', from: 'large', cell: (row) => <Reference row={row} /> },
    { id: 'sends', head: t('Sends'), width: moneyTrack(widest.send, 120), align: 'money', cell: (row) => <MoneyCell amount={row.send} currency={row.fromCurrency} missing="not-set" strong /> },
    { id: 'receives', head: t('Receives'), width: moneyTrack(widest.receive, 124), align: 'money', cell: (row) => <MoneyCell amount={row.receive} currency={row.toCurrency} /> },
    { id: 'through', head: t('Through'), width: '100px', from: 'medium', cell: (row) => <Through row={row} /> },
    { id: 'updated', head: t('Updated'), width: '54px', align: 'end', from: 'medium', cell: (row) => <time className={c('time')}>{listTimeOf(row.updatedAt, now)}</time> },
  ];
}

function Status({ row }: { readonly row: PayoutRow }): ReactElement {
  const status = payoutStatus(row.state);
  // Only a filled pill stands out to the left, so that icons and words line up.
  // A deposit is made by a person, although the payout counts as on its way.
  const filled = row.needsPerson || row.state === 'awaiting_deposit';
  return <span className={c('status', filled && 'filled')}><StatusPill status={status} settled={status.person && !filled} /></span>;
}

/** A reference is compared letter by letter, a memo is read; what doesn't fit is told by the tooltip. */
function Reference({ row: { reference, provider } }: { readonly row: PayoutRow }): ReactElement {
  if (reference === '') return <span className={c('none')}>{t('none')}</span>;
  return <span className={c(provider !== 'kira' && 'reference')} title={reference}>{reference}</span>;
}

function Payee({ row }: { readonly row: PayoutRow }): ReactElement {
  return (
    <>
      <span className={c('payee')}>{row.payeeName === '' ? t('No payee yet') : row.payeeName}</span>
      {row.accountTail === '' ? null : <span className={c('tail')}> {row.accountTail}</span>}
    </>
  );
}

function Through({ row }: { readonly row: PayoutRow }): ReactElement {
  const words = row.method === null ? '' : shortMethods[row.method] ?? methodLabels[row.method];
  return <>{providerNames[row.provider]} <span className={c('method')}>{t(words)}</span></>;
}

const shortMethods: Partial<Record<NonNullable<PayoutRow['method']>, string>> = { bank_transfer: 'Bank', mobile_money: 'Mobile' };
