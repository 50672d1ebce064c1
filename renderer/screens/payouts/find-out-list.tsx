import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import type { Reply } from '../../../preload/contract/api.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { useCall } from '../../api.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { countdownOf, exactMomentOf, momentOf } from '../../components/clock.ts';
import { Skeleton } from '../../components/empty.tsx';
import { Card, CardRow, Screen, WorkHeader } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { useNow } from '../../components/use-now.ts';
import stack from '../../components/stack.module.css';
import { t } from '../../text.ts';
import css from './find-out.module.css';
import { wasFound, wasStopped } from './was-cut.ts';

const c = names({ ...stack, ...css });
type Items = Reply<'today.summary'>['needsYou'];
type Unknown = { readonly ids: readonly string[]; readonly stopped: number; readonly restored: number };

/** Every payout whose outcome isn't known, with what was looked up and what comes next: what the app opens on after a crash. Those that are found while
 *  it is open stay on it. */
export function FindOutListScreen(): ReactElement {
  const summary = useCall('today.summary', {}, { every: 60_000 });
  const now = summary.data ? unknownOf(summary.data.needsYou) : null;
  const [seen, setSeen] = useState<readonly string[]>([]);
  const more = (now?.ids ?? []).filter((id) => !seen.includes(id));
  if (more.length > 0) setSeen([...seen, ...more]);
  useEffect(() => { void ask('app.sawUnknown', {}); }, []);
  return (
    <Screen header={<WorkHeader focus crumbs={[{ label: t('Payouts'), to: '/payouts' }]} title={t('Not known yet')} pill={<StatusPill status={payoutStatus('unknown')} place="header" />} />}>
      <div className={c('page')}>
        <ErrorBanner error={summary.error} />
        {now ? <Head unknown={now} found={seen.length - now.ids.length} /> : null}
        {seen.length > 0 ? <Card>{seen.map((id) => <Row key={id} id={id} />)}</Card> : now || summary.error ? null : <Skeleton lines={4} row />}
      </div>
    </Screen>
  );
}

function unknownOf(items: Items): Unknown {
  const payouts = items.filter((item) => item.kind === 'payout').filter(({ payout }) => payout.state === 'unknown');
  return { ids: payouts.map(({ payout }) => payout.id), stopped: payouts.filter(({ why }) => wasStopped(why)).length, restored: payouts.filter(({ why }) => /backup/i.test(why)).length };
}

function Head({ unknown, found }: { readonly unknown: Unknown; readonly found: number }): ReactElement {
  const n = unknown.ids.length;
  if (n === 0) return <Banner family="ok" head={found > 0 ? t('Everything is found out') : t('No payout is unknown')}>{t('Nothing was sent a second time.')}</Banner>;
  return <Banner family="unk" head={headOf(unknown, n)}>{t('Bursar looks {n, plural, one {it} other {them}} up: at once, after 2 and 10 minutes, then every half hour. Nothing is sent again by itself.', { n })}</Banner>;
}

function headOf({ stopped, restored }: Unknown, n: number): string {
  if (restored === n) return t('{n, plural, one {One payout comes} other {# payouts come}} from a backup and may have left after it was made', { n });
  if (stopped === n) return t('Bursar stopped while {n, plural, one {a payout was} other {# payouts were}} being sent', { n });
  return t('It is not known whether {n, plural, one {a payout} other {# payouts}} went out', { n });
}

function Row({ id }: { readonly id: string }): ReactElement {
  const navigate = useNavigate();
  const { data: payout } = useCall('payouts.get', { id });
  const now = useNow(1_000);
  if (!payout) return <CardRow><Skeleton lines={1} row /></CardRow>;
  const status = payoutStatus(payout.state);
  const known = payout.unknown === null;
  const action = known ? t('Open') : t('Find out');
  return (
    <CardRow>
      <StatusPill status={status} />
      <div className={c('words')}>
        <p className={c('what')}>{payout.payeeName} <span className={c('ref')}>{payout.reference}</span></p>
        <p className={c('note')}>{known ? outcome(payout) : [left(payout, now), lastLook(payout, now), nextLook(payout, now)].filter((part) => part !== '').join(' ')}</p>
      </div>
      {payout.send ? <Money amount={payout.send} strong /> : null}
      <Button label={t('{action}: {about}', { action, about: payout.payeeName })} onPress={() => void navigate({ to: '/payouts/$id', params: { id } })}>{action}</Button>
    </CardRow>
  );
}

function outcome(payout: Payout): string {
  const provider = providerNames[payout.provider];
  if (wasFound(payout)) return t('Found at {provider}: it arrived there once and is linked to this payout.', { provider });
  return payout.state === 'sending' || payout.state === 'queued' ? t('It goes again now, because somebody decided so.') : t('It is known now.');
}

/** When it left, as far as this computer knows; what was only written down may never have. */
function left({ sent }: Payout, now: number): string {
  if (sent === null) return '';
  return sent.firstByteAt === null ? t('Written down {time}.', { time: momentOf(sent.writtenAt, now) }) : t('Left {time}.', { time: momentOf(sent.firstByteAt, now) });
}

function lastLook({ unknown, provider }: Payout, now: number): string {
  const last = unknown?.lookups.toSorted((a, b) => a.at - b.at).at(-1);
  if (last === undefined) return t('Not looked up yet.');
  const time = exactMomentOf(last.at, now);
  return last.answered ? t('Looked up {time}: not found.', { time }) : t('Looked up {time}: {provider} gave no answer.', { time, provider: providerNames[provider] });
}

function nextLook({ unknown }: Payout, now: number): string {
  const at = unknown?.nextLookAt ?? null;
  if (at === null) return '';
  return at <= now ? t('Looked up again now.') : t('Next look-up in {span}.', { span: countdownOf(at - now) });
}
