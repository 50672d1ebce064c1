import { cornersOf, inverse, type Projection } from './camera.ts';

/** What lies flat and is photographed: its pixels and its size in mm. `curl` bends it: its middle is pushed down by that part of its height. */
export type Flat = { readonly picture: ImageData; readonly width: number; readonly height: number; readonly curl: number };

/** Lays a flat thing into a picture through a projection, bending it and shading the bend. */
export function warpInto(target: ImageData, flat: Flat, projection: Projection): void {
  const { picture, width, height, curl } = flat;
  const [a, b, c, d, e, f, g, h, i] = inverse(projection);
  const [sx, sy] = [picture.width / width, picture.height / height];
  const box = boxOf(target, flat, projection);
  const out = target.data;
  for (let row = box.top; row < box.bottom; row += 1) {
    for (let column = box.left; column < box.right; column += 1) {
      const px = column + 0.5;
      const py = row + 0.5;
      const depth = g * px + h * py + i;
      const u = (a * px + b * py + c) / depth / width + 0.5;
      if (u < -0.01 || u > 1.01) continue;
      const bend = curl * 4 * u * (1 - u);
      const down = (d * px + e * py + f) / depth / height + 0.5;
      const v = down - bend * (1 - 0.4 * down);
      mix(out, (row * target.width + column) * 4, picture, u * width * sx - 0.5, v * height * sy - 0.5, 1 - curl * 2.6 * (1 - 2 * u));
    }
  }
}

function boxOf(target: ImageData, { width, height, curl }: Flat, projection: Projection): { left: number; top: number; right: number; bottom: number } {
  const corners = cornersOf(projection, width * 1.01, height * (1.01 + Math.abs(curl) * 2.2));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))), top: Math.max(0, Math.floor(Math.min(...ys))),
    right: Math.min(target.width, Math.ceil(Math.max(...xs))), bottom: Math.min(target.height, Math.ceil(Math.max(...ys))),
  };
}

/** Lays the colour between four pixels over one; at its edge a thing covers as far as it reaches. */
function mix(out: Uint8ClampedArray, at: number, { width, height, data }: ImageData, x: number, y: number, shade: number): void {
  const edge = Math.min(x + 1, width - x, y + 1, height - y);
  if (edge <= 0) return;
  const cx = Math.min(width - 1.001, Math.max(0, x));
  const cy = Math.min(height - 1.001, Math.max(0, y));
  const left = cx | 0;
  const top = cy | 0;
  const u = cx - left;
  const v = cy - top;
  const p = (top * width + left) * 4;
  const q = p + width * 4;
  const w0 = (1 - u) * (1 - v);
  const w1 = u * (1 - v);
  const w2 = (1 - u) * v;
  const w3 = u * v;
  const alpha = (data[p + 3]! * w0 + data[p + 7]! * w1 + data[q + 3]! * w2 + data[q + 7]! * w3) / 255;
  const part = Math.min(1, edge) * alpha;
  if (part <= 0) return;
  const keep = 1 - part;
  const weight = part * shade;
  out[at] = out[at]! * keep + weight * (data[p]! * w0 + data[p + 4]! * w1 + data[q]! * w2 + data[q + 4]! * w3);
  out[at + 1] = out[at + 1]! * keep + weight * (data[p + 1]! * w0 + data[p + 5]! * w1 + data[q + 1]! * w2 + data[q + 5]! * w3);
  out[at + 2] = out[at + 2]! * keep + weight * (data[p + 2]! * w0 + data[p + 6]! * w1 + data[q + 2]! * w2 + data[q + 6]! * w3);
}
