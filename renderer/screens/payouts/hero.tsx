import type { ReactElement, ReactNode } from 'react';
import { amountInWords } from '../../../preload/contract/amount-words.ts';
import type { Money as Amount } from '../../../preload/contract/money.ts';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import css from './hero.module.css';

const c = names(css);

/** The figure that decides, read back in words. `before` is an older figure, struck out beside the new one. */
export function Hero({ label, amount, before, words = true, children }: { readonly label: string; readonly amount: Amount | null; readonly before?: Amount | null; readonly words?: boolean; readonly children?: ReactNode }): ReactElement {
  return (
    <div className={c('hero')}>
      <p className={c('label')}>{label}</p>
      <div className={c('figures')} data-copyable="">
        {amount ? <Money amount={amount} size="xl" /> : <span className={c('none')}>–</span>}
        {before ? <s className={c('before')}><Money amount={before} size="s" /></s> : null}
      </div>
      {amount && words ? <p className={c('words')}>{amountInWords(amount)}</p> : null}
      {children}
    </div>
  );
}
