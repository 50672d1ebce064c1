import { useNavigate } from '@tanstack/react-router';
import { Scale, Undo2, Wrench } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { listTimeOf } from '../../components/clock.ts';
import { Empty, Skeleton } from '../../components/empty.tsx';
import colours from '../../components/family.module.css';
import { Card, CardRow, ListBar, ListHeader, Screen } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { Tabs } from '../../components/tabs.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import { againWords, happened, moneyState } from './repair-words.ts';
import work from '../../components/work-list.module.css';
import css from './repairs.module.css';

const c = names({ ...colours, ...work, ...css });

/** Payouts that failed, came back or don't add up, the oldest first; and those that are done. */
export function RepairsScreen(): ReactElement {
  const [view, setView] = useState<'open' | 'done'>('open');
  const repairs = useCall('repairs.list', { closed: view === 'done' }, { every: 60_000 });
  const open = useCall('today.summary', {}).data?.repairs;
  const list = repairs.data;
  return (
    <Screen header={<ListHeader title={t('Repairs')} {...(open === undefined || open === 0 ? {} : { count: String(open) })} />}>
      <ListBar><Tabs label={t('Which repairs')} value={view} onChange={setView} tabs={[{ id: 'open', label: t('To do'), count: open ?? null }, { id: 'done', label: t('Done') }]} /></ListBar>
      <div className={c('list')}>
        <ErrorBanner error={repairs.error} />
        {list ? <List repairs={list} done={view === 'done'} /> : repairs.error ? null : <Skeleton lines={4} row />}
      </div>
    </Screen>
  );
}

function List({ repairs, done }: { readonly repairs: readonly Repair[]; readonly done: boolean }): ReactElement {
  const now = useNow(60_000);
  if (repairs.length === 0) {
    return (
      <div className={c('none')}><Empty icon={Wrench}>
        {done ? t('No repair is done yet.') : t('Nothing is broken. A payout that fails, that a bank sends back, or whose figures don’t add up shows up here, with what to correct and whether its money is back.')}
      </Empty></div>
    );
  }
  return (
    <Card title={done ? t('Done') : t('To do')} mark={<span className={c('count')}>{repairs.length}</span>} note={done ? t('Newest first') : t('Oldest first')}>
      {repairs.map((repair) => <Line key={repair.payout.id} repair={repair} now={now} />)}
    </Card>
  );
}

function Line({ repair, now }: { readonly repair: Repair; readonly now: number }): ReactElement {
  const navigate = useNavigate();
  const { payout, kind, closed, words, openedAt } = repair;
  const state = moneyState(repair);
  const again = againWords(repair);
  const action = closed ? t('Look at it') : kind === 'sum' ? t('Clear up') : t('Repair');
  const Icon = kind === 'sum' ? Scale : kind === 'returned' ? Undo2 : Wrench;
  return (
    <CardRow>
      <div className={c('item')}>
        <span className={c('tile', closed ? 'idle' : kind === 'sum' ? 'wait' : 'bad')}><Icon size={16} strokeWidth={1.75} aria-hidden /></span>
        <div className={c('words')}>
          <p className={c('head')}>{happened(repair)}</p>
          <p className={c('note')}>{closed ? closed.reason : words}{again && !closed ? <> <strong className={c('again')}>{again}.</strong></> : null}</p>
        </div>
        <div className={c('money')}>
          {payout.send ? <Money amount={payout.send} strong /> : null}
          <p className={c('state', state.family)}>{state.words}</p>
        </div>
        <time className={c('time')}>{listTimeOf(closed?.at ?? openedAt, now)}</time>
        <div className={c('action')}>
          <Button wide label={t('{action}: {about}', { action, about: payout.payeeName })} onPress={() => void navigate({ to: '/repairs/$id', params: { id: payout.id } })}>{action}</Button>
        </div>
      </div>
    </CardRow>
  );
}
