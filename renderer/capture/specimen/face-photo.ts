import { faceLook } from './face/look.ts';
import { paintFace } from './face/paint.ts';
import type { Person } from './people/person.ts';

/** A photo of the invented person before a plain wall, with the word that says what it is. */
export function facePhoto({ face, sex }: Person, seed: string): OffscreenCanvas {
  const canvas = new OffscreenCanvas(1_200, 1_500);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('There is no canvas to draw on.');
  const picture = ctx.createImageData(canvas.width, canvas.height);
  paintFace(picture, { x: 600, y: 700, half: 290 }, faceLook(face, sex, seed));
  ctx.putImageData(picture, 0, 0);
  ctx.fillStyle = 'rgb(40 40 48 / 60%)';
  ctx.font = '700 54px Specimen, sans-serif';
  ctx.fillText('SPECIMEN', 60, 110);
  return canvas;
}
