import { grainOf } from '../../../renderer/capture/specimen/face/grain.ts';
import type { Chance } from '../../../renderer/capture/specimen/random.ts';
import type { Ground } from './recipe.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Covers a picture with what the document lies on. */
export function layGround(ctx: Context, ground: Ground, chance: Chance): void {
  const { width, height } = ctx.canvas;
  if (ground === 'scanner' || ground === 'full') {
    const white = chance.whole(244, 253);
    ctx.fillStyle = `rgb(${white} ${white} ${white})`;
    ctx.fillRect(0, 0, width, height);
    return;
  }
  const shrink = 3;
  const small = new OffscreenCanvas(Math.ceil(width / shrink), Math.ceil(height / shrink));
  const drawing = small.getContext('2d');
  if (!drawing) throw new Error('There is no canvas to draw on.');
  const picture = drawing.createImageData(small.width, small.height);
  weave(picture, ground, chance);
  drawing.putImageData(picture, 0, 0);
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(small, 0, 0, width, height);
  if (ground === 'clutter') strew(ctx, chance);
}

const tones: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  wood: [[142, 98, 62], [176, 134, 92], [98, 66, 44], [120, 84, 60]],
  cloth: [[92, 104, 122], [122, 88, 84], [78, 96, 80], [58, 62, 78]],
  paper: [[226, 226, 222], [216, 218, 220], [230, 226, 214]],
  dark: [[46, 44, 42], [34, 36, 40], [58, 54, 50]],
  clutter: [[128, 110, 92], [96, 98, 104], [82, 74, 66]],
};

function weave(picture: ImageData, ground: Ground, chance: Chance): void {
  const { width, height, data } = picture;
  const grain = grainOf(String(chance.next()));
  const tone = chance.pick(tones[ground] ?? tones['dark']!);
  const turned = chance.happens(0.5);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [x, y] = turned ? [row, column] : [column, row];
      const light = lightOf(ground, x, y, grain);
      const at = (row * width + column) * 4;
      data[at] = tone[0] * light;
      data[at + 1] = tone[1] * light;
      data[at + 2] = tone[2] * light;
      data[at + 3] = 255;
    }
  }
}

function lightOf(ground: Ground, x: number, y: number, grain: (x: number, y: number) => number): number {
  if (ground === 'wood' || ground === 'clutter') {
    const ring = Math.sin(y * 0.09 + 5 * grain(x * 0.004 + 9, y * 0.03 + 3));
    return 0.86 + 0.09 * ring + 0.16 * (grain(x * 0.03, y * 0.9) - 0.5) + 0.06 * (grain(x * 0.6, y * 0.6) - 0.5);
  }
  if (ground === 'cloth') return 0.9 + 0.1 * Math.sin(x * 1.1) * Math.sin(y * 1.1) + 0.22 * (grain(x * 0.012, y * 0.012) - 0.5) + 0.12 * (grain(x, y) - 0.5);
  return 0.97 + 0.05 * (grain(x * 0.02, y * 0.02) - 0.5) + 0.03 * (grain(x, y) - 0.5) * (ground === 'dark' ? 3 : 1);
}

/** Things of a desk: sheets with lines, a pen, a cup's rim, keys. */
function strew(ctx: Context, chance: Chance): void {
  const { width, height } = ctx.canvas;
  const reach = Math.max(width, height);
  for (let count = chance.whole(3, 6); count > 0; count -= 1) {
    ctx.save();
    ctx.translate(chance.between(0, 1) * width, chance.between(0, 1) * height);
    ctx.rotate(chance.between(-3, 3));
    ctx.shadowColor = 'rgba(0,0,0,0.5)';
    ctx.shadowBlur = reach * 0.012;
    chance.pick([sheetOfPaper, pen, cup, keys])(ctx, reach, chance);
    ctx.restore();
  }
}

function sheetOfPaper(ctx: Context, reach: number, chance: Chance): void {
  const [wide, high] = [reach * chance.between(0.25, 0.4), reach * chance.between(0.3, 0.5)];
  ctx.fillStyle = chance.pick(['#d9d5c8', '#c9d2d8', '#e1dcc0']);
  ctx.fillRect(-wide / 2, -high / 2, wide, high);
  ctx.shadowColor = 'transparent';
  ctx.fillStyle = '#5d6068';
  for (let y = -high * 0.4; y < high * 0.4; y += high * 0.045) ctx.fillRect(-wide * 0.4, y, wide * chance.between(0.4, 0.8), high * 0.011);
}

function pen(ctx: Context, reach: number, chance: Chance): void {
  const shine = ctx.createLinearGradient(0, -reach * 0.008, 0, reach * 0.008);
  shine.addColorStop(0, '#20222a');
  shine.addColorStop(0.4, chance.pick(['#5b7fd0', '#c24a3c', '#8e9299']));
  shine.addColorStop(1, '#15161a');
  ctx.fillStyle = shine;
  ctx.fillRect(-reach * 0.16, -reach * 0.008, reach * 0.32, reach * 0.016);
}

function cup(ctx: Context, reach: number): void {
  for (const [size, colour] of [[0.085, '#cfcac2'], [0.074, '#8f8a82'], [0.068, '#3a261a']] as const) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(0, 0, reach * size, 0, 7);
    ctx.fill();
    ctx.shadowColor = 'transparent';
  }
}

function keys(ctx: Context, reach: number): void {
  ctx.fillStyle = '#2b2d33';
  ctx.fillRect(-reach * 0.2, -reach * 0.07, reach * 0.4, reach * 0.14);
  ctx.shadowColor = 'transparent';
  ctx.fillStyle = '#43464e';
  for (let column = 0; column < 11; column += 1) for (let row = 0; row < 4; row += 1) ctx.fillRect(reach * (-0.19 + column * 0.035), reach * (-0.062 + row * 0.032), reach * 0.029, reach * 0.026);
}
