import type { Chance } from './random.ts';
import type { Sheet } from './sheet.ts';

/** The colours of a document: two tints of its paper, the lines of its pattern, the ink of its heads. */
export type Tint = { readonly from: string; readonly to: string; readonly line: string; readonly ink: string };

const tints: readonly Tint[] = [
  { from: '#f0eef3', to: '#e3e9ee', line: '#8f8bb0', ink: '#3a4a5c' }, { from: '#f6ecef', to: '#ece6f2', line: '#b58aa0', ink: '#6a2440' },
  { from: '#e9f1ea', to: '#f2efe2', line: '#86a88c', ink: '#22513a' }, { from: '#e7eef6', to: '#f0f2ec', line: '#7f9cc4', ink: '#1d3f74' },
  { from: '#f5f0e2', to: '#efe4dc', line: '#bf9f70', ink: '#6b4317' }, { from: '#e6f2f3', to: '#edeaf4', line: '#76adb2', ink: '#0c5560' },
  { from: '#f7efe8', to: '#e6efe9', line: '#c99a83', ink: '#7c3523' }, { from: '#eceff0', to: '#e2e4e8', line: '#8a949c', ink: '#30363c' },
];

/** The colours of a document of this chance. */
export function tintOf(chance: Chance): Tint {
  return chance.pick(tints);
}

/** Covers the sheet with tinted security paper: a slope of two tints and fine interwoven waves, with rosettes. */
export function securePaper(sheet: Sheet, tint: Tint, chance: Chance): void {
  const { ctx, width, height } = sheet;
  const slope = ctx.createLinearGradient(0, 0, width, height * chance.between(0.2, 1));
  slope.addColorStop(0, tint.from);
  slope.addColorStop(0.55, tint.to);
  slope.addColorStop(1, tint.from);
  ctx.fillStyle = slope;
  ctx.fillRect(0, 0, width, height);
  ctx.save();
  ctx.strokeStyle = tint.line;
  waves(sheet, chance);
  for (let turn = chance.whole(1, 2); turn > 0; turn -= 1) rosette(sheet, chance);
  ctx.restore();
}

function waves(sheet: Sheet, chance: Chance): void {
  const { ctx, width, height } = sheet;
  const long = chance.between(14, 30);
  const high = chance.between(0.9, 2.4);
  ctx.globalAlpha = chance.between(0.22, 0.36);
  ctx.lineWidth = 0.13;
  for (const side of [1, -1]) {
    ctx.beginPath();
    for (let y = -3; y < height + 3; y += chance.between(2.2, 2.6)) {
      for (let x = 0; x <= width; x += 1) ctx[x === 0 ? 'moveTo' : 'lineTo'](x, y + side * high * Math.sin((x / long) * 6.283 + y * 0.35));
    }
    ctx.stroke();
  }
}

function rosette(sheet: Sheet, chance: Chance): void {
  const { ctx, width, height } = sheet;
  const [x, y, big] = [width * chance.between(0.25, 0.9), height * chance.between(0.25, 0.7), height * chance.between(0.2, 0.34)];
  const petals = chance.whole(5, 11);
  ctx.globalAlpha = 0.22;
  ctx.lineWidth = 0.12;
  for (let ring = 0; ring < 9; ring += 1) {
    ctx.beginPath();
    for (let step = 0; step <= 240; step += 1) {
      const angle = (step / 240) * 6.2832;
      const far = big * (0.35 + ring * 0.07) * (1 + 0.16 * Math.sin(petals * angle + ring * 0.5));
      ctx[step === 0 ? 'moveTo' : 'lineTo'](x + far * Math.cos(angle), y + far * Math.sin(angle));
    }
    ctx.stroke();
  }
}

/** The word that keeps a drawing from being taken for a document: pale, large, across `at`. */
export function specimenMark(sheet: Sheet, x: number, y: number, size: number, colour: string, turn = 0): void {
  const { ctx } = sheet;
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(turn);
  ctx.globalAlpha = 0.2;
  ctx.fillStyle = colour;
  ctx.font = `800 ${size}px Specimen, sans-serif`;
  ctx.textAlign = 'center';
  ctx.letterSpacing = `${size * 0.12}px`;
  ctx.fillText('SPECIMEN', 0, size * 0.36);
  ctx.restore();
}
