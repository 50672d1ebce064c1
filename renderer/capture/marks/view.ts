import type { Area, Spot } from '../../../preload/contract/evidence.ts';

/** A place on the stage in its own pixels. */
export type Px = { readonly x: number; readonly y: number };
/** A box on the stage in its own pixels, or a part of the picture in fractions of it. */
export type Box = Px & { readonly width: number; readonly height: number };

/** Which part of the picture is shown (fractions) and where on the stage (pixels). */
export type View = { readonly part: Box; readonly at: Box };

/** How much of the document's size stays free around it. */
const margin = 0.05;

/** The upright box around places. */
export function boxAround(spots: readonly Px[]): Box {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** How a picture lies on a stage: its document, with some of what surrounds it, as large as fits into `room`; what else the picture shows fills the
 *  rest of the stage. Without a document the whole picture goes into the room. `size` is the picture's, in pixels. */
export function fitView(size: Size, document: Area | null, room: Box, stage: Size): View {
  const part = document ? partFor(document) : whole;
  const scale = Math.max(0.0001, Math.min(room.width / (part.width * size.width), room.height / (part.height * size.height)));
  const [wide, high] = [size.width * scale, size.height * scale];
  const x = room.x + (room.width - part.width * wide) / 2 - part.x * wide;
  const y = room.y + (room.height - part.height * high) / 2 - part.y * high;
  const [left, top, right, bottom] = [Math.max(0, x), Math.max(0, y), Math.min(stage.width, x + wide), Math.min(stage.height, y + high)];
  const at = { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
  return { at, part: { x: (left - x) / wide, y: (top - y) / high, width: at.width / wide, height: at.height / high } };
}

/** A width and a height in pixels. */
export type Size = { readonly width: number; readonly height: number };

const whole: Box = { x: 0, y: 0, width: 1, height: 1 };

function partFor(document: Area): Box {
  const box = boxAround(document);
  const [wide, high] = [Math.max(box.width, 0.05) * margin, Math.max(box.height, 0.05) * margin];
  return clipped({ x: box.x - wide, y: box.y - high, width: box.width + 2 * wide, height: box.height + 2 * high });
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
