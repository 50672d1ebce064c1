import { useNavigate } from '@tanstack/react-router';
import { Copy, RefreshCw, Wrench } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { Age } from '../../components/age.tsx';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorLayout, InspectorPart, Screen, WorkHeader } from '../../components/layout.tsx';
import { AddsUp, LedgerLines } from '../../components/ledger-lines.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import css from './detail.module.css';
import { Facts } from './facts.tsx';
import { FiguresCard } from './figures-card.tsx';
import { Hero } from './hero.tsx';
import { payoutFacts } from './payout-facts.ts';
import { panelLines } from './price-lines.ts';
import { providerFacts } from './provider-facts.tsx';
import { OpenSum } from './repair-ways.tsx';
import { statusSentence, wholeStatus } from './status-sentence.ts';
import { payoutTitle } from './payout-title.ts';
import { timelineStatus } from './timeline-status.ts';
import { useAccount } from './use-account.ts';
import { useBank } from './use-bank-code.ts';

const c = names(css);

/** A payout that has left: what became of it, its facts, its money and its story. */
export function Detail({ payout }: { readonly payout: Payout }): ReactElement {
  const bank = useBank(payout.draft);
  const account = useAccount(payout);
  const actions = useDetailActions(payout);
  const arrives = payout.receive ?? payout.finalPrice?.receive ?? payout.price?.receive ?? null;
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Payouts'), to: '/payouts' }]} title={payoutTitle(payout)}
          pill={<StatusPill status={wholeStatus(payout)} place="header" />}
          note={payout.checkedAt === null ? null : <Age at={payout.checkedAt} before={t('Status read ')} />}
          actions={<HeaderActions payout={payout} actions={actions} />}
        />
      )}
    >
      <InspectorLayout label={t('Money and timeline')} inspector={<Side payout={payout} />}>
        <div className={c('page')}>
          <State payout={payout} error={actions.error} />
          <div className={c('figures')}><OpenSum id={payout.id} /></div>
          <Hero label={heroLabel(payout, arrives !== null)} amount={arrives ?? payout.send} words={false} />
          <div className={c('figures')}><FiguresCard payout={payout} /></div>
          <Facts label={t('What was sent')} facts={[...payoutFacts(payout, bank, account), ...providerFacts(payout)]} />
        </div>
      </InspectorLayout>
    </Screen>
  );
}

function heroLabel({ state, payeeName: name, provider }: Payout, arrives: boolean): string {
  if (!arrives) return provider === 'kira' ? t('To leave the account for {name}', { name }) : t('To leave the wallet for {name}', { name });
  if (state === 'completed') return t('{name} received', { name });
  return state === 'accepted' || state === 'processing' ? t('{name} receives', { name }) : t('{name} was to receive', { name });
}

type Actions = { readonly busy: 'check' | 'clone' | null; readonly error: AppError | null; readonly check: () => void; readonly copy: () => void };

function useDetailActions({ id }: Payout): Actions {
  const navigate = useNavigate();
  const [busy, setBusy] = useState<Actions['busy']>(null);
  const [error, setError] = useState<AppError | null>(null);
  const check = async () => {
    setBusy('check');
    const answer = await ask('payouts.check', { id });
    setBusy(null);
    setError(answer.ok ? null : answer.error);
  };
  const copy = async () => {
    setBusy('clone');
    const answer = await ask('payouts.clone', { id });
    setBusy(null);
    if (answer.ok) return await navigate({ to: '/payouts/$id', params: { id: answer.value.id } });
    setError(answer.error);
  };
  return { busy, error, check: () => void check(), copy: () => void copy() };
}

function HeaderActions({ payout, actions }: { readonly payout: Payout; readonly actions: Actions }): ReactElement {
  const stopped = payout.needsPerson;
  const navigate = useNavigate();
  const broken = payout.state === 'failed' || payout.state === 'returned';
  const primary = stopped && payout.clonedTo === null && !broken;
  return (
    <>
      <Button kind="secondary" icon={RefreshCw} busy={actions.busy === 'check'} onPress={actions.check}>{t('Check now')}</Button>
      {payout.clonedTo === null ? (
        <Button kind={primary ? 'primary' : 'secondary'} icon={Copy} busy={actions.busy === 'clone'} onPress={actions.copy}>
          {stopped ? t('Make a corrected copy') : t('Pay again')}
        </Button>
      ) : null}
      {broken ? <Button kind="primary" icon={Wrench} onPress={() => void navigate({ to: '/repairs/$id', params: { id: payout.id } })}>{t('Open the repair')}</Button> : null}
    </>
  );
}

function State({ payout, error }: { readonly payout: Payout; readonly error: AppError | null }): ReactElement {
  const navigate = useNavigate();
  const { clonedTo } = payout;
  const sentence = statusSentence(payout);
  const status = wholeStatus(payout);
  return (
    <div className={c('state')} aria-live="polite">
      {error ? <ErrorBanner error={error} /> : null}
      <Banner
        family={status.family} icon={status.icon} head={sentence.head}
        actions={clonedTo ? <Button size="small" onPress={() => void navigate({ to: '/payouts/$id', params: { id: clonedTo } })}>{t('Open the copy')}</Button> : undefined}
      >
        {sentence.next}
      </Banner>
    </div>
  );
}

function Side({ payout }: { readonly payout: Payout }): ReactElement {
  const now = useNow();
  const price = payout.finalPrice ?? payout.price;
  const original = payout.clonedFrom;
  const navigate = useNavigate();
  return (
    <>
      {price ? (
        <InspectorPart title={payout.finalPrice ? t('Final price') : t('Price at sending')}>
          <div className={c('sum')}>
            <LedgerLines label={t('Money')} lines={panelLines(price, t('Sent'))} />
            <AddsUp amount={price.send} fees={price.totalFees} rest={price.converted} />
          </div>
        </InspectorPart>
      ) : null}
      <InspectorPart title={t('Timeline')}>
        <Timeline entries={payout.timeline} statusOf={timelineStatus} exact now={now} />
        {original ? <div className={c('original')}><Button size="small" onPress={() => void navigate({ to: '/payouts/$id', params: { id: original } })}>{t('Open what it was copied from')}</Button></div> : null}
      </InspectorPart>
    </>
  );
}
