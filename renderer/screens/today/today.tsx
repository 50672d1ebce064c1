import { useNavigate } from '@tanstack/react-router';
import { Eye, Plus, UserPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Reply } from '../../../preload/contract/api.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { dateOf, fullDateOf } from '../../components/clock.ts';
import { Skeleton } from '../../components/empty.tsx';
import { ListHeader, Screen } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import { Balances } from './balances.tsx';
import { BeingVerified } from './being-verified.tsx';
import { FirstSteps } from './first-steps.tsx';
import { NeedsYou } from './needs-you.tsx';
import { OnTheWay } from './on-the-way.tsx';
import css from './today.module.css';

const c = names(css);
/** What Today shows, as main gives it. */
export type Summary = Reply<'today.summary'>;

/** The day: what needs a person, what is on its way, what there is to spend, who is being verified. */
export function TodayScreen(): ReactElement {
  const navigate = useNavigate();
  const now = useNow(60_000);
  const summary = useCall('today.summary', {}, { every: 60_000 });
  const payouts = useCall('payouts.counts', { view: 'all', query: '' }).data?.counts.all;
  const fresh = payouts === 0;
  return (
    <Screen
      header={(
        <ListHeader
          title={fullDateOf(now)} {...(summary.data ? { subtitle: <span aria-live="polite">{sentence(summary.data, fresh)}</span> } : {})}
          actions={(
            <>
              <Button icon={UserPlus} onPress={() => void navigate({ to: '/customers/new' })}>{t('New customer')}</Button>
              <Button kind="primary" icon={Plus} hint="new-payout" onPress={() => void navigate({ to: '/payouts/new' })}>{t('New payout')}</Button>
            </>
          )}
        />
      )}
    >
      <div className={c('page')}>
        <div className={c('main')}>
          <ErrorBanner error={summary.error} />
          {summary.data ? <Work summary={summary.data} fresh={fresh} /> : summary.error ? null : <Skeleton lines={6} row />}
        </div>
        <aside className={c('side')} aria-label={t('Balances')}>
          <Balances mayLeave={summary.data?.mayLeave ?? []} />
          {summary.data && summary.data.beingVerified.length > 0 ? <BeingVerified customers={summary.data.beingVerified} /> : null}
          {summary.data && summary.data.watched > 0 ? <Watched summary={summary.data} /> : null}
        </aside>
      </div>
    </Screen>
  );
}

function Work({ summary, fresh }: { readonly summary: Summary; readonly fresh: boolean }): ReactElement {
  return (
    <>
      {fresh ? <FirstSteps summary={summary} /> : null}
      {fresh && summary.needsYou.length === 0 ? null : <NeedsYou items={summary.needsYou} />}
      {fresh ? null : <OnTheWay rows={summary.onTheWay} count={summary.onTheWayCount} drafts={summary.drafts} />}
    </>
  );
}

/** The day in a sentence: "5 things need you. 7 payouts are on their way." */
export function sentence(summary: Summary, fresh: boolean): string {
  const needs = summary.needsYou.length;
  if (fresh && needs === 0) return t('Nothing has been sent from here yet.');
  const first = t('{n, plural, =0 {Nothing needs you.} one {One thing needs you.} other {# things need you.}}', { n: needs });
  const second = t('{n, plural, =0 {No payout is on its way.} one {One payout is on its way.} other {# payouts are on their way.}}', { n: summary.onTheWayCount });
  return `${first} ${second}`;
}

function Watched({ summary }: { readonly summary: Summary }): ReactElement {
  const values = { n: summary.watched, date: summary.watchedUntil === null ? '' : dateOf(summary.watchedUntil) };
  return (
    <p className={c('watched', 'part')}>
      <Eye size={14} strokeWidth={2} aria-hidden />
      <span>
        {summary.watchedUntil === null
          ? t('{n, plural, one {# completed payout is} other {# completed payouts are}} still watched for returns.', values)
          : t('{n, plural, one {# completed payout is still watched for a return, until {date}.} other {# completed payouts are still watched for returns, the last until {date}.}}', values)}
      </span>
    </p>
  );
}
