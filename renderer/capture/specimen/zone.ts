import { roundLetters } from './ocrb-round.ts';
import { sharpLetters } from './ocrb-sharp.ts';
import type { Sheet } from './sheet.ts';

// ICAO 9303-3, section 4: ten letters an inch, capitals about 2.5 mm high, lines a sixth to a quarter of an inch apart.
const pitch = 2.54;
const unit = pitch / 723;

/** How a zone is printed: stroke ends, ink from 0 grey to 1 black, extra weight of the strokes in mm, lines apart in mm. */
export type ZoneStyle = { readonly letters: 'round' | 'sharp'; readonly ink: number; readonly weight: number; readonly apart: number };

const paths = new Map<string, Path2D>();

function outline(letters: ZoneStyle['letters'], letter: string): Path2D {
  const key = `${letters}${letter}`;
  const known = paths.get(key);
  if (known) return known;
  const drawn = new Path2D((letters === 'round' ? roundLetters : sharpLetters)[letter] ?? '');
  paths.set(key, drawn);
  return drawn;
}

/** Prints the zone with the base line of its last line at `bottom` and keeps its place as `zone`. */
export function printZone(sheet: Sheet, lines: readonly string[], left: number, bottom: number, style: ZoneStyle): void {
  const { ctx } = sheet;
  const shade = Math.round(120 * (1 - style.ink));
  ctx.save();
  ctx.fillStyle = ctx.strokeStyle = `rgb(${shade + 6} ${shade + 6} ${shade + 10})`;
  ctx.lineWidth = style.weight / unit;
  lines.forEach((line, row) => {
    Array.from(line).forEach((letter, column) => {
      ctx.save();
      ctx.translate(left + column * pitch, bottom - (lines.length - 1 - row) * style.apart);
      ctx.scale(unit, -unit);
      ctx.fill(outline(style.letters, letter));
      if (style.weight > 0) ctx.stroke(outline(style.letters, letter));
      ctx.restore();
    });
  });
  ctx.restore();
  const top = bottom - (lines.length - 1) * style.apart - 2.55;
  sheet.places.set('zone', { x: left, y: top, width: Math.max(...lines.map((line) => line.length)) * pitch, height: bottom - top });
}
