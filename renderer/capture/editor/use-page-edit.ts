import { useState } from 'react';
import type { Capture, CaptureEdit } from '../../../preload/contract/captures.ts';
import { noEdit } from '../../../preload/contract/captures.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { pageOf } from '../tray/look-page.ts';
import { theLooker } from '../tray/looker.ts';
import { moveCorner, sameArea, turnEdit, wholePage, type CornerIndex } from './edit-geometry.ts';
import type { Spot } from '../../../preload/contract/evidence.ts';

/** An edit being made. `said` is what a screen reader is told of the last step. */
export type PageEdit = {
  readonly edit: CaptureEdit;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly found: 'unknown' | 'none';
  readonly turn: (quarters: number) => void;
  readonly setEven: (even: boolean) => void;
  readonly move: (index: CornerIndex, to: Spot) => void;
  readonly whole: () => void;
  readonly reset: () => void;
  /** Looks for the document’s corners again. */
  readonly find: () => void;
};

/** Edits a page without touching its original: nothing is kept until it is saved. */
export function usePageEdit(page: Capture): PageEdit {
  const [edit, setEdit] = useState(page.edit);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [found, setFound] = useState<PageEdit['found']>('unknown');
  const change = (next: (now: CaptureEdit) => CaptureEdit) => {
    setFound('unknown');
    setEdit(next);
  };
  const find = async () => {
    if (busy) return;
    setBusy(true);
    const original = await pageOf(page);
    const corners = original.ok ? await theLooker().corners(original.value, edit.turn) : original;
    setBusy(false);
    setError(corners.ok ? null : corners.error);
    if (!corners.ok) return;
    const area = corners.value;
    setFound(area ? 'unknown' : 'none');
    if (area) setEdit((now) => ({ ...now, corners: [area[0], area[1], area[2], area[3]] }));
  };
  const changed = edit.turn !== page.edit.turn || edit.even !== page.edit.even || !sameArea(edit.corners, page.edit.corners);
  return {
    edit, changed, busy, error, found,
    turn: (quarters) => change((now) => turnEdit(now, quarters)),
    setEven: (even) => change((now) => ({ ...now, even })),
    move: (index, to) => change((now) => {
      const [a, b, c, d] = moveCorner(now.corners ?? wholePage, index, to);
      return { ...now, corners: [a, b, c, d] };
    }),
    whole: () => change((now) => ({ ...now, corners: null })),
    reset: () => change(() => noEdit),
    find: () => void find(),
  };
}
