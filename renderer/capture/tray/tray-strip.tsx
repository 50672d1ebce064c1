import { useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { moved, putBefore } from './tray-order.ts';
import { TrayTile } from './tray-tile.tsx';
import css from './tray.module.css';

const c = names(css);
const carried = 'application/x-bursar-page';

/** Props of {@link TrayStrip}. `shown` is the page on the stage. */
export type TrayStripProps = {
  readonly pages: readonly Capture[];
  readonly chosen: ReadonlySet<string>;
  readonly shown: string | null;
  readonly onChoose: (ids: readonly string[], shown: string | null) => void;
  readonly onOrder: (ids: readonly string[]) => void;
  readonly onRemove: (ids: readonly string[]) => void;
};

/** The pages that wait, in the person's order. Arrows walk, Space adds to the choice, Alt and arrows move a page, Delete throws it away. */
export function TrayStrip({ pages, chosen, shown, onChoose, onOrder, onRemove }: TrayStripProps): ReactElement {
  const strip = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const ids = pages.map(({ id }) => id);
  const current = at !== null && ids.includes(at) ? at : (ids[0] ?? null);
  const focus = (index: number) => strip.current?.querySelectorAll('button')[index]?.focus();
  const choose = (id: string, more: boolean) => onChoose(...choiceAfter(ids, chosen, id, more));
  const onKey = (event: KeyboardEvent, index: number, id: string) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: ids.length - 1 - index }[event.key];
    if (step !== undefined && event.altKey) {
      onOrder(moved(ids, id, step));
      requestAnimationFrame(() => focus(Math.max(0, Math.min(ids.length - 1, index + step))));
    } else if (step !== undefined) focus(Math.max(0, Math.min(ids.length - 1, index + step)));
    else if (event.key === ' ') choose(id, true);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      onRemove(chosen.has(id) ? ids.filter((one) => chosen.has(one)) : [id]);
      focus(Math.max(0, index - 1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drag = (id: string) => ({
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(carried, id);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(carried)) return;
      event.preventDefault();
      event.stopPropagation();
      setBefore(placeOf(event, ids, id));
    },
    onDragEnd: () => setBefore(null),
    onDrop: (event: DragEvent) => {
      const from = event.dataTransfer.getData(carried);
      if (from === '') return;
      event.preventDefault();
      event.stopPropagation();
      setBefore(null);
      const some = chosen.has(from) ? chosen : new Set([from]);
      onOrder(putBefore(ids, some, asBefore(placeOf(event, ids, id))));
    },
  });
  return (
    <ul ref={strip} className={c('strip')} aria-label={t('Pages in the tray')}>
      {pages.map((page, index) => (
        <TrayTile
          key={page.id} page={page} place={t('{n} of {all}', { n: index + 1, all: pages.length })} chosen={chosen.has(page.id)} shown={shown === page.id} walks={current === page.id}
          mark={before === page.id ? 'before' : before === atEnd && index === pages.length - 1 ? 'after' : null}
          onFocus={() => setAt(page.id)} onKeyDown={(event) => onKey(event, index, page.id)} onPress={(more) => choose(page.id, more)} drag={drag(page.id)}
        />
      ))}
    </ul>
  );
}

const atEnd = '';
const asBefore = (place: string) => (place === atEnd ? null : place);

/** Before which page something dragged over this one goes: its left half means before it, its right half after it. */
function placeOf(event: DragEvent, ids: readonly string[], id: string): string {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return event.clientX < left + width / 2 ? id : (ids[ids.indexOf(id) + 1] ?? atEnd);
}

/** What is chosen after a page was pressed: only it, or it beside the others; pressed again it is not. */
function choiceAfter(ids: readonly string[], chosen: ReadonlySet<string>, id: string, more: boolean): [readonly string[], string | null] {
  const has = chosen.has(id);
  if (!more) return has && chosen.size === 1 ? [[], null] : [[id], id];
  const next = ids.filter((one) => (one === id ? !has : chosen.has(one)));
  return [next, has ? (next[0] ?? null) : id];
}
