import { useRef, type ReactElement } from 'react';
import { Menu as AriaMenu } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import css from './menu.module.css';
import { MenuLines, type MenuPart } from './menu.tsx';
import { names } from './names.ts';

const c = names(css);

/** Where a row's menu opens, in the window, and what is in it. */
export type RowMenuState = { readonly x: number; readonly y: number; readonly parts: readonly MenuPart[] };

/** The menu of a row, where the pointer or the row is. */
export function RowMenu({ state, label, onClose }: { readonly state: RowMenuState; readonly label: string; readonly onClose: () => void }): ReactElement {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={c('anchor')} style={{ left: state.x, top: state.y }} />
      <Popover className={c('popover')} aria-label={label} triggerRef={anchor} isOpen onOpenChange={(open) => { if (!open) onClose(); }} placement="bottom start" offset={2}>
        <AriaMenu className={c('menu')} aria-label={label} autoFocus="first" onClose={onClose}><MenuLines parts={state.parts} label={label} /></AriaMenu>
      </Popover>
    </>
  );
}
