import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { methodLabels } from '../../../preload/contract/payee-fields.ts';
import type { PayoutRow } from '../../../preload/contract/payouts.ts';
import { agoOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { MoneyCell } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import css from './today.module.css';

const c = names(css);

/** What has left or is about to, newest first; what still waits for a deposit stands on its own above. */
export function OnTheWay({ rows, count, drafts }: { readonly rows: readonly PayoutRow[]; readonly count: number; readonly drafts: number }): ReactElement {
  const now = useNow();
  return (
    <Card title={t('On the way')} mark={<span className={c('count')}>{count}</span>} note={<Link to="/payouts">{t('All payouts')}</Link>}>
      {rows.length === 0 ? <CardRow><p className={c('note')}>{drafts > 0 ? <Drafts n={drafts} /> : t('Nothing is on its way.')}</p></CardRow> : null}
      {rows.map((row) => <Way key={row.id} row={row} now={now} />)}
      {count > rows.length ? <CardRow tight><Link to="/payouts" search={{ view: 'on-the-way' }}>{t('{n} more on the way', { n: count - rows.length })}</Link></CardRow> : null}
    </Card>
  );
}

function Drafts({ n }: { readonly n: number }): ReactElement {
  return <Link to="/payouts" search={{ view: 'drafts' }}>{t('Nothing is on its way. {n, plural, one {One draft waits.} other {# drafts wait.}}', { n })}</Link>;
}

function Way({ row, now }: { readonly row: PayoutRow; readonly now: number }): ReactElement {
  const navigate = useNavigate();
  const way = row.method && row.toCurrency ? t('{currency} {method}', { currency: row.toCurrency, method: t(methodLabels[row.method]).toLowerCase() }) : '';
  return (
    <button type="button" className={c('way')} onClick={() => void navigate({ to: '/payouts/$id', params: { id: row.id } })}>
      <span className={c('status')}><StatusPill status={payoutStatus(row.state)} /></span>
      <span className={c('payee')}><span className={c('head')}>{row.payeeName}</span> <span className={c('method')}>{way}</span></span>
      <MoneyCell amount={row.send} currency={row.fromCurrency} strong />
      <time className={c('ago')}>{agoOf(row.updatedAt, now)}</time>
    </button>
  );
}
