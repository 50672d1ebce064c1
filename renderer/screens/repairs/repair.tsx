import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { t } from '../../text.ts';
import { RepairPage } from './repair-page.tsx';

/** The repair of the payout whose id is in the address. */
export function RepairScreen(): ReactElement {
  const { id = '' } = useParams({ strict: false });
  return <Repairing key={id} id={id} />;
}

function Repairing({ id }: { readonly id: string }): ReactElement {
  const repair = useCall('repairs.get', { id }, { every: 60_000 });
  const payout = useCall('payouts.get', { id });
  if (repair.data) return <RepairPage repair={repair.data} payout={payout.data} />;
  return (
    <Screen header={<WorkHeader crumbs={[{ label: t('Repairs'), to: '/repairs' }]} title={t('Repair')} />}>
      <Page>{repair.error ? <ErrorBanner error={repair.error} /> : <Skeleton lines={6} />}</Page>
    </Screen>
  );
}
