import { TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { names } from '../../components/names.ts';
import css from './caution.module.css';

const c = names(css);

/** A doubt below a field: amber, with its icon. It asks for a second look and stops nothing. */
export function Caution({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <span className={c('caution')}>
      <TriangleAlert size={14} strokeWidth={2} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
