import { readFileSync } from 'node:fs';
import { openFaceFinder, type FindFaces } from '../../../../renderer/capture/face/find-faces.ts';
import type { Rgba } from '../../../../renderer/capture/pixels.ts';
import { faceLook } from '../../../../renderer/capture/specimen/face/look.ts';
import { paintFace } from '../../../../renderer/capture/specimen/face/paint.ts';
import { chanceOf } from '../../../../renderer/capture/specimen/random.ts';

/** The finder with the model as it is installed. */
export function installedFinder(): FindFaces {
  const file = readFileSync('node_modules/@mediapipe/face_detection/face_detection_short_range.tflite');
  return openFaceFinder(new Uint8Array(file).buffer);
}

/** A wall of one grey with the faces of invented people: the middle and half the width of each as parts of the picture’s width. */
export function wall(width: number, height: number, faces: readonly { readonly x: number; readonly y: number; readonly half: number; readonly seed: string; readonly sex?: 'F' | 'M' }[]): Rgba {
  const data = new Uint8ClampedArray(width * height * 4).fill(186);
  const picture = { width, height, data, colorSpace: 'srgb' } as unknown as ImageData;
  for (const { x, y, half, seed, sex = 'F' } of faces) paintFace(picture, { x: x * width, y: y * height, half: half * width }, faceLook(seed, sex), true);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width, height, data };
}

/** Anything but a face: noise, stripes or blocks. */
export function pattern(kind: 'noise' | 'stripes' | 'blocks', width: number, height: number): Rgba {
  const chance = chanceOf(kind);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const value = kind === 'noise' ? chance.next() * 255 : kind === 'stripes' ? 128 + 100 * Math.sin(x / 7 + y / 31) : ((x >> 5) ^ (y >> 5)) % 2 === 0 ? 60 : 200;
    data.set([value, value, value, 255], at * 4);
  }
  return { width, height, data };
}

/** The picture turned clockwise around its middle, its size kept. */
export function turnedBy({ width, height, data }: Rgba, degrees: number): Rgba {
  const made = new Uint8ClampedArray(data.length).fill(186);
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [across, down] = [x - width / 2, y - height / 2];
      const from = { x: Math.round(width / 2 + across * cosine + down * sine), y: Math.round(height / 2 - across * sine + down * cosine) };
      if (from.x < 0 || from.y < 0 || from.x >= width || from.y >= height) continue;
      const place = (from.y * width + from.x) * 4;
      made.set(data.subarray(place, place + 4), (y * width + x) * 4);
    }
  }
  return { width, height, data: made };
}

/** The picture blurred by means over a square so many pixels a side, three times over. */
export function smeared(picture: Rgba, side: number): Rgba {
  let data = picture.data;
  for (let round = 0; round < 3; round += 1) data = once(once({ ...picture, data }, side, 1), side, picture.width);
  return { ...picture, data };

  function once(source: Rgba | Uint8ClampedArray, size: number, step: number): Uint8ClampedArray {
    const from = source instanceof Uint8ClampedArray ? source : source.data;
    return from.map((value, at) => {
      if (at % 4 === 3) return value;
      let sum = 0;
      for (let away = -(size >> 1); away <= size >> 1; away += 1) sum += from[at + away * step * 4] ?? value;
      return sum / (2 * (size >> 1) + 1);
    });
  }
}
