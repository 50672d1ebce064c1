import { Undo2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorLayout, InspectorPart, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { Timeline } from '../../components/timeline.tsx';
import { useNow } from '../../components/use-now.ts';
import said from '../../components/said.module.css';
import { useKey } from '../../keys.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { Facts } from './facts.tsx';
import { Hero } from './hero.tsx';
import css from './leaving.module.css';
import { payoutFacts } from './payout-facts.ts';
import { payoutTitle } from './payout-title.ts';
import { timelineStatus } from './timeline-status.ts';
import { useAccount } from './use-account.ts';
import { useBank } from './use-bank-code.ts';

const c = names({ ...said, ...css });

/** A payout on its way out: a few seconds to take it back, then the sending itself. It goes on without this page. */
export function Leaving({ payout }: { readonly payout: Payout }): ReactElement {
  const bank = useBank(payout.draft);
  const account = useAccount(payout);
  const now = useNow();
  const queued = payout.state === 'queued';
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Payouts'), to: '/payouts' }]} title={payoutTitle(payout)}
          pill={<StatusPill status={payoutStatus(payout.state)} place="header" />}
        />
      )}
    >
      <InspectorLayout
        always label={t('Timeline')}
        inspector={<InspectorPart title={t('Timeline')}><Timeline entries={payout.timeline} statusOf={timelineStatus} exact now={now} /></InspectorPart>}
      >
        <div className={c('page')}>
          {queued ? <Queued payout={payout} /> : <Sending payout={payout} now={now} />}
          <Hero label={t('{name} receives', { name: payout.payeeName })} amount={payout.receive} />
          <Facts label={t('What is sent')} facts={payoutFacts(payout, bank, account)} />
        </div>
      </InspectorLayout>
    </Screen>
  );
}

function Queued({ payout }: { readonly payout: Payout }): ReactElement {
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const total = useAppPart((app) => app.preferences.takeBackSeconds) * 1000;
  const now = useNow(200);
  const left = Math.max(0, (payout.leavesAt ?? now) - now);
  const takeBack = async () => {
    setBusy(true);
    const answer = await ask('payouts.takeBack', { id: payout.id });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
  };
  useKey('escape', () => void takeBack(), !busy);
  return (
    <div className={c('band')}>
      <div className={c('row')}>
        <div>
          <p className={c('head')}>{left > 0 ? t('Leaves in {n} s', { n: Math.ceil(left / 1000) }) : t('Leaving now')}</p>
          <p className={c('note')}>{t('Written down on this computer. Nothing has left yet.')}</p>
        </div>
        <Button size="decisive" icon={Undo2} hint="escape" busy={busy} onPress={() => void takeBack()}>{t('Take it back')}</Button>
      </div>
      <Progress label={t('Time to take it back')} value={total > 0 ? left / total : 0} family="move" />
      <p role="status" className={c('said')}>{t('Queued. Press Escape to take it back.')}</p>
      <ErrorBanner error={error} />
    </div>
  );
}

/** No answer is waited for that long (ms): then what keeps it from being told is this computer. */
const longestAnswer = 60_000;

function Sending({ payout, now }: { readonly payout: Payout; readonly now: number }): ReactElement {
  const late = now - payout.updatedAt > longestAnswer;
  return (
    <div className={c('band')}>
      <p className={c('head')}>{late ? t('Sent once; the answer is not written down yet') : t('Being sent, once')}</p>
      <p className={c('note')}>
        {late
          ? t('This computer may be short of space. Free some: Bursar then finds out by itself what became of it, and sends nothing again.')
          : t('{provider} is being asked. You can leave this page; the answer is written down here.', { provider: providerNames[payout.provider] })}
      </p>
      <p role="status" className={c('said')}>{t('Being sent.')}</p>
    </div>
  );
}
