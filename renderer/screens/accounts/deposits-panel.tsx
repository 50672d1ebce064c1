import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Deposit, VirtualAccount } from '../../../preload/contract/accounts.ts';
import { formatMoney } from '../../../preload/contract/money.ts';
import { useCall } from '../../api.ts';
import { Age } from '../../components/age.tsx';
import { ErrorBanner } from '../../components/banner.tsx';
import { IconButton } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Skeleton } from '../../components/empty.tsx';
import { InspectorPart } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { locale, t } from '../../text.ts';
import { depositStatus, railWords } from './account-words.ts';
import css from './accounts.module.css';

const c = names(css);

/** The newest money that came into an account, beside the list. */
export function DepositsPanel({ account, onClose }: { readonly account: VirtualAccount; readonly onClose: () => void }): ReactElement {
  const found = useCall('accounts.deposits', { accountId: account.id }, { staleTime: 60_000 });
  const deposits = found.data?.deposits ?? [];
  return (
    <InspectorPart title={t('What came in')} end={<IconButton icon={X} label={t('Close')} onPress={onClose} />}>
      <div className={c('panel')}>
        <p className={c('of')}>{account.description === '' ? account.userName : `${account.userName}, ${account.description}`}</p>
        <ErrorBanner error={found.error} />
        {found.isPending ? <Skeleton lines={4} /> : null}
        {found.data ? <Age at={found.dataUpdatedAt} before={t('Read ')} always busy={found.isFetching} onRefresh={() => void found.refetch()} /> : null}
        {found.data && deposits.length === 0 ? <p className={c('quiet')}>{t('Nothing has come in yet.')}</p> : null}
        <ul>{deposits.map((deposit) => <Line key={deposit.id} deposit={deposit} />)}</ul>
      </div>
    </InspectorPart>
  );
}

function Line({ deposit }: { readonly deposit: Deposit }): ReactElement {
  const { amount, net, senderName, rail, at, credited } = deposit;
  const differs = net !== null && net.minor !== amount.minor;
  return (
    <li className={c('deposit')}>
      <div className={c('top')}>
        <span className={c('sender')}>{senderName === '' ? t('Sender not known') : senderName}</span>
        <Money amount={amount} strong />
      </div>
      <div className={c('top', 'small')}>
        <span>{railWords(rail)}, {momentOf(at)}</span>
        {differs ? <span>{t('{amount} after fees', { amount: formatMoney(net, locale()) })}</span> : null}
      </div>
      <StatusPill status={depositStatus(deposit)} />
      {credited ? null : <span className={c('small')}>{t('Not in the balance.')}</span>}
    </li>
  );
}
