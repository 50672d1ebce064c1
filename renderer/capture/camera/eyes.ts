import { findDocument, type Hint } from '../geometry/find-document.ts';
import { formats, type Format } from '../geometry/formats.ts';
import { holds } from '../geometry/quad.ts';
import type { Quad, Rgba } from '../pixels.ts';
import type { Wanted } from '../preflight/port.ts';
import { crispness } from './crispness.ts';
import type { MeterEyes } from './meter.ts';

/** The eyes of the live meter for what is wanted; a face has no edge to look for. */
export function eyesFor(wanted: Wanted): MeterEyes {
  const hint = hintFor(wanted);
  return {
    find: (picture) => {
      const found = hint === null ? null : findDocument(picture, hint);
      return found === null || found.fills ? null : { quad: found.quad, dotsAnInch: dotsAnInch(found.quad, hint?.likely[0]) };
    },
    sharpness: crispness,
    glare: burntOut,
  };
}

function hintFor({ slot, idType }: Wanted): Hint | null {
  if (slot === 'liveness_check') return null;
  if (slot === 'proof_of_address') return { formats: [formats.a4, formats.letter], likely: [formats.a4] };
  return { formats: [formats.td3, formats.td2, formats.card], likely: [idType === 'passport' ? formats.td3 : formats.card] };
}

/** Dots an inch along the longer side, in the small picture. */
function dotsAnInch(quad: Quad, format: Format | undefined): number | null {
  if (!format) return null;
  const [a, b, , d] = quad;
  const longest = Math.max(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y));
  return (longest / Math.max(format.width, format.height)) * 25.4;
}

/** From here on all three colours are burnt out. */
const burnt = 252;

/** The share of the document's pixels that a lamp has burnt out. */
export function burntOut({ width, height, data }: Rgba, quad: Quad): number {
  const [left, right] = [Math.max(0, Math.min(...quad.map(({ x }) => x))), Math.min(width - 1, Math.max(...quad.map(({ x }) => x)))];
  const [top, bottom] = [Math.max(0, Math.min(...quad.map(({ y }) => y))), Math.min(height - 1, Math.max(...quad.map(({ y }) => y)))];
  let all = 0;
  let white = 0;
  for (let y = Math.ceil(top); y <= bottom; y += 2) {
    for (let x = Math.ceil(left); x <= right; x += 2) {
      if (!holds(quad, { x: x + 0.5, y: y + 0.5 })) continue;
      const at = (y * width + x) * 4;
      all += 1;
      if ((data[at] ?? 0) >= burnt && (data[at + 1] ?? 0) >= burnt && (data[at + 2] ?? 0) >= burnt) white += 1;
    }
  }
  return all === 0 ? 0 : white / all;
}
