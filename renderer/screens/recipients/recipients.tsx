import { useNavigate, useSearch } from '@tanstack/react-router';
import { BookUser, RefreshCw, UserPlus } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Kbd, KeyHint } from '../../components/kbd.tsx';
import { ListBar, ListHeader, Screen } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { useNow } from '../../components/use-now.ts';
import { useAppPart } from '../../state/app-state.ts';
import { locale, t } from '../../text.ts';
import { recipientColumns } from './recipient-columns.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import css from './recipients.module.css';
import { useRecipients, useTakeOver } from './use-recipients.ts';

const c = names(css);
/** The most recipients that main gives for one search. */
const atMost = 500;

/** The book of recipients: accounts that can be paid through Kira, and those that are still only here. */
export function RecipientsScreen(): ReactElement {
  const navigate = useNavigate();
  const { query, setQuery } = useAddress();
  const all = useRecipients('');
  const takeOver = useTakeOver();
  const online = useAppPart((state) => state.connection.online);
  return (
    <Screen
      header={(
        <>
          <ListHeader
            title={t('Recipients')} {...(all.data ? { count: countOf(all.data.length) } : {})}
            actions={(
              <>
                <Button icon={RefreshCw} busy={takeOver.busy && online} notYet={online ? null : t('You are offline. The book is shown as it was last read.')} onPress={takeOver.run}>{t('Read from Kira')}</Button>
                <Button kind="primary" icon={UserPlus} hint="new-recipient" onPress={() => void navigate({ to: '/recipients/new' })}>{t('New recipient')}</Button>
              </>
            )}
          />
          <ListBar end={<SearchBox label={t('Name, bank, account')} value={query} onChange={setQuery} />}><span className={c('explain')} aria-live="polite">{online ? t('One recipient is one account on one rail.') : t('Offline: this is the book as last read. Reading it from Kira needs a line.')}</span></ListBar>
        </>
      )}
    >
      {takeOver.error && online ? <div className={c('trouble')}><ErrorBanner error={takeOver.error} /></div> : null}
      <Rows query={query} onAll={() => setQuery('')} />
    </Screen>
  );
}

const countOf = (rows: number) => (rows < atMost ? rows.toLocaleString(locale()) : t('{n} or more', { n: atMost }));

/** The search lives in the address; what is being typed is shown at once and written there after it. */
function useAddress() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const [query, setQuery] = useState(search.q ?? '');
  const written = useDeferredValue(query);
  useEffect(() => {
    if ((search.q ?? '') !== written) void navigate({ to: '/recipients', search: written === '' ? {} : { q: written }, replace: true });
  }, [written, search.q, navigate]);
  return { query, setQuery };
}

function Rows({ query, onAll }: { readonly query: string; readonly onAll: () => void }): ReactElement {
  const navigate = useNavigate();
  const now = useNow(60_000);
  const found = useRecipients(useDeferredValue(query.trim()), { keep: true });
  const [active, setActive] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Recipient | null>(null);
  const columns = useMemo(() => recipientColumns(now), [now]);
  if (found.error && !found.data) return <div className={c('trouble')}><ErrorBanner error={found.error} /></div>;
  const rows = found.data ?? [];
  const open = (row: Recipient) => void navigate({ to: '/recipients/$id', params: { id: row.id } });
  const pay = (row: Recipient) => void navigate({ to: '/payouts/new', search: { recipient: row.id } });
  return (
    <>
      <DataTable<Recipient>
        label={t('Recipients')} columns={columns} groups={groupsOf(rows)} idOf={(row) => row.id} active={active} onActive={setActive} onOpen={open}
        menuOf={(row) => [{ id: 'row', entries: [
          { id: 'open', label: t('Open'), hint: 'open', onAction: () => open(row) },
          ...(row.state === 'there' ? [{ id: 'pay', label: t('Pay'), onAction: () => pay(row) }] : []),
          ...(row.state === 'sending' || row.state === 'unknown' ? [] : [{ id: 'remove', label: row.state === 'there' ? t('Hide') : t('Throw away'), danger: row.state !== 'there', onAction: () => setRemoving(row) }]),
        ] }]}
        empty={found.data ? <Nothing query={query.trim()} onAll={onAll} /> : null}
        foot={rows.length > 0 ? <Foot shown={rows.length} /> : null}
      />
      {removing ? <RemoveDialog recipient={removing} onClose={() => setRemoving(null)} onRemoved={() => setRemoving(null)} /> : null}
    </>
  );
}

/** What still has to be made comes first. */
function groupsOf(rows: readonly Recipient[]) {
  const open = rows.filter(({ state }) => state !== 'there');
  if (open.length === 0) return [{ id: 'all', label: null, rows }];
  return [{ id: 'open', label: t('Not made yet'), count: open.length, rows: open }, { id: 'there', label: t('At Kira'), rows: rows.filter(({ state }) => state === 'there') }];
}

function Nothing({ query, onAll }: { readonly query: string; readonly onAll: () => void }): ReactElement {
  const navigate = useNavigate();
  if (query !== '') return <Empty icon={BookUser} action={<Button onPress={onAll}>{t('Show all recipients')}</Button>}>{t('No recipient matches “{query}”.', { query })}</Empty>;
  return (
    <Empty icon={BookUser} action={<Button icon={UserPlus} onPress={() => void navigate({ to: '/recipients/new' })}>{t('New recipient')}</Button>}>
      {t('Payouts through Kira go to recipients: fill in an account here, check it, and make it at Kira once.')}
    </Empty>
  );
}

function Foot({ shown }: { readonly shown: number }): ReactElement {
  return (
    <>
      <span>{shown < atMost ? t('{n, plural, one {# recipient} other {# recipients}}', { n: shown }) : t('The first {n}. Search to find the others.', { n: atMost })}</span>
      <span className={c('room')} />
      <span className={c('keys')}><KeyHint name="next" /><KeyHint name="previous" />{t('move')} <Kbd>Enter</Kbd>{t('open')}</span>
    </>
  );
}
