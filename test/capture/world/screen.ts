import type { Chance } from '../../../renderer/capture/specimen/random.ts';
import { context } from './lens.ts';

/** A screen that shows a paper: its picture with every dot as three stripes, its size in mm, and how many mm on it one mm of the paper takes. */
export type Shown = { readonly canvas: OffscreenCanvas; readonly width: number; readonly height: number; readonly scale: number };

/** Shows a paper (as many pixels as the screen has dots for it) in a window on a screen of `dots` to the mm. */
export function onScreen(paper: OffscreenCanvas, width: number, dots: number, bezel: boolean, chance: Chance): Shown {
  const [wide, high] = [Math.round(paper.width * 1.3), Math.round(paper.height * 1.35)];
  const dotted = new OffscreenCanvas(wide, high);
  const ctx = context(dotted);
  ctx.fillStyle = chance.pick(['#e9ebee', '#2a2c31', '#ccd3da']);
  ctx.fillRect(0, 0, wide, high);
  ctx.fillStyle = '#5a6069';
  ctx.fillRect(0, 0, wide, high * 0.05);
  ctx.drawImage(paper, (wide - paper.width) / 2, (high - paper.height) / 2);
  const sharp = striped(ctx.getImageData(0, 0, wide, high), chance);
  return { canvas: bezel ? framed(sharp) : sharp, width: wide / dots, height: high / dots, scale: paper.width / dots / width };
}

const fine = 4;

/** Every dot as four by four pixels: a red, a green and a blue stripe, and dark gaps. */
function striped({ width, height, data }: ImageData, chance: Chance): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width * fine, height * fine);
  const ctx = context(canvas);
  const picture = ctx.createImageData(canvas.width, canvas.height);
  const out = picture.data;
  const cool = chance.between(1, 1.08);
  for (let row = 0; row < canvas.height; row += 1) {
    const gap = row % fine === fine - 1 ? 0.45 : 1;
    for (let column = 0; column < canvas.width; column += 1) {
      const from = (((row / fine) | 0) * width + ((column / fine) | 0)) * 4;
      const at = (row * canvas.width + column) * 4;
      const stripe = column % fine;
      for (let colour = 0; colour < 3; colour += 1) out[at + colour] = data[from + colour]! * (stripe === colour ? 1 : stripe === 3 ? 0.3 : 0.52) * gap * (colour === 2 ? cool : 1);
      out[at + 3] = 255;
    }
  }
  ctx.putImageData(picture, 0, 0);
  return canvas;
}

/** The plastic edge around the lit part. */
function framed(canvas: OffscreenCanvas): OffscreenCanvas {
  const ctx = context(canvas);
  ctx.strokeStyle = '#0b0c0e';
  ctx.lineWidth = canvas.width * 0.045;
  ctx.strokeRect(0, 0, canvas.width, canvas.height);
  return canvas;
}
