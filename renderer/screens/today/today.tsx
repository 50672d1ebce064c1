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
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { AwayBanner } from '../away/away-banner.tsx';
import { AccountBalances } from './account-balances.tsx';
import { Balances } from './balances.tsx';
import { BeingVerified } from './being-verified.tsx';
import { FirstSteps } from './first-steps.tsx';
import { KiraSteps } from './kira-steps.tsx';
import { NeedsYou } from './needs-you.tsx';
import { OnTheWay } from './on-the-way.tsx';
import css from './today.module.css';
import { WaitingDeposits } from './waiting.tsx';

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
  const kira = useAppPart((app) => app.profile?.provider === 'kira');
  return (
    <Screen
      header={(
        <ListHeader
          title={fullDateOf(now)} {...(summary.data ? { subtitle: <span aria-live="polite">{sentence(summary.data, fresh)}</span> } : {})}
          actions={(
            <>
              {kira
                ? <Button icon={UserPlus} onPress={() => void navigate({ to: '/recipients/new' })}>{t('New recipient')}</Button>
                : <Button icon={UserPlus} onPress={() => void navigate({ to: '/customers/new' })}>{t('New customer')}</Button>}
              <Button kind="primary" icon={Plus} hint="new-payout" onPress={() => void navigate({ to: '/payouts/new' })}>{t('New payout')}</Button>
            </>
          )}
        />
      )}
    >
      <div className={c('page')}>
        <div className={c('main')}>
          <AwayBanner />
          <ErrorBanner error={summary.error} />
          {summary.data ? <Work summary={summary.data} fresh={fresh} kira={kira} /> : summary.error ? null : <Skeleton lines={6} row />}
        </div>
        <aside className={c('side')} aria-label={t('Balances')}>
          {kira ? <AccountBalances mayLeave={summary.data?.mayLeave ?? []} /> : <Balances mayLeave={summary.data?.mayLeave ?? []} />}
          {summary.data && summary.data.beingVerified.length > 0 ? <BeingVerified customers={summary.data.beingVerified} /> : null}
          {summary.data && summary.data.watched > 0 ? <Watched summary={summary.data} /> : null}
        </aside>
      </div>
    </Screen>
  );
}

function Work({ summary, fresh, kira }: { readonly summary: Summary; readonly fresh: boolean; readonly kira: boolean }): ReactElement {
  const { needsYou, drafts } = summary;
  const awaited = awaitedOf(summary);
  const { rows, count } = wayOf(summary);
  return (
    <>
      {fresh ? (kira ? <KiraSteps /> : <FirstSteps summary={summary} />) : null}
      {fresh && needsYou.length === 0 ? null : <NeedsYou items={needsYou} />}
      {awaited.length > 0 ? <WaitingDeposits deposits={awaited} /> : null}
      {fresh ? null : <OnTheWay rows={rows} count={count} drafts={drafts} />}
    </>
  );
}

/** The deposits that are still waited for; those whose time ran out need somebody and stand there. */
function awaitedOf({ deposits }: Summary): Summary['deposits'] {
  return deposits.filter(({ payout }) => payout.state === 'awaiting_deposit');
}

/** What moves without a person: what waits for a deposit counts as on its way too, but has a place of its own. */
function wayOf({ onTheWay, onTheWayCount }: Summary): { readonly rows: Summary['onTheWay']; readonly count: number } {
  const rows = onTheWay.filter(({ state }) => state !== 'awaiting_deposit');
  return { rows, count: onTheWayCount - (onTheWay.length - rows.length) };
}

/** The day in a sentence: "5 things need you. 7 payouts are on their way." */
export function sentence(summary: Summary, fresh: boolean): string {
  const needs = summary.needsYou.length;
  const awaited = awaitedOf(summary).length;
  if (fresh && needs === 0) return t('Nothing has been sent from here yet.');
  const first = t('{n, plural, =0 {Nothing needs you.} one {One thing needs you.} other {# things need you.}}', { n: needs });
  const deposits = awaited === 0 ? '' : t('{n, plural, one {One payout waits for your deposit.} other {# payouts wait for your deposit.}}', { n: awaited });
  const way = t('{n, plural, =0 {No payout is on its way.} one {One payout is on its way.} other {# payouts are on their way.}}', { n: wayOf(summary).count });
  return [first, deposits, way].filter((part) => part !== '').join(' ');
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
