import type { Quad, Rgba } from '../pixels.ts';
import { homography, type Homography } from './homography.ts';
import { sizeOf, wholeQuad } from './quad.ts';
import { wordsOf } from './turn.ts';

/** Lays the quad of a picture out flat as a picture of these sizes (bilinear). What lies outside the picture repeats its edge. */
export function warp(picture: Rgba, quad: Quad, width: number, height: number): Rgba {
  const map = homography(wholeQuad(width, height), quad);
  const out = new Uint32Array(width * height);
  const words = wordsOf(picture);
  for (let y = 0; y < height; y += 1) warpRow(words, picture.width, picture.height, map, out, y, width);
  return { width, height, data: new Uint8ClampedArray(out.buffer) };
}

/** Two channels at a time: red and blue in one number, green and alpha in the other, with weights of 1/256. */
function warpRow(words: Uint32Array, wide: number, high: number, map: Homography, out: Uint32Array, y: number, width: number): void {
  const [a, b, c, d, e, f, g, h, i] = map;
  const mostX = wide - 1.001;
  const mostY = high - 1.001;
  let u = a * 0.5 + b * (y + 0.5) + c;
  let v = d * 0.5 + e * (y + 0.5) + f;
  let w = g * 0.5 + h * (y + 0.5) + i;
  const end = (y + 1) * width;
  for (let at = y * width; at < end; at += 1) {
    const by = 1 / w;
    const rawX = u * by - 0.5;
    const rawY = v * by - 0.5;
    const sourceX = ((rawX < 0 ? 0 : rawX > mostX ? mostX : rawX) * 256) | 0;
    const sourceY = ((rawY < 0 ? 0 : rawY > mostY ? mostY : rawY) * 256) | 0;
    const fx = sourceX & 255;
    const fy = sourceY & 255;
    const from = (sourceY >> 8) * wide + (sourceX >> 8);
    const p = words[from] ?? 0;
    const q = words[from + 1] ?? 0;
    const r = words[from + wide] ?? 0;
    const s = words[from + wide + 1] ?? 0;
    const upper = mix(p & 0xff00ff, q & 0xff00ff, fx);
    const lower = mix(r & 0xff00ff, s & 0xff00ff, fx);
    const upper2 = mix((p >>> 8) & 0xff00ff, (q >>> 8) & 0xff00ff, fx);
    const lower2 = mix((r >>> 8) & 0xff00ff, (s >>> 8) & 0xff00ff, fx);
    out[at] = mix(upper, lower, fy) | (mix(upper2, lower2, fy) << 8);
    u += a;
    v += d;
    w += g;
  }
}

function mix(first: number, second: number, part: number): number {
  return (((Math.imul(first, 256 - part) + Math.imul(second, part)) | 0) >>> 8) & 0xff00ff;
}

/** The sizes at which a quad keeps about all of its pixels, at most `most` on the longer side. */
export function flatSize(quad: Quad, most = 8000): { readonly width: number; readonly height: number } {
  const { width, height } = sizeOf(quad);
  const factor = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
