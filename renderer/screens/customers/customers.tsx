import { useNavigate, useSearch } from '@tanstack/react-router';
import { UserPlus, Users } from 'lucide-react';
import { useDeferredValue, useEffect, useState, type ReactElement } from 'react';
import type { CustomerRow } from '../../../preload/contract/customers.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Kbd, KeyHint } from '../../components/kbd.tsx';
import { ListBar, ListHeader, Screen } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useNow } from '../../components/use-now.ts';
import { locale, t } from '../../text.ts';
import { useCustomersCursor } from './customers-cursor.ts';
import { customerColumns } from './customer-columns.tsx';
import { viewLabel, viewOf, viewOrder, type CustomerView } from './customer-views.ts';
import css from './customers.module.css';
import { useCustomerCount, useCustomerRows } from './use-customer-rows.ts';

const c = names(css);

/** Every customer: where each stands with Blaaiz, newest change first. */
export function CustomersScreen(): ReactElement {
  const address = useAddress();
  const all = useCustomerCount('all', '');
  const navigate = useNavigate();
  const start = () => void navigate({ to: '/customers/new' });
  return (
    <Screen
      header={(
        <ListHeader
          title={t('Customers')} {...(all === null ? {} : { count: all.toLocaleString(locale()) })}
          actions={<Button kind="primary" icon={UserPlus} hint="new-customer" onPress={start}>{t('New customer')}</Button>}
        />
      )}
    >
      <ListBar end={<SearchBox label={t('Name, e-mail, number')} value={address.query} onChange={address.setQuery} />}>
        <ViewTabs view={address.view} query={address.query} onView={address.setView} />
      </ListBar>
      <Rows view={address.view} query={address.query} empty={all === 0} onStart={start} onAll={() => { address.setQuery(''); address.setView('all'); }} />
    </Screen>
  );
}

/** Tab and search live in the address; what is being typed is shown at once and written there after it. */
function useAddress() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const [query, setQuery] = useState(search.q ?? '');
  const view = viewOf(search.state);
  const written = useDeferredValue(query);
  useEffect(() => {
    if ((search.q ?? '') !== written) void navigate({ to: '/customers', search: addressOf(view, written), replace: true });
  }, [written, search.q, view, navigate]);
  return { view, query, setQuery, setView: (next: CustomerView) => void navigate({ to: '/customers', search: addressOf(next, query), replace: true }) };
}

function addressOf(view: CustomerView, query: string): { readonly state?: string; readonly q?: string } {
  return { ...(view === 'all' ? {} : { state: view }), ...(query === '' ? {} : { q: query }) };
}

function ViewTabs({ view, query, onView }: { readonly view: CustomerView; readonly query: string; readonly onView: (view: CustomerView) => void }): ReactElement {
  const counts: Readonly<Record<CustomerView, number | null>> = {
    all: useCustomerCount('all', query), verifying: useCustomerCount('verifying', query), verified: useCustomerCount('verified', query),
    rejected: useCustomerCount('rejected', query), drafts: useCustomerCount('drafts', query),
  };
  const tabs = viewOrder.map((id) => ({ id, label: viewLabel(id), count: id === 'all' && query === '' ? null : counts[id] }));
  return <Tabs label={t('Which customers')} tabs={tabs} value={view} onChange={onView} />;
}

type RowsProps = { readonly view: CustomerView; readonly query: string; readonly empty: boolean; readonly onStart: () => void; readonly onAll: () => void };

function Rows({ view, query, empty, onStart, onAll }: RowsProps): ReactElement {
  const navigate = useNavigate();
  const now = useNow(60_000);
  const { rows, total, ready, error, more } = useCustomerRows(view, query);
  const { active, setActive } = useCustomersCursor();
  if (error) return <div className={c('trouble')}><ErrorBanner error={error} /></div>;
  return (
    <DataTable<CustomerRow>
      label={t('Customers')} columns={customerColumns(now)} groups={[{ id: 'all', label: null, rows }]} idOf={(row) => row.id} active={active} onActive={setActive}
      onOpen={(row) => void navigate({ to: '/customers/$id', params: { id: row.id } })} total={total} onNearEnd={more}
      empty={ready ? <Nothing view={view} query={query} empty={empty} onStart={onStart} onAll={onAll} /> : null}
      foot={rows.length > 0 ? <Foot shown={rows.length} total={total} /> : null}
    />
  );
}

function Nothing({ view, query, empty, onStart, onAll }: RowsProps): ReactElement {
  if (empty) {
    return (
      <Empty icon={Users} action={<Button icon={UserPlus} onPress={onStart}>{t('New customer')}</Button>}>
        {t('Payouts are made for customers whom Blaaiz has verified: fill in a person, add the document, and it decides, usually within minutes.')}
      </Empty>
    );
  }
  const words = query !== '' ? t('No customer matches “{query}”.', { query }) : t('No customer is here: {view}.', { view: viewLabel(view).toLowerCase() });
  return <Empty icon={Users} action={<Button onPress={onAll}>{t('Show all customers')}</Button>}>{words}</Empty>;
}

function Foot({ shown, total }: { readonly shown: number; readonly total: number }): ReactElement {
  const values = { shown: shown.toLocaleString(locale()), total: total.toLocaleString(locale()), n: total };
  return (
    <>
      <span className={c('count')}>{shown < total ? t('The first {shown} of {total}', values) : t('{n, plural, one {# customer} other {# customers}}', values)}</span>
      <span className={c('room')} />
      <span className={c('keys')}><KeyHint name="next" /><KeyHint name="previous" />{t('move')} <Kbd>Enter</Kbd>{t('open')}</span>
    </>
  );
}
