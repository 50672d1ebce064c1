import type { ReactElement, ReactNode } from 'react';
import { CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import css from './settings.module.css';

const c = names(css);

/** One setting: its name and what it does at the left, the control at the right. */
export function SettingRow({ name, note, children }: { readonly name: string; readonly note?: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <CardRow>
      <div className={c('setting')}>
        <div>
          <span className={c('name')}>{name}</span>
          {note ? <span className={c('note')}>{note}</span> : null}
        </div>
        <div>{children}</div>
      </div>
    </CardRow>
  );
}
