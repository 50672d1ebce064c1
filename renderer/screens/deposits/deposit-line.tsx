import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Reply } from '../../../preload/contract/api.ts';
import { Button } from '../../components/button.tsx';
import colours from '../../components/family.module.css';
import { CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { t } from '../../text.ts';
import { networkWords } from '../accounts/account-words.ts';
import work from '../../components/work-list.module.css';
import css from './deposit-line.module.css';
import { leftWords, shownAmount } from './deposit-words.ts';
import { timeLeft, type TimeLeft } from './time-left.ts';

const c = names({ ...colours, ...work, ...css });
/** A payout that waits for a deposit, or waited too long, with where the deposit goes. */
export type Awaited = Reply<'today.summary'>['deposits'][number];

/** Whether a deposit can still be made, by its payout's state and by the server's clock. */
export function canStillCome({ payout, deposit }: Awaited, now: number): boolean {
  return payout.state === 'awaiting_deposit' && timeLeft(deposit, now).pace !== 'over';
}

/** One awaited deposit: to whom, how much on which network, how long there is for it, and the way there. */
export function DepositLine({ awaited, now }: { readonly awaited: Awaited; readonly now: number }): ReactElement {
  const { payout, deposit } = awaited;
  const navigate = useNavigate();
  const open = canStillCome(awaited, now);
  const time = timeLeft(deposit, now);
  const status = payoutStatus(payout.state);
  const Icon = status.icon;
  const action = open ? t('Open deposit') : payout.state === 'deposit_expired' ? t('New address') : t('Look at it');
  return (
    <CardRow>
      <div className={c('item')}>
        <span className={c('tile', open ? status.family : 'bad')}><Icon size={16} strokeWidth={1.75} aria-hidden /></span>
        <div className={c('words')}>
          <p className={c('head')}>{payout.payeeName}</p>
          <p className={c('note')}>{[t('On {network}', { network: networkWords(deposit.network) }), payout.reference].filter((part) => part !== '').join(' · ')}</p>
        </div>
        <p className={c('amount')}><span className={c('figure')}>{shownAmount(deposit)}</span> <span className={c('code')}>{deposit.token}</span></p>
        {open ? <Left time={time} name={payout.payeeName} /> : <p className={c('time', 'over')}>{t('Do not send')}</p>}
        <div className={c('action')}>
          <Button wide label={t('{action}: {about}', { action, about: payout.payeeName })} onPress={() => void navigate({ to: '/deposits/$id', params: { id: payout.id } })}>{action}</Button>
        </div>
      </div>
    </CardRow>
  );
}

function Left({ time, name }: { readonly time: TimeLeft; readonly name: string }): ReactElement {
  const words = t('{words} left', { words: leftWords(time) });
  const urgent = time.pace === 'urgent';
  return (
    <div className={c('time')}>
      <p className={c(urgent && 'urgent')}>{words}</p>
      <Progress label={t('{name}: {words}', { name, words })} value={time.part} family={urgent ? 'bad' : 'wait'} />
    </div>
  );
}
