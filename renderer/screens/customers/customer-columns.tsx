import { countryName } from '../../../preload/contract/countries.ts';
import { verificationPace, type CustomerRow } from '../../../preload/contract/customers.ts';
import { listTimeOf, spanOf } from '../../components/clock.ts';
import type { Column } from '../../components/data-table.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { customerStatus } from '../../components/status-words.ts';
import { t } from '../../text.ts';
import css from './customer-columns.module.css';

const c = names(css);

/** The list's columns: state first, since it says what to do; what is being verified carries its clock. */
export function customerColumns(now: number): readonly Column<CustomerRow>[] {
  return [
    { id: 'state', head: t('Status'), width: '148px', cell: (row) => <span className={c('pill')}><StatusPill status={customerStatus(row, now)} /></span> },
    { id: 'name', head: t('Name'), width: 'minmax(120px, 1.3fr)', cell: (row) => (row.name === '' ? <span className={c('none')}>{t('no name yet')}</span> : <span className={c('name')}>{row.name}</span>) },
    { id: 'email', head: t('E-mail'), width: 'minmax(120px, 1.5fr)', from: 'medium', cell: (row) => <span className={c('quiet')}>{row.email}</span> },
    { id: 'country', head: t('Country'), width: 'minmax(88px, 1fr)', cell: (row) => (row.country === '' ? <span className={c('none')}>{t('not set')}</span> : <span className={c('quiet')}>{countryName(row.country)}</span>) },
    { id: 'clock', head: t('Being verified'), width: '104px', align: 'end', cell: (row) => clockOf(row, now) },
    { id: 'updated', head: t('Updated'), width: '64px', align: 'end', cell: (row) => <span className={c('time')}>{listTimeOf(row.updatedAt, now)}</span> },
  ];
}

function clockOf({ state, pendingSince }: CustomerRow, now: number) {
  if (state !== 'pending' || pendingSince === null) return null;
  return <span className={c('clock', verificationPace(pendingSince, now))}>{spanOf(now - pendingSince)}</span>;
}
