import type { Colour, FaceLook } from './look.ts';

/** A colour laid over what is below, as far as `part` (0 to 1) covers it. */
export type Layer = readonly [Colour, number];

/** 0 below `low`, 1 above `high`, smooth between. */
export function smooth(low: number, high: number, value: number): number {
  const part = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return part * part * (3 - 2 * part);
}

const white: Colour = [232, 228, 224];
const dark: Colour = [22, 16, 16];

/** Eyes, brows, nostrils and lips at a place of the face, bottom layer first; `soft` is how wide an edge is. */
export function featuresAt(look: FaceLook, x: number, y: number, soft: number, grain: number): readonly Layer[] {
  if (y > -0.6 && y < 0.12) return [...browAt(look, x, y, grain), ...eyeAt(look, x, y, soft)];
  if (y >= 0.3 && y < 0.5) return nostrils(look, x, y);
  return y >= 0.6 && y < 0.95 ? lipsAt(look, x, y, soft) : [];
}

function browAt(look: FaceLook, x: number, y: number, grain: number): readonly Layer[] {
  const u = (Math.abs(x) - look.apart) / (look.eyes * 1.45);
  if (Math.abs(u) > 1.15) return [];
  const middle = -0.345 - 0.055 * (1 - (u - 0.2) ** 2) + 0.03 * u;
  const thick = look.brow * (1 - 0.55 * smooth(0.1, 1.1, u));
  const part = (1 - smooth(thick * 0.55, thick * 1.25, Math.abs(y - middle))) * (1 - smooth(0.85, 1.1, Math.abs(u)));
  const tone: Colour = look.hair[0] > 120 ? [look.hair[0] * 0.6, look.hair[1] * 0.6, look.hair[2] * 0.6] : look.hair;
  return [[tone, part * (0.68 + 0.32 * grain)]];
}

function eyeAt(look: FaceLook, x: number, y: number, soft: number): readonly Layer[] {
  const side = Math.abs(x);
  const u = (side - look.apart) / look.eyes;
  if (Math.abs(u) > 1.35 || y > 0.1 || y < -0.26) return [];
  const bend = Math.max(0, 1 - u * u);
  const upper = -0.08 - 0.078 * bend ** 0.75 - 0.012 * u;
  const lower = -0.08 + 0.052 * bend ** 0.9 - 0.012 * u;
  const open = smooth(-soft, soft, y - upper) * smooth(-soft, soft, lower - y) * (Math.abs(u) < 1 ? 1 : 0);
  const [dx, dy] = [x - Math.sign(x) * look.apart - look.yaw * 0.25, y + 0.094];
  const far = Math.hypot(dx, dy);
  const ball = 0.085 * (look.eyes / 0.205);
  const shade = 1 - 0.45 * (1 - smooth(0, 0.06, y - upper)) - 0.15 * u * u;
  const rim = smooth(ball * 0.75, ball, far);
  const iris: Colour = [look.iris[0] * (1 - 0.6 * rim) * (0.7 + 5 * Math.max(0, dy)), look.iris[1] * (1 - 0.6 * rim) * (0.7 + 5 * Math.max(0, dy)), look.iris[2] * (1 - 0.6 * rim) * (0.7 + 5 * Math.max(0, dy))];
  const glint = Math.hypot(dx - 0.028 * Math.sign(look.light + 0.01), dy + 0.03);
  const crease = (1 - smooth(0.008, 0.022, Math.abs(y - upper + 0.05))) * 0.35 * bend;
  const lash = (1 - smooth(0.012, 0.012 + soft * 1.6 + 0.008, Math.abs(y - upper + 0.006))) * (1 - smooth(0.95, 1.12, Math.abs(u)));
  const below = (1 - smooth(0.006, 0.02, Math.abs(y - lower))) * 0.4 * (1 - smooth(0.8, 1, Math.abs(u)));
  return [
    [[look.skin[0] * 0.5, look.skin[1] * 0.42, look.skin[2] * 0.4], crease],
    [[white[0] * shade, white[1] * shade, white[2] * shade], open], [iris, open * (1 - smooth(ball - soft, ball + soft, far))], [dark, open * (1 - smooth(ball * 0.42 - soft, ball * 0.42 + soft, far))],
    [[255, 255, 255], open * (1 - smooth(0.014, 0.024, glint)) * 0.95], [[look.skin[0] * 0.45, look.skin[1] * 0.35, look.skin[2] * 0.33], below], [dark, lash * 0.9],
  ];
}

function nostrils(look: FaceLook, x: number, y: number): readonly Layer[] {
  const u = (Math.abs(x) - look.nose * 0.5) / (look.nose * 0.42);
  const v = (y - 0.44 + 0.02 * u) / 0.028;
  const shade: Colour = [look.skin[0] * 0.32, look.skin[1] * 0.24, look.skin[2] * 0.22];
  const wing = (1 - smooth(0.01, 0.05, Math.abs(Math.hypot(Math.abs(x) - look.nose * 0.8, y - 0.38) - 0.085))) * smooth(0, 0.05, Math.abs(x) - look.nose * 0.85) * 0.35;
  return [[shade, (1 - smooth(0.45, 1.2, u * u + v * v)) * 0.9], [[look.skin[0] * 0.6, look.skin[1] * 0.5, look.skin[2] * 0.48], wing]];
}

function lipsAt(look: FaceLook, x: number, y: number, soft: number): readonly Layer[] {
  const u = x / look.mouth;
  if (Math.abs(u) > 1.1) return [];
  const bend = Math.max(0, 1 - u * u) ** 0.85;
  const line = 0.762 - look.smile * u * u * 1.2 + 0.005 * Math.cos(u * 6);
  const top = line - 0.062 * bend ** 0.8 + 0.016 * Math.exp(-((u / 0.12) ** 2));
  const bottom = line + 0.085 * bend ** 0.7;
  const part = smooth(-soft - 0.01, soft + 0.01, y - top) * smooth(-soft - 0.012, soft + 0.012, bottom - y) * (1 - smooth(0.95, 1.05, Math.abs(u)));
  const gleam = 0.9 + 0.25 * Math.exp(-(((y - line - 0.045) / 0.02) ** 2 + (u / 0.4) ** 2));
  const seam = (1 - smooth(0.004, 0.012 + soft, Math.abs(y - line))) * (1 - smooth(0.9, 1.06, Math.abs(u)));
  const under = Math.exp(-(((y - bottom - 0.045) / 0.03) ** 2)) * bend * 0.22;
  return [[[look.lip[0] * gleam, look.lip[1] * gleam, look.lip[2] * gleam], part * 0.85], [[look.lip[0] * 0.3, look.lip[1] * 0.25, look.lip[2] * 0.25], seam * 0.85], [[look.skin[0] * 0.5, look.skin[1] * 0.42, look.skin[2] * 0.4], under]];
}
