import type { ReactElement, ReactNode } from 'react';
import { capsOf, type KeyName } from '../keys.ts';
import { useAppState } from '../state/app-state.ts';
import css from './kbd.module.css';
import { names } from './names.ts';

const c = names(css);

/** A key cap: `<Kbd>Esc</Kbd>`. */
export function Kbd({ children, on = 'page' }: { readonly children: ReactNode; readonly on?: 'page' | 'accent' }): ReactElement {
  return <kbd className={c('cap', on)}>{children}</kbd>;
}

/** The caps of one of the app's keys, as this computer writes them; single letters hide when they are switched off. */
export function KeyHint({ name, on = 'page' }: { readonly name: KeyName; readonly on?: 'page' | 'accent' }): ReactElement | null {
  const mac = useAppState((store) => store.state?.platform === 'darwin');
  const single = useAppState((store) => store.state?.preferences.singleKeys ?? true);
  const caps = capsOf(name, mac);
  if (!single && caps.every((cap) => cap.length === 1 && cap !== '⌘')) return null;
  const text = mac && caps[0] === '⌘' ? caps.join('') : caps.join(' ');
  return <Kbd on={on}><span aria-hidden>{text}</span></Kbd>;
}
