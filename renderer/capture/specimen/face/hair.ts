import { smooth } from './features.ts';
import type { Grain } from './grain.ts';
import type { Colour, FaceLook } from './look.ts';
import { headWidth } from './relief.ts';

const bare = { behind: 0, front: 0 } as const;

/** How far hair (or a scarf) covers a place: behind the head, and in front of the face. */
export function coverOf(look: FaceLook, x: number, y: number): { readonly behind: number; readonly front: number } {
  if (look.style === 'bald' || Math.abs(x) > 1.7 || y > 2.1 || y < -2.1) return bare;
  return { behind: behindAt(look, x, y), front: frontAt(look, x, y) };
}

function behindAt(look: FaceLook, x: number, y: number): number {
  const side = Math.abs(x);
  const crown = 1 - smooth(0.97, 1.03, Math.hypot(x / 1.14, Math.min(0, y + 0.15) / (look.long - 0.02)));
  if (look.style === 'long' || look.style === 'scarf') {
    const fall = (1 - smooth(1.16, 1.22, side - 0.06 * Math.sin(y * 3) - (look.style === 'scarf' ? 0.1 * y : 0))) * (1 - smooth(1.75, 2.05, y)) * smooth(-0.2, -0.1, y);
    return Math.max(crown * (y < 0 ? 1 : 0), fall);
  }
  if (look.style === 'bun') return 1 - smooth(0.95, 1.05, Math.hypot(x / 0.5, (y + look.long + 0.22) / 0.36));
  return 0;
}

function frontAt(look: FaceLook, x: number, y: number): number {
  const side = Math.abs(x);
  const puff = look.style === 'curly' ? 0.22 : look.style === 'short' ? 0.07 : 0.11;
  const outer = Math.hypot(x / (1 + puff), y / (look.long + puff + 0.02));
  const within = 1 - smooth(0.985, 1.015, outer);
  if (within <= 0) return 0;
  const temple = look.style === 'short' || look.style === 'curly' ? 0.22 : look.style === 'scarf' ? 1.28 : 1.02;
  const edge = look.hairline + 0.1 * Math.cos(x * 2.2) - 0.12 + 1.4 * Math.max(0, side - 0.62) ** 1.5 + (side > 0.74 ? (side - 0.74) * 3.2 : 0);
  const sides = side > headWidth(look, y) - (look.style === 'long' || look.style === 'scarf' ? 0.17 : 0.09) && y < temple ? smooth(0, 0.05, side - headWidth(look, y) + (look.style === 'long' || look.style === 'scarf' ? 0.17 : 0.1)) * (1 - smooth(temple - 0.15, temple, y)) : 0;
  return within * Math.max(1 - smooth(-0.025, 0.025, y - edge + 0.02 * Math.sin(x * 37) * Math.sin(x * 11 + 1)), sides);
}

/** The colour of hair at a place: strands that run from the crown, a sheen; a scarf is smooth cloth in folds. */
export function hairShade(look: FaceLook, x: number, y: number, grain: Grain, bright: number): Colour {
  if (look.style === 'scarf') {
    const fold = bright * (0.8 + 0.22 * Math.sin(x * 7 + y * 5 + 3 * grain(x * 2 + 20, y * 2 + 20)) * 0.5 + 0.08 * grain(x * 90 + 9, y * 90));
    return [look.cloth[0] * fold + 26, look.cloth[1] * fold + 26, look.cloth[2] * fold + 26];
  }
  const angle = Math.atan2(x, -(y - 1.2)) * 46;
  const far = Math.hypot(x, y - 0.3);
  const strand = look.style === 'curly' ? grain(x * 26 + 50, y * 26 + 50) * 0.6 + grain(x * 60, y * 60) * 0.4 : grain(angle * 1.9 + 100, far * 4 + 30) * 0.65 + grain(angle * 5.1 + 60, far * 9) * 0.35;
  const sheen = 0.35 * Math.exp(-(((far - 1.25) / 0.16) ** 2)) * (0.6 + 0.5 * look.light * x);
  const tone = bright * (0.62 + 0.62 * strand + sheen);
  return [look.hair[0] * tone + 8 * sheen, look.hair[1] * tone + 8 * sheen, look.hair[2] * tone + 9 * sheen];
}
