import { useNavigate } from '@tanstack/react-router';
import { RefreshCw, ShieldAlert } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorLayout, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import stack from '../../components/stack.module.css';
import { payoutTitle } from '../payouts/payout-title.ts';
import { wholeStatus } from '../payouts/status-sentence.ts';
import { t } from '../../text.ts';
import { AddressCard } from './address-card.tsx';
import css from './deposit.module.css';
import { DepositSide } from './deposit-side.tsx';
import { addressCounts } from './deposit-words.ts';
import { ExchangeCard } from './exchange-card.tsx';
import { OverCard } from './over-card.tsx';
import { SentCard } from './sent-card.tsx';
import { timeLeft } from './time-left.ts';
import { TroubleDialog } from './trouble-dialog.tsx';

const c = names({ ...stack, ...css });

/** Props of {@link DepositPage}: `onLook` asks Kira now whether the deposit is there. */
export type DepositPageProps = { readonly payout: Payout; readonly now: number; readonly looking: boolean; readonly problem: AppError | null; readonly onLook: () => void };

/** The deposit of a payout: the address while it counts, and what there is to do once it doesn't. */
export function DepositPage({ payout, now, looking, problem, onLook }: DepositPageProps): ReactElement {
  const [trouble, setTrouble] = useState(false);
  const { deposit } = payout;
  const open = () => setTrouble(true);
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Deposits'), to: '/deposits' }]} title={payoutTitle(payout) || t('Deposit')} pill={<StatusPill status={wholeStatus(payout)} place="header" />}
          actions={deposit ? <Button icon={ShieldAlert} onPress={open}>{t('Something went wrong')}</Button> : null}
        />
      )}
    >
      <InspectorLayout always label={t('Time left, money and timeline')} inspector={<DepositSide payout={payout} now={now} looking={looking} onLook={onLook} />}>
        <div className={c('page')}>
          <ErrorBanner error={problem} />
          <Body payout={payout} now={now} looking={looking} onLook={onLook} onTrouble={open} />
        </div>
      </InspectorLayout>
      {deposit ? <TroubleDialog payout={payout} deposit={deposit} open={trouble} onClose={() => setTrouble(false)} /> : null}
    </Screen>
  );
}

type BodyProps = Pick<DepositPageProps, 'payout' | 'now' | 'looking' | 'onLook'> & { readonly onTrouble: () => void };

function Body({ payout, now, looking, onLook, onTrouble }: BodyProps): ReactElement {
  const { deposit } = payout;
  if (payout.state !== 'awaiting_deposit' && payout.state !== 'deposit_expired') return <Arrived payout={payout} />;
  if (!deposit) return <NoAddress looking={looking} onLook={onLook} />;
  const time = timeLeft(deposit, now);
  const counts = addressCounts(payout, time);
  return (
    <>
      {counts ? <AddressCard payout={payout} deposit={deposit} now={now} /> : <OverCard payout={payout} deposit={deposit} looking={looking} onLook={onLook} onTrouble={onTrouble} />}
      <div className={c('pair')}>
        {counts ? <ExchangeCard deposit={deposit} /> : null}
        <SentCard payout={payout} deposit={deposit} />
      </div>
    </>
  );
}

function Arrived({ payout }: { readonly payout: Payout }): ReactElement {
  const navigate = useNavigate();
  const { id, payeeName: name } = payout;
  return (
    <Banner
      family="ok" head={t('Your deposit arrived')} live
      actions={<Button size="small" onPress={() => void navigate({ to: '/payouts/$id', params: { id } })}>{t('Open the payout')}</Button>}
    >
      {t('The money is on its way to {name}. Its address is used up: send nothing more to it.', { name })}
    </Banner>
  );
}

function NoAddress({ looking, onLook }: { readonly looking: boolean; readonly onLook: () => void }): ReactElement {
  return (
    <Banner family="wait" head={t('The address is not here yet')} actions={<Button size="small" icon={RefreshCw} busy={looking} onPress={onLook}>{t('Check now')}</Button>}>
      {t('Kira has the payout but has not told where its deposit goes. Send nothing; if it stays so, ask Kira support.')}
    </Banner>
  );
}
