import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import css from './empty.module.css';
import { names } from './names.ts';

const c = names(css);

/** Nothing here: icon, one sentence, one secondary action. */
export function Empty({ icon: Icon, children, action }: { readonly icon: LucideIcon; readonly children: ReactNode; readonly action?: ReactNode }): ReactElement {
  return (
    <div className={c('empty')}>
      <Icon size={22} strokeWidth={1.8} aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Skeleton lines in the real layout; shown only after 200 ms, so quick answers don't flicker. Never over an old figure. */
export function Skeleton({ lines = 3, row = false }: { readonly lines?: number; readonly row?: boolean }): ReactElement {
  return (
    <div className={c('skeleton')} aria-hidden>
      {Array.from({ length: lines }, (_, index) => <div key={index} className={c('bone', row && 'boneRow')} />)}
    </div>
  );
}
