import type { Quad, Rgba } from '../../../../renderer/capture/pixels.ts';
import { apply, homography } from '../../../../renderer/capture/geometry/homography.ts';
import { wholeQuad } from '../../../../renderer/capture/geometry/quad.ts';
import { numbers, plain, type Colour } from './paper.ts';

/** What a document lies on. */
export type Desk = 'wood' | 'cloth' | 'white' | 'dark';

const colours: Readonly<Record<Desk, Colour>> = { wood: [150, 108, 70], cloth: [88, 104, 128], white: [232, 231, 228], dark: [42, 43, 46] };

/** An empty desk, with the grain of its kind. */
export function desk(kind: Desk, width: number, height: number, seed = 1): Rgba {
  const next = numbers(seed);
  const picture = plain(width, height, colours[kind]);
  const rows = Array.from({ length: 40 }, () => next() * 6.28);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const v = (y / height) * 39;
      const wave = Math.sin((rows[Math.floor(v)] ?? 0) + v * 9 + Math.sin(x / width * 7) * 2.2);
      const grain = kind === 'wood' ? wave * 14 : kind === 'cloth' ? (((x >> 1) + (y >> 1)) % 2) * 12 - 6 : 0;
      const light = grain + (next() - 0.5) * (kind === 'white' ? 3 : 8);
      for (let channel = 0; channel < 3; channel += 1) picture.data[(y * width + x) * 4 + channel] = (colours[kind][channel] ?? 0) + light;
    }
  }
  return picture;
}

/** Lays a flat page onto a desk with its corners at a quad, with a soft shadow below and to the right of it. */
export function laid(page: Rgba, on: Rgba, quad: Quad): Rgba {
  const back = homography(quad, wholeQuad(page.width, page.height));
  const out: Rgba = { width: on.width, height: on.height, data: on.data.slice() };
  const soft = on.width * 0.006;
  const lifted = (x: number, y: number) => apply(back, { x, y });
  for (let y = 0; y < on.height; y += 1) {
    for (let x = 0; x < on.width; x += 1) {
      const at = (y * on.width + x) * 4;
      const inside = [0.25, 0.75].reduce((sum, u) => sum + cover(page, lifted(x + u, y + 0.25)) + cover(page, lifted(x + u, y + 0.75)), 0) / 4;
      const shade = 1 - 0.16 * cover(page, lifted(x + 0.5 - soft, y + 0.5 - soft));
      for (let channel = 0; channel < 3; channel += 1) {
        const below = (on.data[at + channel] ?? 0) * shade;
        out.data[at + channel] = inside === 0 ? below : below * (1 - inside) + inside * sample(page, lifted(x + 0.5, y + 0.5), channel);
      }
    }
  }
  return out;
}

function cover(page: Rgba, { x, y }: { x: number; y: number }): number {
  return x >= 0 && y >= 0 && x < page.width && y < page.height ? 1 : 0;
}

/** The mean of the page around a place, so that shrinking doesn't alias. */
function sample(page: Rgba, { x, y }: { x: number; y: number }, channel: number): number {
  const u = Math.min(page.width - 1.001, Math.max(0, x - 0.5));
  const v = Math.min(page.height - 1.001, Math.max(0, y - 0.5));
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const at = (column: number, line: number) => page.data[((top + line) * page.width + left + column) * 4 + channel] ?? 0;
  const [p, q] = [u - left, v - top];
  return (at(0, 0) * (1 - p) + at(1, 0) * p) * (1 - q) + (at(0, 1) * (1 - p) + at(1, 1) * p) * q;
}
