import type { Area } from '../../../preload/contract/evidence.ts';
import { formats, nearestFormat, type Format } from '../geometry/formats.ts';
import { apply, homography, type Homography } from '../geometry/homography.ts';
import { areaFrom, mapQuad, sidesOf, distance, sizeOf, wholeQuad } from '../geometry/quad.ts';
import { flatSize, warp } from '../geometry/warp.ts';
import type { Point, Quad, Rgba } from '../pixels.ts';

/** A document laid out flat. `dotsPerMm` are its pixels a mm, guessed where the format isn't known; `onto` carries its pixels back to the page's. */
export type Flat = { readonly picture: Rgba; readonly dotsPerMm: number; readonly format: Format | null; readonly onto: Homography; readonly page: { readonly width: number; readonly height: number } };

/** Longer side of a document that is laid out flat, in pixels: enough for every measure. */
const most = 1_400;

/** Lays the document at a quad out flat, at about the pixels it has. */
export function layFlat(page: Rgba, quad: Quad, likely: readonly Format[]): Flat {
  const { width, height } = flatSize(quad, most);
  const format = formatOf(quad, likely);
  const longer = format ? Math.max(format.width, format.height) : (likely[0]?.height ?? 0) > 200 ? 297 : 125;
  return {
    picture: warp(page, quad, width, height), dotsPerMm: Math.max(width, height) / longer, format,
    onto: homography(wholeQuad(width, height), quad), page: { width: page.width, height: page.height },
  };
}

/** How far a document's shape may be off its format's: it may lie at a slant. */
const tolerance = 1.13;

/** The format of a quad by its shape: one of the likely ones before any other. Null when none fits. */
export function formatOf(quad: Quad, likely: readonly Format[]): Format | null {
  const { width, height } = sizeOf(quad);
  const first = nearestFormat(width, height, likely);
  if (first && first.off <= tolerance) return first.format;
  const other = nearestFormat(width, height, Object.values(formats));
  return other && other.off <= tolerance ? other.format : null;
}

/** The fewest dots an inch that any side of a document has, from its corners in the page's own pixels. */
export function dotsPerInch(quad: Quad, format: Format): number {
  const { width, height } = sizeOf(quad);
  const [across, down] = (width >= height) === (format.width >= format.height) ? [format.width, format.height] : [format.height, format.width];
  return Math.min(...sidesOf(quad).map(([a, b], index) => (distance(a, b) / (index % 2 === 0 ? across : down)) * 25.4));
}

/** A box of the flat document as a place on the page. */
export function placeOf({ onto, page }: Flat, left: number, top: number, right: number, bottom: number): Area {
  const box: Quad = [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
  return areaFrom(mapQuad(box, (corner) => apply(onto, corner)), page.width, page.height);
}

/** Whether a place of the flat document lies within the page's picture. */
export function isSeen({ onto, page }: Flat, place: Point): boolean {
  const { x, y } = apply(onto, place);
  return x >= 0 && y >= 0 && x <= page.width && y <= page.height;
}
