import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import type { Grey, Rgba } from '../pixels.ts';
import { swapsSides, turned, uprightMap, type Orientation } from './orientation.ts';
import type { Size } from './trouble.ts';

/** A decoded page, upright as its file says, with its longer side at most {@link mostSheet}. `dpi` are its own dots an inch as its file tells, null when it doesn't. */
export type Sheet = Size & { readonly picture: ImageBitmap | OffscreenCanvas; readonly dpi: number | null };

/** Longest side of a page that is worked on and sent, in pixels: a 12 MP photo and A4 at 300 dpi keep every one of theirs. */
export const mostSheet = 4_096;

/** A canvas whose pixels are read back, so it stays out of the graphics card. */
export function paper(width: number, height: number): { readonly canvas: OffscreenCanvas; readonly brush: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('No canvas.');
  brush.imageSmoothingQuality = 'high';
  return { canvas, brush };
}

/** Draws a picture upright on a white canvas, its longer side at most `most`. The picture stays the caller's. */
export function drawn(picture: CanvasImageSource, { width, height }: Size, way: Orientation, most: number): OffscreenCanvas {
  const scale = Math.min(1, most / Math.max(width, height));
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const { canvas, brush } = swapsSides(way) ? paper(down, across) : paper(across, down);
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.setTransform(...uprightMap(way, across, down));
  brush.drawImage(picture, 0, 0, across, down);
  brush.resetTransform();
  return canvas;
}

/** A working copy of a page: turned clockwise, its longer side at most `most`. */
export function turnedCopy(sheet: Sheet, turn: CaptureEdit['turn'], most: number): OffscreenCanvas {
  return drawn(sheet.picture, sheet, turned(turn), most);
}

/** All pixels of a canvas that is needed no more: its memory goes at once. */
export function pixelsOf(canvas: OffscreenCanvas): Rgba {
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('No canvas.');
  const pixels = brush.getImageData(0, 0, canvas.width, canvas.height);
  emptied(canvas);
  return pixels;
}

/** Lets go of a canvas's memory without waiting until somebody collects it. */
export function emptied(canvas: OffscreenCanvas): void {
  canvas.width = canvas.height = 0;
}

/** A canvas of pixels. */
export function canvasOf({ width, height, data }: Rgba): OffscreenCanvas {
  const { canvas, brush } = paper(width, height);
  brush.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  return canvas;
}

/** How bright a picture is, by its red, green and blue (ITU-R BT.601). */
export function greyOf({ width, height, data }: Rgba): Grey {
  const grey = new Uint8Array(width * height);
  for (let read = 0, write = 0; write < grey.length; read += 4, write += 1) grey[write] = ((data[read] ?? 0) * 77 + (data[read + 1] ?? 0) * 150 + (data[read + 2] ?? 0) * 29) >> 8;
  return { width, height, data: grey };
}

/** Gives back what a page holds. */
export function closeSheet({ picture }: Sheet): void {
  if ('close' in picture) picture.close();
  else emptied(picture);
}
