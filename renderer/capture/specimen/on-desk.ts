import { chanceOf } from './random.ts';
import type { Sheet } from './sheet.ts';

/** A careful photo of a flat paper: straight from above, a little turned, on a plain dark desk in even light, with the shadow of its edges. */
export function layOnDesk({ canvas: paper }: Sheet, seed: string): OffscreenCanvas {
  const chance = chanceOf(`${seed}/desk`);
  const rim = Math.max(paper.width, paper.height) * 0.1;
  const [width, height] = [Math.round(paper.width + 2 * rim), Math.round(paper.height + 2 * rim)];
  const { canvas, ctx } = desk(width, height);
  ctx.translate(width / 2, height / 2);
  ctx.rotate((chance.between(0.6, 1.8) * (chance.happens(0.5) ? 1 : -1) * Math.PI) / 180);
  ctx.shadowColor = 'rgb(0 0 0 / 60%)';
  ctx.shadowBlur = rim * 0.12;
  ctx.shadowOffsetY = rim * 0.04;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(paper, -paper.width / 2, -paper.height / 2);
  grain(ctx, seed);
  return canvas;
}

function desk(width: number, height: number): { readonly canvas: OffscreenCanvas; readonly ctx: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(width, height);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('There is no canvas to draw on.');
  const light = ctx.createLinearGradient(0, 0, width, height);
  light.addColorStop(0, '#4b463f');
  light.addColorStop(1, '#38342f');
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, width, height);
  return { canvas, ctx };
}

/** What every camera adds: light a little weaker at the edge, and noise. */
function grain(ctx: OffscreenCanvasRenderingContext2D, seed: string): void {
  const { width, height } = ctx.canvas;
  const chance = chanceOf(`${seed}/grain`);
  const noise = Float32Array.from({ length: 8191 }, () => (chance.next() + chance.next() - 1) * 5);
  const picture = ctx.getImageData(0, 0, width, height);
  const { data } = picture;
  for (let row = 0, at = 0, turn = 0; row < height; row += 1) {
    const down = (row / height - 0.5) ** 2;
    for (let column = 0; column < width; column += 1, at += 4, turn = (turn + 7) % 8191) {
      const fall = 0.97 - 0.12 * (down + (column / width - 0.5) ** 2);
      const add = noise[(turn + row) % 8191] ?? 0;
      for (let colour = at; colour < at + 3; colour += 1) data[colour] = (data[colour] ?? 0) * fall + add;
    }
  }
  ctx.putImageData(picture, 0, 0);
}
