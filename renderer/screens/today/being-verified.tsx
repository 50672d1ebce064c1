import { Link } from '@tanstack/react-router';
import { ClockAlert, Siren } from 'lucide-react';
import type { ReactElement } from 'react';
import { verificationClock, verificationPace, type CustomerRow } from '../../../preload/contract/customers.ts';
import { spanOf } from '../../components/clock.ts';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import css from './today.module.css';

const c = names({ ...colours, ...css });
/** Customers shown here; the rest are under Customers. */
const shown = 6;

/** Customers whom the provider is checking, each with its clock: normal up to 2 h, write at 5 h. */
export function BeingVerified({ customers }: { readonly customers: readonly CustomerRow[] }): ReactElement {
  const now = useNow(30_000);
  return (
    <section className={c('part')}>
      <div className={c('partHead')}><h2>{t('Being verified')}</h2></div>
      <ul className={c('clocks')}>
        {customers.slice(0, shown).map((customer) => <Clock key={customer.id} customer={customer} now={now} />)}
      </ul>
      {customers.length > shown ? <p className={c('note')}><Link to="/customers" search={{ state: 'pending' }}>{t('{n} more', { n: customers.length - shown })}</Link></p> : null}
    </section>
  );
}

function Clock({ customer, now }: { readonly customer: CustomerRow; readonly now: number }): ReactElement {
  const since = customer.pendingSince ?? now;
  const pace = verificationPace(since, now);
  const waited = spanOf(now - since);
  const Icon = pace === 'escalate' ? Siren : ClockAlert;
  const family = pace === 'normal' ? 'move' : pace === 'late' ? 'wait' : 'bad';
  return (
    <li>
      <div className={c('clockHead')}>
        <Link to="/customers/$id" params={{ id: customer.id }} className={c('head', 'link')}>{customer.name}</Link>
        {pace === 'normal' ? <span className={c('small')}>{waited}</span> : <span className={c('late', family)}><Icon size={14} strokeWidth={2} aria-hidden />{waited}</span>}
      </div>
      <Progress label={t('{name} has waited {waited}', { name: customer.name, waited })} value={(now - since) / verificationClock.escalateAfter} family={family} />
      <p className={c('small')}>{paceWords(pace)}</p>
    </li>
  );
}

function paceWords(pace: ReturnType<typeof verificationPace>): string {
  if (pace === 'normal') return t('Normal up to 2 h');
  return pace === 'late' ? t('Normal up to 2 h, write at 5 h') : t('Over 5 h: write to Blaaiz now');
}
