import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { KeptFigures } from '../../../preload/contract/kept-figures.ts';
import { formatMoney, type Money as Amount } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { momentOf } from '../../components/clock.ts';
import { Card } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { locale, t } from '../../text.ts';
import css from './figures-card.module.css';
import { rateText } from './price-lines.ts';

const c = names(css);
type Line = { readonly id: string; readonly label: string; readonly of: (figures: KeptFigures) => string | null };

const amount = (money: Amount | null) => (money === null ? null : formatMoney(money, locale()));

/** What was quoted at release, what the provider answered and what arrived, side by side; what differs from the column before it is marked. */
export function FiguresCard({ payout: { figures } }: { readonly payout: Payout }): ReactElement | null {
  const columns = [
    { id: 'quoted', label: t('Quoted'), figures: figures.quoted }, { id: 'answered', label: t('Answered'), figures: figures.answered }, { id: 'arrived', label: t('Arrived'), figures: figures.arrived },
  ] as const;
  if (columns.every((column) => column.figures === null)) return null;
  // One to one says nothing.
  const rated = columns.some((column) => column.figures?.rate && Number(column.figures.rate) !== 1);
  const lines: readonly Line[] = [
    { id: 'send', label: t('Sent'), of: ({ send }) => amount(send) }, { id: 'totalFees', label: t('Total fees'), of: ({ totalFees }) => amount(totalFees) },
    ...(rated ? [{ id: 'rate', label: t('Rate'), of: ({ rate }: KeptFigures) => (rate === null ? null : rateText(rate)) }] : []), { id: 'receive', label: t('Arrives'), of: ({ receive }) => amount(receive) },
  ];
  return (
    <Card title={t('Quoted, answered, arrived')} note={t('in the provider’s own figures')}>
      <table className={c('figures')}>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, label, figures: kept }) => <th key={id} scope="col">{label}<span className={c('when')}>{kept ? momentOf(kept.at) : t('not yet')}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.label}</th>
              {columns.map(({ id, figures: kept }, index) => <Cell key={id} text={kept ? line.of(kept) : null} before={lastBefore(columns.slice(0, index), line)} />)}
            </tr>
          ))}
          {columns.some((column) => column.figures?.gap) ? (
            <tr>
              <th scope="row">{t('Does not add up by')}</th>
              {columns.map(({ id, figures: kept }) => <td key={id} className={c(kept?.gap && 'differs')}>{kept?.gap ? formatMoney({ ...kept.gap, minor: Math.abs(kept.gap.minor) }, locale()) : '–'}</td>)}
            </tr>
          ) : null}
        </tbody>
      </table>
    </Card>
  );
}

/** The newest figure of the columns before, as it is shown. */
function lastBefore(columns: readonly { readonly figures: KeptFigures | null }[], line: Line): string | null {
  return columns.map(({ figures }) => (figures ? line.of(figures) : null)).findLast((text) => text !== null) ?? null;
}

function Cell({ text, before }: { readonly text: string | null; readonly before: string | null }): ReactElement {
  const differs = text !== null && before !== null && text !== before;
  return (
    <td className={c(differs && 'differs')}>
      {differs ? <TriangleAlert size={12} strokeWidth={2} aria-label={t('differs')} /> : null} {text ?? '–'}
    </td>
  );
}
