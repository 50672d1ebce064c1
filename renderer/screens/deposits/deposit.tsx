import { Navigate } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { useAct, useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import { DepositPage } from './deposit-page.tsx';

/** The deposit of one payout: where the stablecoin goes, how much exactly, and how long there is for it. */
export function DepositScreen({ id }: { readonly id: string }): ReactElement {
  const found = useCall('payouts.get', { id });
  if (found.data) return <Known key={id} payout={found.data} />;
  return (
    <Screen header={<WorkHeader crumbs={[{ label: t('Deposits'), to: '/deposits' }]} title={t('Deposit')} />}>
      <Page>{found.error ? <ErrorBanner error={found.error} /> : <Skeleton lines={6} />}</Page>
    </Screen>
  );
}

/** The states in which a payout's deposit is the thing to look at; in others its own page is. */
const here: readonly Payout['state'][] = ['awaiting_deposit', 'deposit_expired', 'accepted', 'processing', 'completed'];

function Known({ payout }: { readonly payout: Payout }): ReactElement {
  const now = useNow(1_000);
  const check = useAct('payouts.check');
  const { mutate } = check;
  const { id, state, deposit } = payout;
  const awaited = state === 'awaiting_deposit';
  // What is shown was kept; whether the deposit has come meanwhile is asked once, and main goes on asking by itself.
  useEffect(() => {
    if (awaited) mutate({ id });
  }, [awaited, id, mutate]);
  if (!here.includes(state) || (deposit === null && !awaited)) return <Navigate to="/payouts/$id" params={{ id }} replace />;
  return <DepositPage payout={payout} now={now} looking={check.isPending} problem={check.error} onLook={() => mutate({ id })} />;
}
