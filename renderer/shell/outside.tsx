import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { names } from '../components/names.ts';
import { BareBar } from './title-bar.tsx';
import css from './outside.module.css';

const c = names(css);

/** A screen outside the app: locked, first run, broken. A 360 px column (or `wide`, 560) in the middle of the desk. */
export function Outside(props: { readonly icon: LucideIcon; readonly title: string; readonly subtitle?: ReactNode; readonly wide?: boolean; readonly children?: ReactNode }): ReactElement {
  const { icon: Icon, title, subtitle, wide, children } = props;
  return (
    <div className={c('outside')}>
      <BareBar />
      <main className={c('room')} data-region="page" tabIndex={-1}>
        <div className={c('column', wide && 'wide')}>
          <span className={c('tile')}><Icon size={22} strokeWidth={1.8} aria-hidden /></span>
          <h1 className={c('title')}>{title}</h1>
          {subtitle ? <p className={c('subtitle')}>{subtitle}</p> : null}
          <div className={c('content')}>{children}</div>
        </div>
      </main>
    </div>
  );
}
