import type { ReactElement } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { locale } from '../text.ts';
import { names } from './names.ts';
import css from './tabs.module.css';

const c = names(css);

/** One tab: its word, and how many there are behind it. */
type TabEntry<Id extends string = string> = { readonly id: Id; readonly label: string; readonly count?: number | null };

/** Props of {@link Tabs}. */
export type TabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
};

/** Views of one list, of which one is on: All, Needs you, Drafts. They choose rows, not panels, so they read out as a choice of one. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>): ReactElement {
  return (
    <ToggleButtonGroup
      className={c('list')} aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]}
      onSelectionChange={(keys) => { for (const key of keys) onChange(key as Id); }}
    >
      {tabs.map((tab) => (
        <ToggleButton key={tab.id} id={tab.id} className={c('tab')}>
          {tab.label}
          {tab.count === null || tab.count === undefined ? null : <span className={c('count')}>{tab.count.toLocaleString(locale())}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
