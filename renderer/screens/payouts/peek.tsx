import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { methodLabels } from '../../../preload/contract/payee-fields.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { InspectorPart } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { Timeline } from '../../components/timeline.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import css from './payouts.module.css';
import { timelineStatus } from './timeline-status.ts';

const c = names(css);

/** A payout beside the list, without leaving it. */
export function Peek({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement {
  const found = useCall('payouts.get', { id }, { keep: true });
  const payout = found.data;
  const navigate = useNavigate();
  const now = useNow();
  if (!payout) return found.error ? <ErrorBanner error={found.error} /> : <Skeleton lines={4} />;
  const kira = payout.provider === 'kira';
  return (
    <>
      <InspectorPart title={payout.payeeName === '' ? t('No payee yet') : payout.payeeName} end={<IconButton icon={X} label={t('Close')} onPress={onClose} />}>
        <div className={c('peek')}>
          <div><StatusPill status={payoutStatus(payout.state)} place="header" settled={!payout.needsPerson} /></div>
          {payout.send ? <Money amount={payout.send} size="m" /> : <span className={c('none')}>{t('not set')}</span>}
          <dl className={c('facts')}>
            <Line label={t('Receives')}>{payout.receive ? <Money amount={payout.receive} /> : '–'}</Line>
            <Line label={kira ? t('Paid by') : t('Customer')}>{payout.customerName === '' ? t('not set') : payout.customerName}</Line>
            <Line label={t('To account')}>{payout.accountTail === '' ? t('not set') : payout.accountTail}</Line>
            <Line label={kira ? t('Rail') : t('Method')}>{payout.method ? t(methodLabels[payout.method]) : t('not set')}</Line>
            <Line label={kira ? t('Memo') : t('Reference')}>{payout.reference === '' ? t('none') : <span className={c(!kira && 'reference')}>{payout.reference}</span>}</Line>
          </dl>
          <div className={c('actions')}><Button size="small" onPress={() => void navigate({ to: '/payouts/$id', params: { id } })}>{t('Open')}</Button></div>
        </div>
      </InspectorPart>
      <InspectorPart title={t('Timeline')}><Timeline entries={payout.timeline} statusOf={timelineStatus} exact now={now} /></InspectorPart>
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return <div className={c('fact')}><dt>{label}</dt><dd>{children}</dd></div>;
}
