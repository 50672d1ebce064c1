import type { ReactElement } from 'react';
import { formatAmount, type Money as Amount } from '../../preload/contract/money.ts';
import { currencies, type CurrencyCode } from '../../preload/contract/currency.ts';
import { locale, t } from '../text.ts';
import css from './money.module.css';
import { names } from './names.ts';

const c = names(css);

/** Props of {@link Money}. */
export type MoneyProps = {
  readonly amount: Amount;
  /** body (default) in lists and lines; s 20, m 26, l 36, xl 40 px for the figure that decides. */
  readonly size?: 'body' | 's' | 'm' | 'l' | 'xl';
  readonly strong?: boolean;
};

/** A figure and its quieter code: "2,400.00 GBP". Takes minor units, never a number. */
export function Money({ amount, size = 'body', strong = false }: MoneyProps): ReactElement {
  return (
    <span className={c('money', size, strong && 'strong')}>
      <span className={c('figure')}>{formatAmount(amount, locale())}</span>
      <span className={c('code')}>{amount.currency}</span>
    </span>
  );
}

/** Props of {@link MoneyCell}. */
export type MoneyCellProps = {
  readonly amount: Amount | null;
  /** The code to show while the amount is missing. */
  readonly currency?: CurrencyCode | null;
  /** What stands for a missing amount: an en dash (default), or "not set". */
  readonly missing?: 'dash' | 'not-set';
  readonly strong?: boolean;
  /** Pads currencies without decimals, so that points line up in a column of several currencies. */
  readonly pad?: boolean;
};

/** An amount in a column: figures right, codes in their own 27 px. A missing amount is never 0.00. */
export function MoneyCell({ amount, currency, missing = 'dash', strong = false, pad = true }: MoneyCellProps): ReactElement {
  const code = amount?.currency ?? currency ?? null;
  const words = missing === 'dash' ? '–' : t('not set');
  return (
    <span className={c('cell', strong && 'strong', !amount && 'missing')}>
      <span className={c('figure')}>{amount ? formatAmount(amount, locale()) + (pad ? padding(amount.currency) : '') : words}</span>
      <span className={c('code')}>{code}</span>
    </span>
  );
}

/** Figure spaces in place of a point and two decimals. */
function padding(code: CurrencyCode): string {
  return currencies[code].decimals === 0 ? '\u2008\u2007\u2007' : '';
}
