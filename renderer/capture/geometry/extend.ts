import type { Quad } from '../pixels.ts';
import { aspectOf, type Format } from './formats.ts';
import { along, mapQuad, sizeOf } from './quad.ts';

/** How far a side that the picture cuts is taken to reach beyond it when no format tells, as a part of the document's length. */
const unknownCut = 0.04;

/** A quad with the sides that the picture cuts moved outwards to where the document would end: as its format tells, else a little. */
export function extended(quad: Quad, borders: readonly boolean[], formats: readonly Format[]): Quad {
  const across = [1, 3].filter((side) => borders[side] === true);
  const down = [0, 2].filter((side) => borders[side] === true);
  if (across.length + down.length === 0) return quad;
  const { width, height } = sizeOf(quad);
  const [wide, high] = fullSize(width, height, across.length > 0, down.length > 0, formats);
  const stretched = across.reduce((now, side) => pushed(now, side, (wide / width - 1) / across.length), quad);
  return down.reduce((now, side) => pushed(now, side, (high / height - 1) / down.length), stretched);
}

/** The sizes of the whole document, in the same pixels: the least stretch that gives a format's shape. */
function fullSize(width: number, height: number, across: boolean, down: boolean, formats: readonly Format[]): readonly [number, number] {
  if (across && down) return [width * (1 + unknownCut), height * (1 + unknownCut)];
  const shapes = formats.flatMap((format) => [aspectOf(format), 1 / aspectOf(format)]);
  const stretches = shapes.map((shape) => (across ? (shape * height) / width : width / shape / height)).filter((stretch) => stretch > 1.015 && stretch < 1.6);
  const stretch = stretches.length === 0 ? 1 + unknownCut : Math.min(...stretches);
  return across ? [width * stretch, height] : [width, height * stretch];
}

/** One side moved outwards along its neighbours by a part of their length. */
function pushed(quad: Quad, side: number, part: number): Quad {
  const [first, second] = [side, (side + 1) % 4];
  return mapQuad(quad, (corner, index) => {
    const opposite = quad[index === first ? (first + 3) % 4 : (second + 1) % 4];
    return (index === first || index === second) && opposite ? along(opposite, corner, 1 + part) : corner;
  });
}
