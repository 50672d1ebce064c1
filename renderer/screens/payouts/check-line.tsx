import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import css from './check-line.module.css';

const c = names({ ...colours, ...css });

/** One thing that was checked just now: icon, bold sentence, quieter explanation. */
export function CheckLine({ icon: Icon, family, head, children }: { readonly icon: LucideIcon; readonly family: 'ok' | 'wait' | 'bad' | 'idle'; readonly head: ReactNode; readonly children?: ReactNode }): ReactElement {
  return (
    <li className={c('line')}>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={c('icon', family)} />
      <div>
        <p className={c('head')}>{head}</p>
        {children ? <div className={c('note')}>{children}</div> : null}
      </div>
    </li>
  );
}

/** The list of checks beside a decision. */
export function CheckLines({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return <ul className={c('lines')} aria-label={label}>{children}</ul>;
}
