import type { ReactElement, ReactNode } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { exactMomentOf, momentOf, msMomentOf } from '../../components/clock.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { InspectorPart } from '../../components/layout.tsx';
import { AddsUp, LedgerLines } from '../../components/ledger-lines.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { Timeline } from '../../components/timeline.tsx';
import { t } from '../../text.ts';
import css from './find-out.module.css';
import { middleOut } from './middle-out.ts';
import { isUnseen, wasCut } from './was-cut.ts';
import { ownReferenceLabel } from './provider-facts.tsx';
import { timelineStatus } from './timeline-status.ts';

const c = names(css);

/** What should arrive, what exactly left this computer and when, and the story so far. */
export function FindOutSide({ payout, now }: { readonly payout: Payout; readonly now: number }): ReactElement {
  return (
    <>
      <InspectorPart>
        <p className={c('label')}>{t('{name} should receive', { name: payout.payeeName })}</p>
        {payout.receive ? <Money amount={payout.receive} size="m" /> : null}
        {payout.price ? (
          <div className={c('sum')}>
            <LedgerLines
              label={t('Money')}
              lines={[
                { id: 'send', label: payout.provider === 'kira' ? t('Leaves the account') : t('Leaves the wallet'), amount: payout.price.send, kind: 'sum' },
                { id: 'fees', label: t('Total fees'), amount: payout.price.totalFees, minus: true },
              ]}
            />
            <AddsUp amount={payout.price.send} fees={payout.price.totalFees} rest={payout.price.converted} />
          </div>
        ) : null}
      </InspectorPart>
      {isUnseen(payout) ? <Unseen payout={payout} /> : null}
      {payout.sent ? <Left sent={payout.sent} reference={ownReferenceLabel(payout)} since={payout.unknown?.since ?? null} cut={wasCut(payout)} now={now} /> : null}
      <InspectorPart title={t('Timeline')}><Timeline entries={payout.timeline} statusOf={timelineStatus} exact now={now} /></InspectorPart>
    </>
  );
}

/** Nothing is known here of what left: the computer that sent it, or the time after the backup, knows more. */
function Unseen({ payout }: { readonly payout: Payout }): ReactElement {
  return (
    <InspectorPart title={t('What left this computer')}>
      <p className={c('label')}>{t('Nothing that this backup knows of. What left after it was made isn’t written down here.')}</p>
      <dl className={c('left')}>
        {payout.restoredAt === null ? null : <Line label={t('Backup restored')}>{momentOf(payout.restoredAt)}</Line>}
        <Line label={t('Your reference')}>{payout.reference === '' ? t('none') : middleOut(payout.reference, 20)}</Line>
      </dl>
    </InspectorPart>
  );
}

type LeftProps = { readonly sent: NonNullable<Payout['sent']>; readonly reference: string; readonly since: number | null; readonly cut: boolean; readonly now: number };

function Left({ sent, reference, since, cut, now }: LeftProps): ReactElement {
  const print = sent.fingerprint;
  const short = `${print.slice(0, 4)} ${print.slice(4, 8)} … ${print.slice(-4)}`;
  return (
    <InspectorPart title={t('What left this computer')}>
      <dl className={c('left')}>
        <Line label={t('Written down')}>{msMomentOf(sent.writtenAt, now)}</Line>
        <Line label={t('First byte out')}>{sent.firstByteAt === null ? t('not known') : msMomentOf(sent.firstByteAt, now)}</Line>
        {since === null ? null : <Line label={cut ? t('Line dropped') : t('Unknown since')}>{msMomentOf(since, now)}</Line>}
        <Line label={reference} mono>
          <span title={sent.merchantReference}>{middleOut(sent.merchantReference, 20)}</span> <CopyButton text={sent.merchantReference} label={t('Copy {what}', { what: reference })} />
        </Line>
        <Line label={t('Times sent')}>{sent.timesSent}</Line>
        <Line label={t('Fingerprint')} mono>
          <span title={print}>{short}</span> <CopyButton text={print} label={t('Copy the fingerprint')} />
        </Line>
        {sent.answeredAt === null ? null : <Line label={t('Answered')}>{exactMomentOf(sent.answeredAt, now)}</Line>}
      </dl>
    </InspectorPart>
  );
}

function Line({ label, mono = false, children }: { readonly label: string; readonly mono?: boolean; readonly children: ReactNode }): ReactElement {
  return <div className={c('leftLine')}><dt>{label}</dt><dd className={c(mono && 'mono')}>{children}</dd></div>;
}
