import type { Quad, Rgba } from '../../../../renderer/capture/pixels.ts';
import { formats } from '../../../../renderer/capture/geometry/formats.ts';
import { layFlat, type Flat } from '../../../../renderer/capture/measure/flat.ts';
import { numbers } from '../drawn/paper.ts';
import { painted } from '../measure/scene.ts';

/** Red, green and blue. */
export type Ink = readonly [number, number, number];

/** A card of 8 dots a mm on a table: the picture, where the card lies, and it laid out flat. */
export type Shot = { readonly page: Rgba; readonly quad: Quad; readonly flat: Flat };

const [left, top, width, height] = [60, 60, 680, 430] as const;
const table: Ink = [120, 84, 60];
export const paper: Ink = [226, 230, 238];

/** Photographs a card: `print` tells what stands at a place (mm from its left and top) and `over` what lies over all of the picture; `light` changes each
 *  colour by where it is in the picture. */
export function shoot(print: (x: number, y: number) => Ink | null, more: { over?: (x: number, y: number) => Ink | null; light?: (ink: Ink, x: number, y: number) => Ink } = {}): Shot {
  const next = numbers(5);
  const page = painted(width + 2 * left, height + 2 * top, (x, y) => {
    const [across, down] = [(x - left) / 8, (y - top) / 8];
    const onCard = x >= left && x < left + width && y >= top && y < top + height;
    const ink = more.over?.(across, down) ?? (onCard ? print(across, down) ?? paper : table);
    const lit = more.light?.(ink, x, y) ?? ink;
    const noise = (next() - 0.5) * 6;
    return [lit[0] + noise, lit[1] + noise, lit[2] + noise];
  });
  const quad: Quad = [{ x: left, y: top }, { x: left + width, y: top }, { x: left + width, y: top + height }, { x: left, y: top + height }];
  return { page, quad, flat: layFlat(page, quad, [formats.card]) };
}

/** The print of a card: a photo of somebody, and rows of words. */
export function identity(x: number, y: number): Ink | null {
  if (x > 6 && x < 28 && y > 12 && y < 40) {
    if (Math.hypot((x - 17) / 7, (y - 24) / 9) < 1) return y < 18 ? [60, 40, 30] : [200, 150, 120];
    return y > 35 && Math.abs(x - 17) < 10 ? [40, 60, 110] : [170, 184, 200];
  }
  if (x > 34 && x < 78 && y > 8 && y < 46 && y % 5 < 2 && Math.floor(x * 1.6) % 3 !== 0) return [28, 28, 34];
  return null;
}
