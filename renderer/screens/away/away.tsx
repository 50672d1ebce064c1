import { Link } from '@tanstack/react-router';
import { Check, RefreshCw } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AwaySheet } from '../../../preload/contract/away.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { useCall } from '../../api.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Skeleton } from '../../components/empty.tsx';
import { Card, CardRow, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import stack from '../../components/stack.module.css';
import { useKey } from '../../keys.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import css from './away.module.css';
import { ChangeCards } from './change-cards.tsx';

const c = names({ ...stack, ...css });

/** What changed while the provider was out of reach, beside what the drafts assumed; nothing is released before somebody has looked. */
export function AwayScreen(): ReactElement {
  const sheet = useCall('away.sheet', {});
  const { busy, error, accept, readAgain } = useSheetActions(sheet.data ?? null);
  const waits = sheet.data?.pending === true && sheet.data.readAt !== null;
  useKey('primary', () => void accept(), waits && busy === null);
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Today'), to: '/today' }]} title={sheet.data?.since ? t('What changed since {time}', { time: momentOf(sheet.data.since) }) : t('What changed')}
          actions={(
            <>
              {sheet.data?.pending ? <Button icon={RefreshCw} busy={busy === 'read'} onPress={() => void readAgain()}>{t('Read again')}</Button> : null}
              {sheet.data?.pending
                ? <Button kind="primary" icon={Check} busy={busy === 'accept'} notYet={waits ? null : t('It is still being read.')} onPress={() => void accept()}>{t('I have looked')}</Button>
                : null}
            </>
          )}
        />
      )}
    >
      <div className={c('page')}>
        <ErrorBanner error={error ?? sheet.error} />
        {sheet.data ? <Sheet sheet={sheet.data} /> : sheet.error ? null : <Skeleton lines={6} />}
      </div>
    </Screen>
  );
}

type Actions = { readonly busy: 'accept' | 'read' | null; readonly error: AppError | null; readonly accept: () => Promise<void>; readonly readAgain: () => Promise<void> };

function useSheetActions(sheet: AwaySheet | null): Actions {
  const [busy, setBusy] = useState<Actions['busy']>(null);
  const [error, setError] = useState<AppError | null>(null);
  const run = async (what: NonNullable<Actions['busy']>, answer: () => ReturnType<typeof ask<'away.read' | 'away.accept'>>) => {
    setBusy(what);
    const answered = await answer();
    setBusy(null);
    setError(answered.ok ? null : answered.error);
  };
  return {
    busy, error,
    accept: () => run('accept', () => ask('away.accept', { key: sheet?.key ?? '' })),
    readAgain: () => run('read', () => ask('away.read', {})),
  };
}

function Sheet({ sheet }: { readonly sheet: AwaySheet }): ReactElement {
  const provider = providerNames[useAppPart((app) => app.profile?.provider ?? 'blaaiz')];
  const { pending, readAt, until, changes, changed, same, unread, answered, total } = sheet;
  return (
    <>
      <Head sheet={sheet} provider={provider} />
      {until !== null && answered < total ? <Reading answered={answered} total={total} /> : null}
      {pending && readAt === null && until !== null ? <Skeleton lines={6} /> : null}
      <ChangeCards changes={changes} />
      {changed > changes.length ? <p className={c('same')}>{t('{n, plural, one {One more change is not listed here.} other {# more changes are not listed here.}} What matters most stands above.', { n: changed - changes.length })}</p> : null}
      {unread.length > 0 ? (
        <Card title={t('Not read yet')} mark={<span className={c('count')}>{total - answered}</span>} note={t('asked for again by itself')}>
          <CardRow><p className={c('unread')}>{unread.join(' · ')}</p></CardRow>
        </Card>
      ) : null}
      {same > 0 ? <p className={c('same')}>{t('{n, plural, one {One more thing was read and is as it was.} other {# more things were read and are as they were.}}', { n: same })}</p> : null}
    </>
  );
}

/** How far the reading is: some dozens of questions a minute, so that people's own work finds the line free. */
function Reading({ answered, total }: Pick<AwaySheet, 'answered' | 'total'>): ReactElement {
  const words = t('{answered} of {total} read', { answered, total });
  return (
    <div className={c('reading')}>
      <span>{words}</span>
      <Progress label={words} value={answered / total} />
    </div>
  );
}

/** The sentence on top: how long, what it means, what to do. */
function Head({ sheet, provider }: { readonly sheet: AwaySheet; readonly provider: string }): ReactElement {
  const { pending, since, until, readAt, mattering, held, unread } = sheet;
  if (since === null) return <Banner family="ok" head={t('Nothing to look at')}>{t('{provider} was not out of reach since this profile was opened.', { provider })}</Banner>;
  if (until === null) return <Banner family="idle" head={t('{provider} is out of reach since {time}', { provider, time: momentOf(since) })}>{t('When it is back, everything is read again and put beside what your drafts assume.')}</Banner>;
  const spell = t('{provider} was out of reach from {from} to {to}', { provider, from: momentOf(since), to: momentOf(until) });
  if (!pending && held > 0) {
    return <Banner family="wait" head={t('{n, plural, one {One payout is held until it has been compared} other {# payouts are held until they have been compared}}', { n: held })}>{t('{spell}. You have looked at the others: those can be released. The rest is read by itself, some dozens a minute.', { spell })}</Banner>;
  }
  if (!pending) return <Banner family="ok" head={spell}>{mattering > 0 ? t('Somebody has looked at this. Payouts can be released.') : t('Nothing changed that matters to what waits. Payouts can be released.')}</Banner>;
  if (readAt === null) return <Banner family="wait" head={spell}>{t('Balances, prices and states are being read again. Nothing is released before you have looked.')}</Banner>;
  const n = mattering;
  const found = n === 0 && unread.length > 0
    ? t('Nothing that was read so far stops a payout, but not everything could be read.')
    : t('{n, plural, one {One change stops a payout or moves its price.} other {# changes stop a payout or move its price.}}', { n });
  return <Banner family="wait" head={spell} actions={<Link to="/payouts" search={{ view: 'drafts' }}>{t('What waits')}</Link>}>{unread.length > 0 ? t('{found} Nothing is released before you have looked. What is not compared by then stays held until it is.', { found }) : t('{found} Nothing is released before you have looked.', { found })}</Banner>;
}
