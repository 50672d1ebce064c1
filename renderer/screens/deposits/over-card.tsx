import { useNavigate } from '@tanstack/react-router';
import { Copy, RefreshCw, ShieldAlert } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Card } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { addressTail } from './address-groups.ts';
import css from './deposit.module.css';
import { movedOn, shownAmount } from './deposit-words.ts';

const c = names(css);
type CardProps = { readonly payout: Payout; readonly deposit: DepositFacts; readonly looking: boolean; readonly onLook: () => void; readonly onTrouble: () => void };

/** An address that no longer counts: nothing may be sent to it, and it isn't shown again. */
export function OverCard(props: CardProps): ReactElement {
  const { payout, deposit } = props;
  const cloning = useClone(payout.id);
  return (
    <>
      <ErrorBanner error={cloning.error} />
      <Why {...props} cloning={cloning} />
      <Card>
        <div className={c('over')}>
          <p className={c('label')}>{t('No longer to be sent')}</p>
          <p className={c('amount')}><s className={c('figure', 'gone')}>{shownAmount(deposit)}</s> <span className={c('token')}>{deposit.token}</span></p>
          <p className={c('label')}>{t('Its address, told by its end only, for support')}</p>
          <p className={c('tail')}><s aria-hidden>•••• ••••</s> <span data-copyable="">{addressTail(deposit.address)}</span></p>
        </div>
      </Card>
    </>
  );
}

type Cloning = { readonly busy: boolean; readonly error: AppError | null; readonly make: () => void };

/** Makes a new payout from an old one and goes there. */
function useClone(id: string): Cloning {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const make = async () => {
    setBusy(true);
    const answer = await ask('payouts.clone', { id });
    setBusy(false);
    if (answer.ok) return await navigate({ to: '/payouts/$id', params: { id: answer.value.id } });
    setError(answer.error);
  };
  return { busy, error, make: () => { if (!busy) void make(); } };
}

function Why({ payout, deposit, looking, onLook, onTrouble, cloning }: CardProps & { readonly cloning: Cloning }): ReactElement {
  const time = momentOf(deposit.expiresAt);
  if (payout.clonedTo !== null) return <Renewed id={payout.clonedTo} />;
  if (payout.state === 'awaiting_deposit' && movedOn(payout)) {
    return (
      <Banner family="wait" head={t('Deposit nothing more: something may have come already')} live actions={<Button size="small" kind="primary" icon={RefreshCw} busy={looking} onPress={onLook}>{t('Check now')}</Button>}>
        {t('Kira says of this payout: {status}. Until it says more, the address is not shown.', { status: payout.providerStatus ?? '' })}
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
  if (deposit.transactionHash !== null) return <Noted time={time} cloning={cloning} onTrouble={onTrouble} />;
  return (
    <Banner family="bad" head={t('Do not send. Make a new address')} live actions={<CloneButton cloning={cloning} kind="primary" />}>
      {t('The time for this deposit ran out at {time} and Kira saw nothing. What is sent to the old address now may be lost.', { time })}
    </Banner>
  );
}

function Renewed({ id }: { readonly id: string }): ReactElement {
  const navigate = useNavigate();
  return (
    <Banner family="bad" head={t('Do not send to this address. A new payout was made.')} actions={<Button size="small" onPress={() => void navigate({ to: '/payouts/$id', params: { id } })}>{t('Open the new payout')}</Button>}>
      {t('The new one gets an address of its own. What is sent to the old one may be lost.')}
    </Banner>
  );
}

function Noted({ time, cloning, onTrouble }: { readonly time: string; readonly cloning: Cloning; readonly onTrouble: () => void }): ReactElement {
  return (
    <Banner
      family="bad" head={t('Do not send again before Kira support has answered')} live
      actions={(
        <div className={c('choice')}>
          <Button size="small" kind="primary" wide icon={ShieldAlert} onPress={onTrouble}>{t('Write to Kira support')}</Button>
          <CloneButton cloning={cloning} kind="secondary" />
        </div>
      )}
    >
      {t('You noted a transaction, but the time ran out at {time} and Kira saw nothing. A new payout would be paid beside it.', { time })}
    </Banner>
  );
}

function CloneButton({ cloning, kind }: { readonly cloning: Cloning; readonly kind: 'primary' | 'secondary' }): ReactElement {
  return <Button size="small" kind={kind} icon={Copy} busy={cloning.busy} onPress={cloning.make}>{t('Make a new payout with a new address')}</Button>;
}
