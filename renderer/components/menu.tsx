import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Header } from 'react-aria-components/Header';
import { Popover } from 'react-aria-components/Popover';
import type { KeyName } from '../keys.ts';
import { KeyHint } from './kbd.tsx';
import lines from './list-lines.module.css';
import css from './menu.module.css';
import { names } from './names.ts';

const c = names({ ...lines, ...css });

/** One line of a menu. */
export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly detail?: ReactNode;
  readonly hint?: KeyName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onAction: () => void;
};

/** Some lines of a menu that belong together. */
export type MenuPart = { readonly id: string; readonly title?: string; readonly entries: readonly MenuEntry[] };

/** Props of {@link Menu}: the trigger is a react-aria button ({@link Button} or one's own). */
export type MenuProps = { readonly label: string; readonly trigger: ReactElement; readonly parts: readonly MenuPart[] };

/** A menu that opens from a button. */
export function Menu({ label, trigger, parts }: MenuProps): ReactElement {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={c('popover')} offset={4}>
        <AriaMenu className={c('menu')} aria-label={label}>
          <MenuLines parts={parts} label={label} />
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** The lines of a menu, part by part. */
export function MenuLines({ parts, label }: { readonly parts: readonly MenuPart[]; readonly label: string }): ReactElement {
  return (
    <>
      {parts.map((part) => (
        <MenuSection key={part.id} id={part.id} className={c('part')} aria-label={part.title ?? label}>
          {part.title ? <Header className={c('title')}>{part.title}</Header> : null}
          {part.entries.map((entry) => <Entry key={entry.id} entry={entry} />)}
        </MenuSection>
      ))}
    </>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }): ReactElement {
  const Icon = entry.icon;
  return (
    <MenuItem id={entry.id} textValue={entry.label} className={c('entry', entry.danger && 'danger')} isDisabled={entry.disabled ?? false} onAction={entry.onAction}>
      {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : null}
      <span className={c('cut')}>{entry.label}</span>
      {entry.detail ? <span className={c('detail')}>{entry.detail}</span> : null}
      {entry.hint ? <KeyHint name={entry.hint} /> : null}
    </MenuItem>
  );
}
