import type { Recipient } from '../../../preload/contract/recipients.ts';
import { listTimeOf } from '../../components/clock.ts';
import type { Column } from '../../components/data-table.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { t } from '../../text.ts';
import css from './recipients.module.css';
import { nameOf, railName, recipientStatus, shownValue } from './recipient-words.ts';

const c = names(css);

/** The columns of the list of recipients. */
export function recipientColumns(now: number): readonly Column<Recipient>[] {
  return [
    { id: 'state', head: t('Status'), width: '118px', cell: ({ state }) => <span className={c('pill')}><StatusPill status={recipientStatus(state)} /></span> },
    { id: 'name', head: t('Recipient'), width: 'minmax(0, 2fr)', cell: (row) => <><span className={c('name')}>{nameOf(row)}</span> <span className={c('tail')}>{row.tail}</span></> },
    { id: 'rail', head: t('Rail'), width: '64px', cell: ({ fields }) => railName(fields.rail) },
    { id: 'bank', head: t('Bank'), width: 'minmax(0, 1.4fr)', cell: ({ fields }) => (fields.bankName.trim() === '' ? <span className={c('none')}>{t('not set')}</span> : fields.bankName) },
    { id: 'country', head: t('Country'), width: 'minmax(0, 1fr)', from: 'large', cell: ({ fields }) => shownValue('country', fields) },
    { id: 'paid', head: t('Last paid'), width: '80px', align: 'end', cell: ({ lastPaidAt }) => <span className={c('time')}>{lastPaidAt === null ? t('never') : listTimeOf(lastPaidAt, now)}</span> },
  ];
}
