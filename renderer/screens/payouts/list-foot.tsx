import { Fragment, type ReactElement } from 'react';
import type { Money as Amount } from '../../../preload/contract/money.ts';
import { KeyHint } from '../../components/kbd.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { locale, t } from '../../text.ts';
import css from './payouts.module.css';

const c = names(css);

/** What the rows shown add up to, a figure a currency (different currencies are never added), and the keys of the list. */
export function ListFoot({ rows, totals }: { readonly rows: number; readonly totals: readonly Amount[] }): ReactElement {
  return (
    <>
      <div className={c('totals')} aria-live="polite">
        <span>{t('{n, plural, one {The one row shown comes to} other {The {count} rows shown add up to}}', { n: rows, count: rows.toLocaleString(locale()) })}</span>
        {totals.map((total) => <span key={total.currency} className={c('sum')}><Money amount={total} strong /></span>)}
      </div>
      <div className={c('keys')}>
        <KeyHint name="next" /><KeyHint name="previous" />{t('move')}
        {(['open', 'peek'] as const).map((name) => <Fragment key={name}><KeyHint name={name} />{name === 'open' ? t('open') : t('peek')}</Fragment>)}
      </div>
    </>
  );
}
