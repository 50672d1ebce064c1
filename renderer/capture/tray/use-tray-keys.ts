import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { moved } from './tray-order.ts';

/** What keys do to a page of the tray. */
export type TrayActs = { readonly choose: (id: string) => void; readonly order: (ids: readonly string[]) => void; readonly remove: (id: string) => void };

/** Arrows, Home and End walk along the pages, Space adds to the choice, Alt and arrows move a page, Delete throws it away. */
export function useTrayKeys(strip: RefObject<HTMLElement | null>, ids: readonly string[], { choose, order, remove }: TrayActs): (event: KeyboardEvent, id: string) => void {
  const line = ids.join(' ');
  // A page that is moved by keys keeps the focus where it goes.
  const follow = useRef<string | null>(null);
  const focus = (index: number) => strip.current?.querySelectorAll('button')[Math.max(0, Math.min(ids.length - 1, index))]?.focus();
  useEffect(() => {
    const id = follow.current;
    follow.current = null;
    if (id !== null) strip.current?.querySelectorAll('button')[line.split(' ').indexOf(id)]?.focus();
  }, [strip, line]);
  return (event, id) => {
    const index = ids.indexOf(id);
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: ids.length - 1 - index }[event.key];
    if (step !== undefined && event.altKey) {
      follow.current = id;
      order(moved(ids, id, step));
    } else if (step !== undefined) focus(index + step);
    else if (event.key === ' ') choose(id);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      remove(id);
      focus(index === 0 ? 1 : index - 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
