import { useNavigate } from '@tanstack/react-router';
import { Hourglass, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Skeleton } from '../../components/empty.tsx';
import { Card, ListHeader, Screen } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useNow } from '../../components/use-now.ts';
import work from '../../components/work-list.module.css';
import { t } from '../../text.ts';
import { canStillCome, DepositLine, type Awaited } from './deposit-line.tsx';

const c = names(work);

/** Every payout that waits for stablecoin, the soonest to run out first, and those whose time is over. */
export function DepositsScreen(): ReactElement {
  const navigate = useNavigate();
  const summary = useCall('today.summary', {}, { every: 60_000 });
  const deposits = summary.data?.deposits;
  return (
    <Screen
      header={(
        <ListHeader
          title={t('Deposits')} {...(deposits && deposits.length > 0 ? { count: String(deposits.length) } : {})}
          actions={<Button kind="primary" icon={Plus} hint="new-payout" onPress={() => void navigate({ to: '/payouts/new' })}>{t('New payout')}</Button>}
        />
      )}
    >
      <div className={c('list')}>
        <ErrorBanner error={summary.error} />
        {deposits ? <Lists deposits={deposits} /> : summary.error ? null : <Skeleton lines={4} row />}
      </div>
    </Screen>
  );
}

function Lists({ deposits }: { readonly deposits: readonly Awaited[] }): ReactElement {
  const now = useNow(1_000);
  const waiting = deposits.filter((one) => canStillCome(one, now));
  const over = deposits.filter((one) => !canStillCome(one, now));
  if (deposits.length === 0) {
    return (
      <div className={c('none')}><Empty icon={Hourglass}>
        {t('No deposit is awaited. A payout from an account in crypto mode is paid by a transfer of stablecoin that you make at your exchange: once it is sent to Kira, its address, the exact amount and 24 hours to send it show up here.')}
      </Empty></div>
    );
  }
  return (
    <>
      {waiting.length > 0 ? <List title={t('Waiting for your deposit')} rows={waiting} now={now} note={t('Soonest to run out first')} /> : null}
      {over.length > 0 ? <List title={t('Time is over')} rows={over} now={now} note={t('Send nothing to these any more')} /> : null}
    </>
  );
}

function List({ title, rows, now, note }: { readonly title: string; readonly rows: readonly Awaited[]; readonly now: number; readonly note: string }): ReactElement {
  return (
    <Card title={title} mark={<span className={c('count')}>{rows.length}</span>} note={note}>
      {rows.map((one) => <DepositLine key={one.payout.id} awaited={one} now={now} />)}
    </Card>
  );
}
