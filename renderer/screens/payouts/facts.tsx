import type { ReactElement, ReactNode } from 'react';
import { names } from '../../components/names.ts';
import css from './facts.module.css';

const c = names(css);

/** One fact: its name, what it is, and quieter lines below it. `mono` is for what is compared character by character, `quiet` for what is not set. */
export type Fact = { readonly id: string; readonly label: string; readonly value: ReactNode; readonly lines?: readonly ReactNode[]; readonly mono?: boolean; readonly quiet?: boolean };

/** Facts in reading order, a line between them. */
export function Facts({ facts, label }: { readonly facts: readonly Fact[]; readonly label: string }): ReactElement {
  return (
    <dl className={c('facts')} aria-label={label}>
      {facts.map((fact) => (
        <div key={fact.id} className={c('fact')}>
          <dt>{fact.label}</dt>
          <dd>
            <div className={c('value', fact.mono && 'mono', fact.quiet && 'quiet')} data-copyable="">{fact.value}</div>
            {(fact.lines ?? []).map((line, index) => <div key={index} className={c('line')} data-copyable="">{line}</div>)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
