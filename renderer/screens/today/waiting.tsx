import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import { DepositLine, type Awaited } from '../deposits/deposit-line.tsx';
import css from './today.module.css';

const c = names(css);
/** Deposits shown here; the rest are under Deposits. */
const shown = 5;

/** Payouts that wait for a stablecoin deposit, the soonest to run out first. */
export function WaitingDeposits({ deposits }: { readonly deposits: readonly Awaited[] }): ReactElement {
  const now = useNow(1_000);
  return (
    <Card title={t('Waiting for your deposit')} mark={<span className={c('count')}>{deposits.length}</span>} note={<Link to="/deposits">{t('All deposits')}</Link>}>
      {deposits.slice(0, shown).map((one) => <DepositLine key={one.payout.id} awaited={one} now={now} />)}
      {deposits.length > shown ? <CardRow tight><Link to="/deposits">{t('{n} more', { n: deposits.length - shown })}</Link></CardRow> : null}
    </Card>
  );
}
