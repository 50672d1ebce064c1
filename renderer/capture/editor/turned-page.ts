import { useMemo } from 'react';
import type { CaptureEdit } from '../../../preload/contract/captures.ts';

/** A picture turned clockwise, on a canvas of its own; null when it was given back. */
export function turned(bitmap: ImageBitmap, turn: CaptureEdit['turn']): HTMLCanvasElement | null {
  if (bitmap.width === 0) return null;
  const canvas = document.createElement('canvas');
  const upright = turn % 180 === 0;
  canvas.width = upright ? bitmap.width : bitmap.height;
  canvas.height = upright ? bitmap.height : bitmap.width;
  const draw = canvas.getContext('2d');
  if (!draw) return canvas;
  draw.translate(canvas.width / 2, canvas.height / 2);
  draw.rotate((turn * Math.PI) / 180);
  draw.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
  return canvas;
}

/** The page as it is turned now: turning needs no new look into the original. */
export function useTurned(bitmap: ImageBitmap | null, turn: CaptureEdit['turn']): HTMLCanvasElement | null {
  return useMemo(() => (bitmap ? turned(bitmap, turn) : null), [bitmap, turn]);
}
