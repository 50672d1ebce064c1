import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Send } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Reply } from '../../../preload/contract/api.ts';
import type { PayoutRow, PayoutView } from '../../../preload/contract/payouts.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { InspectorLayout, ListBar, ListHeader, Page, Screen } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { TableGroup } from '../../components/table-items.ts';
import { Tabs } from '../../components/tabs.tsx';
import { useNow } from '../../components/use-now.ts';
import { useKey } from '../../keys.ts';
import { useAppPart } from '../../state/app-state.ts';
import { locale, t } from '../../text.ts';
import { ListFoot } from './list-foot.tsx';
import { payoutColumns } from './payout-columns.tsx';
import css from './payouts.module.css';
import { Peek } from './peek.tsx';
import { useSettled } from '../../components/use-settled.ts';
import { usePayoutRows, type PayoutRows } from './use-payout-rows.ts';
import { useRowActions } from './row-actions.ts';

const c = names(css);

/** Every payout: tabs, search, rows. Only the part of a long list that is looked at is read. */
export function PayoutsScreen(): ReactElement {
  const search = useSearch({ strict: false });
  const view: PayoutView = search.view ?? 'all';
  const query = search.q ?? '';
  const navigate = useNavigate();
  const [peeking, setPeeking] = useState<string | null>(null);
  // Counting waits for a pause in typing: it reads every payout, and the next letter's rows come first.
  const settled = useSettled(query, 350);
  const counts = useCall('payouts.counts', { view, query: settled }, { keep: true });
  const known = settled === query && !counts.isPlaceholderData ? counts.data : undefined;
  const all = counts.data?.counts.all ?? 0;
  const go = (next: { readonly view?: PayoutView; readonly q?: string }) => void navigate({
    to: '/payouts', replace: true, search: { ...((next.view ?? view) === 'all' ? {} : { view: next.view ?? view }), ...((next.q ?? query) === '' ? {} : { q: next.q ?? query }) },
  });
  return (
    <Screen
      header={(
        <>
          <ListHeader
            title={t('Payouts')} {...(counts.data ? { count: all.toLocaleString(locale()) } : {})}
            actions={<Button kind="primary" icon={Plus} hint="new-payout" onPress={() => void navigate({ to: '/payouts/new' })}>{t('New payout')}</Button>}
          />
          <ListBar end={<SearchBox label={t('Payee, reference, amount')} value={query} onChange={(q) => go({ q })} />}>
            <Tabs label={t('Which payouts')} tabs={tabs(counts.data?.counts)} value={view} onChange={(next) => go({ view: next })} />
          </ListBar>
        </>
      )}
    >
      <InspectorLayout label={t('The payout')} always inspector={peeking === null ? null : <Peek id={peeking} onClose={() => setPeeking(null)} />}>
        <List view={view} query={query} counts={known} peeking={peeking} onPeek={setPeeking} />
      </InspectorLayout>
    </Screen>
  );
}

function tabs(counts: Partial<Record<PayoutView, number>> | undefined) {
  const count = (view: PayoutView) => counts?.[view] ?? null;
  return [
    { id: 'all' as const, label: t('All') },
    { id: 'needs-you' as const, label: t('Needs you'), count: count('needs-you') },
    { id: 'drafts' as const, label: t('Drafts'), count: count('drafts') },
    { id: 'on-the-way' as const, label: t('On the way'), count: count('on-the-way') },
    { id: 'done' as const, label: t('Done'), count: count('done') },
  ];
}

type ListProps = {
  readonly view: PayoutView; readonly query: string; readonly counts: Reply<'payouts.counts'> | undefined; readonly peeking: string | null; readonly onPeek: (id: string | null) => void;
};

function List({ view, query, counts, peeking, onPeek }: ListProps): ReactElement {
  const rows = usePayoutRows(view, query);
  const [active, setActive] = useState<string | null>(peeking);
  const now = useNow(60_000);
  const actions = useRowActions(onPeek);
  const provider = useAppPart((app) => app.profile?.provider ?? 'blaaiz');
  const columns = useMemo(() => payoutColumns(now, rows.widest, provider), [now, rows.widest, provider]);
  // Until they are counted, the list is as long as what has come.
  const total = counts?.rows ?? rows.here;
  const others = counts?.indexOfOthers ?? rows.needsPerson;
  const { paged } = rows;
  const sight = useCallback((first: number, last: number) => paged.need(first, last), [paged]);
  const current = active === null ? undefined : rows.find(active);
  useKey('edit', () => { if (current?.state === 'draft') actions.open(current); }, current?.state === 'draft');
  useKey('escape', () => onPeek(null), peeking !== null);
  if (rows.problem && !rows.loaded) return <Page><ErrorBanner error={rows.problem} /></Page>;
  return (
    <div className={c('list')}>
      <DataTable
        label={t('Payouts')} columns={columns} groups={groupsOf(view, rows, total, others)} idOf={(row) => row.id} total={total}
        active={active} onActive={(id) => {
          setActive(id);
          if (peeking !== null && id !== null) onPeek(id);
        }}
        onOpen={actions.open} onPeek={(row) => onPeek(peeking === row.id ? null : row.id)} onSight={sight} menuOf={actions.menuOf}
        foot={counts && total > 0 ? <ListFoot rows={total} totals={counts.totals} /> : undefined}
        empty={counts && rows.loaded ? <NoRows view={view} query={query} /> : undefined}
      />
    </div>
  );
}

/** Tab All shows what needs a person first; the other tabs are one group. */
function groupsOf(view: PayoutView, rows: PayoutRows, total: number, others: number): readonly TableGroup<PayoutRow>[] {
  if (view !== 'all' || others === 0) return [{ id: 'rows', label: null, rows: rows.source(0, total) }];
  return [
    { id: 'needs-you', label: t('Needs you'), count: others, rows: rows.source(0, others) },
    { id: 'others', label: t('All others'), note: t('newest first'), rows: rows.source(others, total) },
  ];
}

function NoRows({ view, query }: { readonly view: PayoutView; readonly query: string }): ReactElement {
  const navigate = useNavigate();
  if (query !== '') {
    return (
      <Empty icon={Send} action={<Button onPress={() => void navigate({ to: '/payouts', search: view === 'all' ? {} : { view } })}>{t('Show them all')}</Button>}>
        {t('No payout matches “{query}”. The search reads payee, customer, reference, account and amount.', { query })}
      </Empty>
    );
  }
  if (view !== 'all') return <Empty icon={Send}>{emptyTab(view)}</Empty>;
  return (
    <Empty icon={Send} action={<Button icon={Plus} hint="new-payout" onPress={() => void navigate({ to: '/payouts/new' })}>{t('New payout')}</Button>}>
      {t('No payouts yet. Draft one, with or without a network; nothing leaves before you check it and press send.')}
    </Empty>
  );
}

function emptyTab(view: PayoutView): string {
  if (view === 'needs-you') return t('Nothing needs you. What is unknown, refused, failed or returned shows up here.');
  if (view === 'drafts') return t('No drafts. A payout stays here until it is sent.');
  if (view === 'on-the-way') return t('Nothing is on its way.');
  return t('Nothing has arrived yet.');
}
