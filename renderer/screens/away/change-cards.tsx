import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { AwayChange, AwayKind } from '../../../preload/contract/away.ts';
import { agoOf } from '../../components/clock.ts';
import { Card } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import css from './away.module.css';

const c = names(css);

function kindWords(kind: AwayKind): string {
  switch (kind) {
    case 'price': return t('What arrives');
    case 'rate': return t('Rates');
    case 'fee': return t('Fees');
    case 'balance': return t('Balances');
    case 'limit': return t('Limits');
    case 'customer': return t('Customers');
    case 'account': return t('Accounts');
    case 'recipient': return t('Recipients');
    case 'document': return t('Documents');
    case 'payout': return t('Payouts on their way');
  }
}

/** Every change, a card each kind: before at the left, now at the right, what matters first. */
export function ChangeCards({ changes }: { readonly changes: readonly AwayChange[] }): ReactElement {
  // The changes come with what matters first, and so do the kinds.
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return <>{kinds.map((kind) => <KindCard key={kind} kind={kind} changes={changes.filter((one) => one.kind === kind)} />)}</>;
}

function KindCard({ kind, changes }: { readonly kind: AwayKind; readonly changes: readonly AwayChange[] }): ReactElement {
  const now = useNow();
  const words = kindWords(kind);
  return (
    <Card title={words} mark={<span className={c('count')}>{changes.length}</span>}>
      <table className={c('table')} aria-label={words}>
        <thead>
          <tr><th scope="col">{t('What')}</th><th scope="col">{t('Your drafts assume')}</th><th scope="col">{t('Now')}</th></tr>
        </thead>
        <tbody>{changes.map((change) => <ChangeRow key={`${change.subject} ${change.before} ${change.now}`} change={change} now={now} />)}</tbody>
      </table>
    </Card>
  );
}

function ChangeRow({ change, now }: { readonly change: AwayChange; readonly now: number }): ReactElement {
  const { subject, before, beforeAt, matters } = change;
  return (
    <tr className={c(matters && 'matters')}>
      <th scope="row">
        <span className={c('subject')}>
          {matters ? <TriangleAlert size={14} strokeWidth={2} role="img" aria-label={t('Matters')} /> : null}
          {subject}
        </span>
        <Touched payouts={change.payouts} more={change.more} />
      </th>
      <td><span className={c('before')}>{before}</span>{beforeAt === null ? null : <span className={c('age')}>{agoOf(beforeAt, now)}</span>}</td>
      <td><span className={c('now')}>{change.now}</span><span className={c('age')}>{agoOf(change.nowAt, now)}</span></td>
    </tr>
  );
}

/** The payouts that a change touches, each a way to it. */
function Touched({ payouts, more }: Pick<AwayChange, 'payouts' | 'more'>): ReactElement | null {
  if (payouts.length === 0) return null;
  return (
    <span className={c('touched')}>
      {payouts.map(({ id, name }) => <Link key={id} to="/payouts/$id" params={{ id }}>{t('Payout to {name}', { name })}</Link>)}
      {more > 0 ? <span>{t('{n} more', { n: more })}</span> : null}
    </span>
  );
}
