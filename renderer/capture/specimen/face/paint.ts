import { featuresAt, smooth, type Layer } from './features.ts';
import { grainOf } from './grain.ts';
import { coverOf, hairShade } from './hair.ts';
import type { FaceLook } from './look.ts';
import { headWidth, reliefOf } from './relief.ts';

/** Where a face stands in its picture: the middle of the head and half its width, in pixels. */
export type FacePlace = { readonly x: number; readonly y: number; readonly half: number };

/** Paints a person from the shoulders up, in front of a plain wall unless `bare` leaves what was there. */
export function paintFace(picture: ImageData, place: FacePlace, look: FaceLook, bare = false): void {
  const { width, height, data } = picture;
  const relief = reliefOf(look);
  const grain = grainOf(look.grain);
  const [cos, sin] = [Math.cos(look.roll), Math.sin(look.roll)];
  const soft = Math.max(0.012, 1.1 / place.half);
  const colour: [number, number, number] = [0, 0, 0];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const fx = (column - place.x) / place.half;
      const fy = (row - place.y) / place.half;
      const x = fx * cos + fy * sin;
      const y = fy * cos - fx * sin;
      const at = (row * width + column) * 4;
      if (bare) {
        colour[0] = data[at] ?? 0;
        colour[1] = data[at + 1] ?? 0;
        colour[2] = data[at + 2] ?? 0;
      } else wall(colour, look, fx, fy);
      body(colour, look, x, y, fx, fy, grain);
      head(colour, look, x, y, soft, grain, relief.slope);
      const fine = (grain(column * 0.9, row * 0.9) - 0.5) * 7;
      data[at] = colour[0] + fine;
      data[at + 1] = colour[1] + fine;
      data[at + 2] = colour[2] + fine;
      data[at + 3] = 255;
    }
  }
}

type Ink = [number, number, number];

function lay(colour: Ink, layer: Layer): void {
  const part = layer[1];
  if (part <= 0) return;
  const over = layer[0];
  const keep = 1 - part;
  colour[0] = colour[0] * keep + over[0] * part;
  colour[1] = colour[1] * keep + over[1] * part;
  colour[2] = colour[2] * keep + over[2] * part;
}

function wall(colour: Ink, look: FaceLook, x: number, y: number): void {
  const light = 1 - 0.05 * y - 0.06 * x * look.light - 0.03 * (x * x + y * y) * 0.3;
  colour[0] = look.back[0] * light;
  colour[1] = look.back[1] * light;
  colour[2] = look.back[2] * light;
}

/** Hair behind the head, neck, shoulders. */
function body(colour: Ink, look: FaceLook, x: number, y: number, fx: number, fy: number, grain: (x: number, y: number) => number): void {
  const behind = coverOf(look, x, y).behind;
  if (behind > 0) lay(colour, [hairShade(look, x, y, grain, 0.62), behind]);
  if (fy < 0.55) return;
  const side = Math.abs(fx);
  const neck = (1 - smooth(0.5, 0.56, side - Math.max(0, fy - 1.4) * 0.45)) * smooth(0.6, 0.8, fy);
  const shadow = 0.5 + 0.3 * smooth(1.15, 1.9, fy) - 0.22 * (side / 0.55) ** 2 + 0.12 * fx * look.light;
  if (neck > 0) lay(colour, [[look.skin[0] * shadow, look.skin[1] * shadow * 0.95, look.skin[2] * shadow * 0.93], neck]);
  if (fy < 1.3) return;
  const line = 1.62 + 0.34 * Math.max(0, side - 0.3) ** 1.6 - (side < 0.55 ? 0.19 * (side / 0.55) ** 2 - 0.22 : -0.03);
  const weave = 0.86 + 0.12 * grain(fx * 60, fy * 60) + 0.1 * fx * look.light - 0.1 * Math.max(0, side - 1);
  lay(colour, [[look.cloth[0] * weave, look.cloth[1] * weave, look.cloth[2] * weave], smooth(-0.02, 0.02, fy - line)]);
  lay(colour, [[look.cloth[0] * 0.4, look.cloth[1] * 0.4, look.cloth[2] * 0.4], (1 - smooth(0.01, 0.05, Math.abs(fy - line - 0.02))) * 0.4]);
}

function head(colour: Ink, look: FaceLook, x: number, y: number, soft: number, grain: (x: number, y: number) => number, slope: (x: number, y: number) => readonly [number, number]): void {
  if (Math.abs(x) > 1.5 || y < -1.85 || y > 1.55) return;
  const ear = look.style === 'long' || look.style === 'scarf' ? 0 : 1 - smooth(0.85, 1.1, ((Math.abs(x) - 1) / 0.13) ** 2 + ((y - 0.06) / 0.3) ** 2);
  if (ear > 0) lay(colour, [[look.skin[0] * (0.6 + 0.25 * earRelief(x, y)), look.skin[1] * (0.52 + 0.24 * earRelief(x, y)), look.skin[2] * (0.5 + 0.24 * earRelief(x, y))], ear]);
  const inside = headWidth(look, y) - Math.abs(x);
  const covers = smooth(-soft, soft, inside) * (y < look.long && y > -look.long - 0.04 ? 1 : 0);
  if (covers > 0) lay(colour, [skinAt(look, x, y, soft, grain, slope), covers]);
  const { front } = coverOf(look, x, y);
  if (front > 0) lay(colour, [hairShade(look, x, y, grain, 1), front]);
}

/** The folds of an ear, 0 deep to 1 high. */
function earRelief(x: number, y: number): number {
  const far = Math.hypot((Math.abs(x) - 1.01) / 0.13, (y - 0.06) / 0.28);
  return 0.5 + 0.5 * Math.cos(far * 7);
}

function skinAt(look: FaceLook, x: number, y: number, soft: number, grain: (x: number, y: number) => number, slope: (x: number, y: number) => readonly [number, number]): Ink {
  const fx = x - look.yaw * Math.max(0, 1 - (x * x + y * y * 0.5));
  const tone: Ink = [...look.skin];
  const pores = 0.95 + 0.1 * grain(x * 110 + 40, y * 110 + 40) * grain(x * 31 + 9, y * 31);
  const flush = Math.exp(-(((Math.abs(fx) - 0.55) / 0.3) ** 2 + ((y - 0.35) / 0.25) ** 2)) * 0.3 + Math.exp(-((fx / 0.15) ** 2 + ((y - 0.33) / 0.14) ** 2)) * 0.25;
  lay(tone, [[look.skin[0] * 0.95, look.skin[1] * 0.74, look.skin[2] * 0.72], flush]);
  if (look.beard) lay(tone, [look.hair, beardAt(look, fx, y) * (0.45 + 0.5 * grain(x * 70, y * 40))]);
  for (const layer of featuresAt(look, fx, y, soft, grain(fx * 95 + y * 30, y * 60))) lay(tone, layer);
  const [right, down] = slope(fx, y);
  const length = Math.sqrt(right * right + down * down + 1);
  const lit = Math.max(0, (-right * look.light * 0.75 + down * 0.5 + 0.9) / length / 1.25);
  const gleam = Math.max(0, (-right * look.light * 0.5 + down * 0.35 + 0.95) / length / 1.13) ** 22 * 34;
  const bright = (0.42 + 0.7 * lit) * pores;
  return [tone[0] * bright + gleam, tone[1] * bright * 0.985 + gleam, tone[2] * bright * 0.97 + gleam];
}

function beardAt(look: FaceLook, x: number, y: number): number {
  const cheek = smooth(0.1, 0.35, y - 0.25 - 0.3 * (0.9 - Math.abs(x)));
  const bare = 1 - smooth(0.85, 1.15, (x / (look.mouth + 0.02)) ** 2 + ((y - 0.77) / 0.11) ** 2);
  const lip = smooth(0.52, 0.58, y) * (1 - smooth(0.64, 0.69, y)) * (1 - smooth(look.mouth, look.mouth + 0.15, Math.abs(x)));
  return Math.max(cheek * (1 - bare) * smooth(0.5, 0.62, y + Math.abs(x) * 0.5), lip) * 0.85;
}
