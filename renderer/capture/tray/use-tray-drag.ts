import { useState, type DragEvent } from 'react';
import { putBefore } from './tray-order.ts';

const carried = 'application/x-bursar-page';
const atEnd = '';

/** Dragging a page of the tray before another; a chosen page takes the other chosen ones along. `before` is where it would go now: a page's id,
 *  '' for the end, null while nothing is dragged. */
export function useTrayDrag(ids: readonly string[], chosen: ReadonlySet<string>, onOrder: (ids: readonly string[]) => void) {
  const [before, setBefore] = useState<string | null>(null);
  const of = (id: string) => ({
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
      const place = placeOf(event, ids, id);
      onOrder(putBefore(ids, chosen.has(from) ? chosen : new Set([from]), place === atEnd ? null : place));
    },
  });
  const markOf = (id: string, last: boolean) => (before === id ? 'before' : before === atEnd && last ? 'after' : null);
  return { of, markOf };
}

/** Before which page something dragged over this one goes: its left half means before it, its right half after it. */
function placeOf(event: DragEvent, ids: readonly string[], id: string): string {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return event.clientX < left + width / 2 ? id : (ids[ids.indexOf(id) + 1] ?? atEnd);
}
