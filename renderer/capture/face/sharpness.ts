import type { Point, Quad, Rgba } from '../pixels.ts';

/** The face is looked at this large, in pixels a side, whatever its size in the picture. */
const side = 160;
/** An edge counts when it is at least this strong, of 255: noise and skin are weaker. */
const strongest = 24;
/** How steep edges are, in parts of their own height a pixel, in a blurred face and in a sharp one. */
const [soft, crisp] = [0.12, 0.42] as const;

/** How sharp a face is, 0 to 100: how steep its strongest edges (eyes, brows, mouth) are for their height. */
export function faceSharpness(picture: Rgba, quad: Quad): number {
  const grey = straight(picture, quad);
  const steep: number[] = [];
  for (let y = 4; y < side - 4; y += 2) {
    for (let x = 4; x < side - 4; x += 2) {
      const slope = steepness(grey, y * side + x);
      if (slope !== null) steep.push(slope);
    }
  }
  if (steep.length < 20) return 0;
  const upper = steep.toSorted((a, b) => b - a)[Math.floor(steep.length * 0.15)] ?? 0;
  return Math.round(100 * Math.min(1, Math.max(0, (upper - soft) / (crisp - soft))));
}

/** The slope at a place across the stronger direction as part of the difference around it; null where there is no edge. */
function steepness(grey: Float32Array, at: number): number | null {
  const across = Math.abs(read(grey, at + 1) - read(grey, at - 1)) / 2;
  const down = Math.abs(read(grey, at + side) - read(grey, at - side)) / 2;
  const step = across > down ? 1 : side;
  let [low, high] = [255, 0];
  for (let away = -4; away <= 4; away += 1) {
    const value = read(grey, at + away * step);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low < strongest ? null : Math.max(across, down) / (high - low);
}

const read = (grey: Float32Array, at: number) => grey[at] ?? 0;

/** The face upright in grey, between its four corners. */
function straight(picture: Rgba, [topLeft, topRight, bottomRight, bottomLeft]: Quad): Float32Array {
  const grey = new Float32Array(side * side);
  for (let y = 0, to = 0; y < side; y += 1) {
    const left = between(topLeft, bottomLeft, y / (side - 1));
    const right = between(topRight, bottomRight, y / (side - 1));
    for (let x = 0; x < side; x += 1, to += 1) grey[to] = greyAt(picture, between(left, right, x / (side - 1)));
  }
  return grey;
}

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** Brightness at a place between pixels, at the edge beyond it. */
function greyAt({ width, height, data }: Rgba, { x, y }: Point): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [right, down] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const at = (row: number, column: number) => {
    const place = (row * width + column) * 4;
    return 0.299 * (data[place] ?? 0) + 0.587 * (data[place + 1] ?? 0) + 0.114 * (data[place + 2] ?? 0);
  };
  const upper = at(top, left) * (1 - right) + at(top, left + 1) * right;
  const lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right;
  return upper * (1 - down) + lower * down;
}
