import { Equal, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatAmount, formatMoney, subtractMoney, type Money } from '../../preload/contract/money.ts';
import { locale, t } from '../text.ts';
import css from './ledger-lines.module.css';
import { names } from './names.ts';

const c = names(css);

/** One line: label · figure · code. part is indented and quieter, sum is strong, result is strong under a rule. */
export type LedgerLine = {
  readonly id: string;
  readonly label: string;
  readonly amount: Money | null;
  readonly kind?: 'plain' | 'part' | 'sum' | 'result';
  /** Shown with a minus although the amount is positive: fees. */
  readonly minus?: boolean;
  /** In place of an amount: a rate ("2,012.50") with its code. */
  readonly figure?: { readonly text: string; readonly code: string };
};

/** The lines of a sum, codes in their own column so that points line up. */
export function LedgerLines({ lines, label }: { readonly lines: readonly LedgerLine[]; readonly label: string }): ReactElement {
  return (
    <dl className={c('lines')} aria-label={label}>
      {lines.map((line) => (
        <div key={line.id} className={c('line', line.kind ?? 'plain')}>
          <dt>{line.label}</dt>
          <dd className={c('figure')}>{figureOf(line)}</dd>
          <dd className={c('code')}>{line.figure?.code ?? line.amount?.currency}</dd>
        </div>
      ))}
    </dl>
  );
}

function figureOf(line: LedgerLine): string {
  if (line.figure) return line.figure.text;
  if (!line.amount) return '–';
  const figure = formatAmount(line.amount, locale());
  return line.minus && line.amount.minor > 0 ? `−${figure}` : figure;
}

/** Props of {@link AddsUp}: amount − fees = rest. */
export type AddsUpProps = { readonly amount: Money; readonly fees: Money; readonly rest: Money };

/** The check of a sum: the green equal line, or what is missing in red. The screen must not offer sending while it is red. */
export function AddsUp({ amount, fees, rest }: AddsUpProps): ReactElement {
  const gap = gapOf(amount, fees, rest);
  if (gap && gap.minor === 0) {
    const figures = { a: formatAmount(amount, locale()), b: formatAmount(fees, locale()), c: formatAmount(rest, locale()) };
    return (
      <p className={c('closes')}>
        <Equal size={14} strokeWidth={2} aria-hidden />
        <span><span className={c('word')}>{t('Adds up:')} </span>{t('{a} − {b} = {c}', figures)}</span>
      </p>
    );
  }
  return (
    <p className={c('gap')} role="alert">
      <TriangleAlert size={14} strokeWidth={2} aria-hidden />
      {gap ? t('Does not add up by {gap}. Kept for review', { gap: formatMoney({ ...gap, minor: Math.abs(gap.minor) }, locale()) }) : t('Does not add up: the currencies differ. Kept for review')}
    </p>
  );
}

function gapOf(amount: Money, fees: Money, rest: Money): Money | null {
  if (amount.currency !== fees.currency || amount.currency !== rest.currency) return null;
  return subtractMoney(subtractMoney(amount, fees), rest);
}
