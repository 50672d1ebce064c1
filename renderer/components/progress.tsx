import type { CSSProperties, ReactElement } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { names } from './names.ts';
import css from './progress.module.css';

const c = names(css);

/** Props of {@link Progress}: `value` 0 to 1. */
export type ProgressProps = { readonly label: string; readonly value: number; readonly family?: 'accent' | 'move' | 'wait' | 'bad' };

/** A 4 px bar; the words stand beside it, so the label is only read out. */
export function Progress({ label, value, family = 'accent' }: ProgressProps): ReactElement {
  const part = Math.max(0, Math.min(1, value));
  return (
    <ProgressBar aria-label={label} value={part * 100} className={c('track')}>
      <div className={c('bar', family)} style={{ '--part': part } as CSSProperties} />
    </ProgressBar>
  );
}
