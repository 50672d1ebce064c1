import type { Area, Spot } from '../../../preload/contract/evidence.ts';

/** A place on the stage in its own pixels. */
export type Px = { readonly x: number; readonly y: number };
/** A box on the stage in its own pixels, or a part of the picture in fractions of it. */
export type Box = Px & { readonly width: number; readonly height: number };

/** Which part of the picture is shown (fractions) and where on the stage (pixels). */
export type View = { readonly part: Box; readonly at: Box };

/** How much of the document's size stays free around it. */
const margin = 0.06;

/** The upright box around places. */
export function boxAround(spots: readonly Px[]): Box {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The largest part of a picture, as large as it fits into a box: the document with some of what surrounds it, else all. `size` is the picture's, in pixels. */
export function fitView(size: { readonly width: number; readonly height: number }, document: Area | null, room: Box): View {
  const part = document ? widened(partFor(document), size, room) : whole;
  const [width, height] = [part.width * size.width, part.height * size.height];
  const scale = Math.max(0, Math.min(room.width / width, room.height / height));
  const at = { width: width * scale, height: height * scale };
  return { part, at: { ...at, x: room.x + (room.width - at.width) / 2, y: room.y + (room.height - at.height) / 2 } };
}

const whole: Box = { x: 0, y: 0, width: 1, height: 1 };

function partFor(document: Area): Box {
  const box = boxAround(document);
  const [wide, high] = [Math.max(box.width, 0.05) * margin, Math.max(box.height, 0.05) * margin];
  return clipped({ x: box.x - wide, y: box.y - high, width: box.width + 2 * wide, height: box.height + 2 * high });
}

/** Shows more of the picture where the room has place for it. */
function widened(part: Box, size: { readonly width: number; readonly height: number }, room: Box): Box {
  const wanted = room.width / Math.max(1, room.height);
  const has = (part.width * size.width) / (part.height * size.height);
  if (has < wanted) return clipped(grown(part, 'x', 'width', (part.width * wanted) / has));
  return clipped(grown(part, 'y', 'height', (part.height * has) / wanted));
}

/** Grows about its middle, and moves back inside before anything is lost. */
function grown(part: Box, from: 'x' | 'y', length: 'width' | 'height', to: number): Box {
  const size = Math.min(1, to);
  const start = Math.min(1 - size, Math.max(0, part[from] - (size - part[length]) / 2));
  return { ...part, [from]: start, [length]: size };
}

function clipped({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return { x: left, y: top, width: Math.max(0.02, Math.min(1, x + width) - left), height: Math.max(0.02, Math.min(1, y + height) - top) };
}

/** Where a place of the picture is on the stage. */
export function onStage({ part, at }: View, spot: Spot): Px {
  return { x: at.x + ((spot.x - part.x) / part.width) * at.width, y: at.y + ((spot.y - part.y) / part.height) * at.height };
}

/** Where on the picture a place of the stage is. */
export function onPicture({ part, at }: View, place: Px): Spot {
  return { x: part.x + ((place.x - at.x) / at.width) * part.width, y: part.y + ((place.y - at.y) / at.height) * part.height };
}
