import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import type { AuditLine } from '../../../preload/contract/audit-log.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { call } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { exactTimeOf, shortDateOf } from '../../components/clock.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Kbd, KeyHint } from '../../components/kbd.tsx';
import { names } from '../../components/names.ts';
import { locale, t } from '../../text.ts';
import { AuditEntry } from './audit-entry.tsx';
import { subjectWords } from './audit-words.ts';
import css from './audit.module.css';

const c = names(css);
/** Entries read at a time: more than the table keeps in the page at once. */
const pageRows = 250;

/** Props of {@link AuditRows}: `from` is the newest entry shown, null for the newest there is; `total` entries there are. */
export type AuditRowsProps = { readonly from: number | null; readonly total: number; readonly brokenAt: number | null; readonly onNewest: () => void };

/** The entries, newest first, read page by page; one opens with everything that was written down with it. */
export function AuditRows({ from, total, brokenAt, onNewest }: AuditRowsProps): ReactElement {
  const { rows, ready, error, more } = useLines(from);
  const [active, setActive] = useState<string | null>(from === null || brokenAt === null ? null : String(brokenAt));
  const [open, setOpen] = useState<AuditLine | null>(null);
  const columns = useMemo(() => columnsOf(brokenAt), [brokenAt]);
  if (error && !ready) return <div className={c('top')}><ErrorBanner error={error} /></div>;
  return (
    <>
      <DataTable<AuditLine>
        label={t('Entries of the audit log')} columns={columns} groups={[{ id: 'all', label: null, rows }]} idOf={(row) => String(row.number)}
        active={active} onActive={setActive} onOpen={setOpen} onPeek={setOpen} onNearEnd={more} total={Math.max(from ?? total, rows.length)}
        empty={ready ? <Empty icon={ScrollText}>{t('Nothing has been written down yet. Whatever is done with customers, payouts and limits comes here.')}</Empty> : null}
        foot={rows.length > 0 ? <Foot first={rows[0]?.number ?? 0} from={from} onNewest={onNewest} /> : null}
      />
      {open ? <AuditEntry line={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function useLines(from: number | null): { readonly rows: readonly AuditLine[]; readonly ready: boolean; readonly error: AppError | null; readonly more: () => void } {
  const pages = useInfiniteQuery({
    queryKey: ['audit.list', { from }],
    queryFn: ({ pageParam }) => call('audit.list', { before: pageParam, limit: pageRows }),
    initialPageParam: from === null ? null : from + 1,
    getNextPageParam: (last) => (last.length < pageRows ? undefined : last.at(-1)?.number),
  });
  const rows = useMemo(() => (pages.data?.pages ?? []).flat(), [pages.data]);
  return { rows, ready: pages.data !== undefined, error: pages.error as AppError | null, more: () => { if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage(); } };
}

function columnsOf(brokenAt: number | null): readonly Column<AuditLine>[] {
  return [
    { id: 'number', head: t('Entry'), width: '60px', cell: (row) => <span className={c(row.number === brokenAt ? 'broken' : 'mono')}>{row.number.toLocaleString(locale())}</span> },
    { id: 'at', head: t('When'), width: '128px', cell: (row) => <span className={c('quiet')}>{`${shortDateOf(row.at)}, ${exactTimeOf(row.at)}`}</span> },
    { id: 'what', head: t('What'), width: 'minmax(140px, 2fr)', cell: (row) => <span className={c('act')}>{row.words}</span> },
    { id: 'who', head: t('Who'), width: 'minmax(72px, 1fr)', cell: (row) => <span className={c('quiet')}>{row.actor}</span> },
    { id: 'subject', head: t('About'), width: '88px', from: 'medium', cell: (row) => <span className={c('quiet')}>{subjectWords(row.subjectKind)}</span> },
  ];
}

function Foot({ first, from, onNewest }: { readonly first: number; readonly from: number | null; readonly onNewest: () => void }): ReactElement {
  return (
    <>
      {from === null ? <span>{t('Newest first')}</span> : <><span>{t('From entry {number} down', { number: first.toLocaleString(locale()) })}</span><Button size="small" onPress={onNewest}>{t('Show the newest')}</Button></>}
      <span className={c('room')} />
      <span className={c('keys')}><KeyHint name="next" /><KeyHint name="previous" />{t('move')} <Kbd>Enter</Kbd>{t('what was written down')}</span>
    </>
  );
}
