import { useState, type ReactElement } from 'react';
import { verificationClock, verificationPace, type Customer } from '../../../preload/contract/customers.ts';
import { Button } from '../../components/button.tsx';
import { momentOf, spanOf } from '../../components/clock.ts';
import { InspectorPart } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import { t } from '../../text.ts';
import css from './clock-card.module.css';
import { SupportNote } from './support-note.tsx';

const c = names(css);
const families = { normal: 'move', late: 'wait', escalate: 'bad' } as const;

/** How long Blaaiz has been verifying: normal up to 2 h, late, and after 5 h the note to write. */
export function ClockCard({ customer, now, busy, onCheck }: { readonly customer: Customer; readonly now: number; readonly busy: boolean; readonly onCheck: () => void }): ReactElement {
  const since = customer.pendingSince ?? now;
  const pace = verificationPace(since, now);
  const waited = spanOf(now - since);
  const [writing, setWriting] = useState(false);
  return (
    <InspectorPart title={t('Being verified')} end={<span className={c('waited', families[pace])}>{waited}</span>}>
      <Progress label={t('Verification has taken {waited}', { waited })} value={(now - since) / verificationClock.escalateAfter} family={families[pace]} />
      <p className={c('norm')} role="status">{paceWords(pace)}</p>
      <p className={c('norm')}>{t('Since {time}', { time: momentOf(since, now) })}{customer.nextCheckAt && customer.nextCheckAt > now ? t(', next look at {time}', { time: momentOf(customer.nextCheckAt, now) }) : ''}</p>
      <div className={c('actions')}>
        <Button size="small" busy={busy} onPress={onCheck}>{t('Check now')}</Button>
        {pace === 'normal' ? null : <Button size="small" onPress={() => setWriting(true)}>{t('Prepare note')}</Button>}
      </div>
      <SupportNote id={customer.id} open={writing} onClose={() => setWriting(false)} />
    </InspectorPart>
  );
}

function paceWords(pace: keyof typeof families): string {
  switch (pace) {
    case 'normal': return t('Normal up to 2 h');
    case 'late': return t('Normal up to 2 h, write at 5 h');
    case 'escalate': return t('Longer than 5 h: write to Blaaiz now');
  }
}
