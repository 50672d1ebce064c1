import type { ReactElement } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { Payout, Price } from '../../../preload/contract/payouts.ts';
import { Age } from '../../components/age.tsx';
import { spanOf, timeOf, weekdayDateOf } from '../../components/clock.ts';
import { InspectorPart } from '../../components/layout.tsx';
import { AddsUp, LedgerLines, type LedgerLine } from '../../components/ledger-lines.tsx';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import { Timeline } from '../../components/timeline.tsx';
import said from '../../components/said.module.css';
import { t } from '../../text.ts';
import { timelineStatus } from '../payouts/timeline-status.ts';
import css from './deposit.module.css';
import { leftWords } from './deposit-words.ts';
import { clockOff, timeLeft } from './time-left.ts';

const c = names({ ...said, ...css });
type SideProps = { readonly payout: Payout; readonly now: number; readonly looking: boolean; readonly onLook: () => void };

/** The time left, the sum, and the story with its age. */
export function DepositSide({ payout, now, looking, onLook }: SideProps): ReactElement {
  const { deposit } = payout;
  const price = payout.finalPrice ?? payout.price;
  return (
    <>
      {deposit && payout.state === 'awaiting_deposit' ? <Left deposit={deposit} now={now} /> : null}
      {price ? (
        <InspectorPart title={t('Money')}>
          <div className={c('ledger')}>
            <LedgerLines label={t('Money')} lines={depositLines(price, payout.payeeName)} />
            <AddsUp amount={price.send} fees={price.totalFees} rest={price.converted} />
          </div>
        </InspectorPart>
      ) : null}
      <InspectorPart title={t('Timeline')} end={<Age at={payout.checkedAt} before={t('Looked ')} onRefresh={onLook} busy={looking} always />}>
        <Timeline entries={payout.timeline} statusOf={timelineStatus} exact now={now} />
      </InspectorPart>
    </>
  );
}

function depositLines(price: Price, name: string): readonly LedgerLine[] {
  return [
    { id: 'send', label: t('You deposit'), amount: price.send, kind: 'sum' },
    ...price.fees.map((fee, index): LedgerLine => ({ id: `fee${index}`, label: fee.label, amount: fee.amount, kind: 'part', minus: true })),
    { id: 'total', label: t('Total fees'), amount: price.totalFees, minus: true },
    { id: 'receive', label: t('{name} receives', { name: name || t('The payee') }), amount: price.receive, kind: 'result' },
  ];
}

function Left({ deposit, now }: { readonly deposit: DepositFacts; readonly now: number }): ReactElement {
  const time = timeLeft(deposit, now);
  const words = leftWords(time);
  const pressing = time.pace !== 'calm';
  const off = clockOff(deposit);
  return (
    <InspectorPart title={t('Time left')} end={<span className={c('of')}>{t('of 24 h')}</span>}>
      <p className={c('left', pressing && 'pressing')} role="timer" aria-label={t('Time left: {words}', { words })}>{words}</p>
      <Progress label={t('Time left: {words}', { words })} value={time.part} family={pressing ? 'bad' : 'wait'} />
      <p className={c('until')}>{untilWords(deposit, time.pace)}</p>
      <p className={c('said')} aria-live="assertive">{time.pace === 'urgent' ? t('Less than an hour is left for the deposit.') : time.pace === 'over' ? t('The time for the deposit is over. Do not send.') : ''}</p>
      {off === 0 ? null : (
        <p className={c('until')}>
          {off > 0 ? t('This computer’s clock is {span} slow; Kira’s counts.', { span: spanOf(off) }) : t('This computer’s clock is {span} fast; Kira’s counts.', { span: spanOf(-off) })}
        </p>
      )}
    </InspectorPart>
  );
}

function untilWords({ expiresAt }: DepositFacts, pace: 'calm' | 'urgent' | 'over'): string {
  const at = { date: weekdayDateOf(expiresAt), time: timeOf(expiresAt) };
  if (pace === 'over') return t('It was until {date}, {time}. Do not send any more: the address no longer counts.', at);
  if (pace === 'urgent') return t('Until {date}, {time}. A transfer takes its time: send only if it can still arrive, else make a new payout later.', at);
  return t('Until {date}, {time}. After that, do not send: the address no longer counts.', at);
}
