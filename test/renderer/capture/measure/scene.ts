import type { Rgba } from '../../../../renderer/capture/pixels.ts';

/** A grey level, or red, green and blue. */
export type Ink = number | readonly [number, number, number];

/** Paints a picture place by place. */
export function painted(width: number, height: number, paint: (x: number, y: number) => Ink): Rgba {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const ink = paint(x, y);
      data.set(typeof ink === 'number' ? [ink, ink, ink, 255] : [...ink, 255], (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** Whether a place of a card holds print: lines of small words, with paper between. */
export function isPrint(x: number, y: number): boolean {
  return y % 24 < 10 && x % 90 < 74 && Math.floor(x / 5) % 2 === 0;
}
