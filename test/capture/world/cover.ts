import type { Colour } from '../../../renderer/capture/specimen/face/look.ts';
import type { Chance } from '../../../renderer/capture/specimen/random.ts';

type Context = OffscreenCanvasRenderingContext2D;
const skins: readonly Colour[] = [[226, 178, 148], [196, 142, 106], [142, 94, 66], [104, 70, 52]];
const shade = ([red, green, blue]: Colour, by: number) => `rgb(${red * by} ${green * by} ${blue * by})`;

/** Lays a finger from outside to a tip at 0, 0 that points along the x axis; `wide` in pixels. */
export function finger(ctx: Context, wide: number, chance: Chance): void {
  const skin = chance.pick(skins);
  const long = wide * 14;
  const round = ctx.createLinearGradient(0, -wide / 2, 0, wide / 2);
  [[0, 0.5], [0.2, 0.92], [0.45, 1.04], [0.8, 0.86], [1, 0.45]].forEach(([at, by]) => round.addColorStop(at ?? 0, shade(skin, by ?? 1)));
  ctx.save();
  ctx.shadowColor = 'rgba(0,0,0,0.45)';
  ctx.shadowBlur = wide * 0.3;
  ctx.fillStyle = round;
  ctx.beginPath();
  ctx.roundRect(-long, -wide / 2, long, wide, [0, wide * 0.48, wide * 0.48, 0]);
  ctx.fill();
  ctx.restore();
  ctx.fillStyle = shade([Math.min(255, skin[0] * 1.08), skin[1] * 0.98, skin[2] * 0.98], 1.02);
  ctx.beginPath();
  ctx.ellipse(-wide * 0.42, 0, wide * 0.36, wide * 0.31, 0, 0, 7);
  ctx.fill();
  ctx.strokeStyle = shade(skin, 0.68);
  ctx.lineWidth = wide * 0.025;
  ctx.stroke();
  for (const at of [1.35, 1.5, 3, 3.2]) {
    ctx.beginPath();
    ctx.arc(-wide * (at + 0.5), 0, wide * 0.5, -0.7, 0.7);
    ctx.stroke();
  }
}

/** Lays a thing of a desk with its middle at 0, 0: a sticky note, a coin, a card, a pen; `reach` is half its size in pixels. */
export function thing(ctx: Context, reach: number, chance: Chance): void {
  ctx.save();
  ctx.rotate(chance.between(-0.6, 0.6));
  ctx.shadowColor = 'rgba(0,0,0,0.5)';
  ctx.shadowBlur = reach * 0.25;
  const shape = chance.pick(['note', 'coin', 'lid', 'clip'] as const);
  ctx.fillStyle = { note: '#efd966', coin: '#b08d4a', lid: '#22252b', clip: '#3d5f9e' }[shape];
  ctx.beginPath();
  if (shape === 'coin' || shape === 'lid') ctx.arc(0, 0, reach, 0, 7);
  else ctx.rect(-reach, -reach * 0.8, reach * 2, reach * 1.6);
  ctx.fill();
  ctx.shadowColor = 'transparent';
  ctx.strokeStyle = 'rgba(0,0,0,0.35)';
  ctx.lineWidth = reach * 0.05;
  ctx.beginPath();
  if (shape === 'coin' || shape === 'lid') ctx.arc(0, 0, reach * 0.82, 0, 7);
  else for (let row = -2; row < 3; row += 1) ctx.rect(-reach * 0.8, row * reach * 0.25, reach * 1.3, 0.1);
  ctx.stroke();
  ctx.restore();
}

/** Lets a lamp mirror itself: burnt out in the middle, fading towards an ellipse's edge, turned by `angle`. */
export function glare(ctx: Context, wide: number, high: number, angle: number): void {
  ctx.save();
  ctx.rotate(angle);
  ctx.scale(wide, high);
  const glow = ctx.createRadialGradient(0, 0, 0, 0, 0, 1.35);
  [[0, 1], [0.62, 1], [0.74, 0.92], [0.85, 0.5], [1, 0]].forEach(([at, part]) => glow.addColorStop(at ?? 0, `rgba(255,255,252,${part ?? 0})`));
  ctx.globalCompositeOperation = 'lighter';
  ctx.fillStyle = glow;
  ctx.beginPath();
  ctx.arc(0, 0, 1.35, 0, 7);
  ctx.fill();
  ctx.restore();
}
