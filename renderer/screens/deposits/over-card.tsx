import { useNavigate } from '@tanstack/react-router';
import { Copy, RefreshCw, ShieldAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { useAct } from '../../api.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Card } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { addressTail } from './address-groups.ts';
import css from './deposit.module.css';
import { shownAmount } from './deposit-words.ts';

const c = names(css);
type CardProps = { readonly payout: Payout; readonly deposit: DepositFacts; readonly looking: boolean; readonly onLook: () => void; readonly onTrouble: () => void };

/** An address that no longer counts: nothing may be sent to it, and it isn't shown again. */
export function OverCard(props: CardProps): ReactElement {
  const { deposit } = props;
  return (
    <>
      <Why {...props} />
      <Card>
        <div className={c('over')}>
          <p className={c('label')}>{t('No longer to be sent')}</p>
          <p className={c('amount')}><s className={c('figure', 'gone')}>{shownAmount(deposit)}</s> <span className={c('token')}>{deposit.token}</span></p>
          <p className={c('label')}>{t('Its address, told by its end only, for support')}</p>
          <p className={c('tail')}><s aria-label={t('Address that no longer counts, ends in {tail}', { tail: addressTail(deposit.address) })}>{`… ${addressTail(deposit.address)}`}</s></p>
        </div>
      </Card>
    </>
  );
}

function Why({ payout, deposit, looking, onLook, onTrouble }: CardProps): ReactElement {
  const navigate = useNavigate();
  const { clonedTo } = payout;
  const time = momentOf(deposit.expiresAt);
  if (clonedTo !== null) {
    return (
      <Banner family="bad" head={t('Do not send to this address. A new payout was made.')} actions={<Button size="small" onPress={() => void navigate({ to: '/payouts/$id', params: { id: clonedTo } })}>{t('Open the new payout')}</Button>}>
        {t('The new one gets an address of its own. What is sent to the old one may be lost.')}
      </Banner>
    );
  }
  // Whether a deposit came in time is for Kira to say: until then a second payout could be paid beside the first.
  if (payout.state === 'awaiting_deposit') {
    return (
      <Banner family="bad" head={t('Do not send: the time is over')} live actions={<Button size="small" kind="primary" icon={RefreshCw} busy={looking} onPress={onLook}>{t('Check now')}</Button>}>
        {t('It ran out at {time}. Kira is being asked whether a deposit came in time; until it says so, nothing new is made.', { time })}
      </Banner>
    );
  }
  return deposit.transactionHash === null ? <Renew payout={payout} time={time} /> : <Noted payout={payout} time={time} onTrouble={onTrouble} />;
}

function Renew({ payout, time }: { readonly payout: Payout; readonly time: string }): ReactElement {
  return (
    <>
      <Banner family="bad" head={t('Do not send. Make a new address')} live actions={<CloneButton id={payout.id} kind="primary" />}>
        {t('The time for this deposit ran out at {time} and Kira saw nothing. What is sent to the old address now may be lost.', { time })}
      </Banner>
    </>
  );
}

function Noted({ payout, time, onTrouble }: { readonly payout: Payout; readonly time: string; readonly onTrouble: () => void }): ReactElement {
  return (
    <Banner
      family="bad" head={t('Do not send again before Kira support has answered')} live
      actions={<><CloneButton id={payout.id} kind="secondary" /><Button size="small" kind="primary" icon={ShieldAlert} onPress={onTrouble}>{t('Write to Kira support')}</Button></>}
    >
      {t('You noted a transaction, but the time ran out at {time} and Kira saw nothing. A new payout would be paid beside it.', { time })}
    </Banner>
  );
}

function CloneButton({ id, kind }: { readonly id: string; readonly kind: 'primary' | 'secondary' }): ReactElement {
  const navigate = useNavigate();
  const clone = useAct('payouts.clone');
  const make = () => clone.mutate({ id }, { onSuccess: (made) => void navigate({ to: '/payouts/$id', params: { id: made.id } }) });
  return (
    <>
      <ErrorBanner error={clone.error} />
      <Button size="small" kind={kind} icon={Copy} busy={clone.isPending} onPress={() => { if (!clone.isPending) make(); }}>{t('Make a new payout with a new address')}</Button>
    </>
  );
}
