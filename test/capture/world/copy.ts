import { grainOf } from '../../../renderer/capture/specimen/face/grain.ts';
import type { Chance } from '../../../renderer/capture/specimen/random.ts';
import { context } from './lens.ts';

/** A paper's photocopy in the middle of a white sheet, `margin` mm around it; gives the sheet and its size in mm. */
export function photocopied(canvas: OffscreenCanvas, width: number, height: number, chance: Chance): { canvas: OffscreenCanvas; width: number; height: number } {
  const margin = 16;
  const scale = canvas.width / width;
  const sheet = new OffscreenCanvas(Math.round((width + 2 * margin) * scale), Math.round((height + 2 * margin) * scale));
  const ctx = context(sheet);
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  // The lid leaves a dark hem along the card's edge.
  ctx.shadowColor = 'rgba(0,0,0,0.6)';
  ctx.shadowBlur = scale * 1.2;
  ctx.drawImage(canvas, margin * scale, margin * scale);
  const picture = ctx.getImageData(0, 0, sheet.width, sheet.height);
  toner(picture, chance);
  ctx.putImageData(picture, 0, 0);
  return { canvas: sheet, width: width + 2 * margin, height: height + 2 * margin };
}

/** Hard grey with grains of toner and a faint band or two. */
function toner({ width, height, data }: ImageData, chance: Chance): void {
  const grain = grainOf(String(chance.next()));
  const [middle, hard] = [chance.between(128, 150), chance.between(16, 26)];
  const bands = [chance.next() * width, chance.next() * width];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * 4;
      const grey = 0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]!;
      const rough = (grain(column * 0.71, row * 0.73) - 0.5) * 64 + (grain(column * 0.05, row * 0.05) - 0.5) * 18;
      const band = bands.some((place) => Math.abs(column - place) < width * 0.004) ? -26 : 0;
      const speck = grain(column + 0.3, row + 0.7) > 0.972 ? -150 : 0;
      const ink = 255 / (1 + Math.exp(-(grey + rough + band - middle) / hard));
      const level = 14 + ink * 0.94 + speck * (ink / 255);
      data[at] = data[at + 1] = data[at + 2] = level;
    }
  }
}
