import type { Grey } from '../pixels.ts';

/** The least difference between neighbours that counts as an edge: what is weaker may be noise. */
const edge = 12;

/**
 * How sharp a small piece is, 0 to 100: how much of the difference between neighbours goes when they are smeared into one another. A sharp edge
 * loses most of it, a blurred one keeps it. A piece without edges says 0. Across and down are read apart and the worse one counts, for a hand
 * that moves blurs one way only.
 */
export function crispness(piece: Grey): number {
  const across = lost(piece, 1, piece.width);
  const down = lost(piece, piece.width, 1);
  return Math.round(Math.max(0, Math.min(1, (Math.min(across, down) - 0.15) / 0.45)) * 100);
}

/** The share of the differences along `step` that smearing along it takes away. */
function lost({ data }: Grey, step: number, other: number): number {
  let before = 0;
  let after = 0;
  for (let at = step * 4; at < data.length - step * 5; at += other === 1 ? 1 : other >> 5 || 1) {
    const here = data[at] ?? 0;
    const next = data[at + step] ?? 0;
    const difference = Math.abs(next - here);
    if (difference < edge) continue;
    // The means of seven in a row, of this one and of its neighbour, differ by the ends alone.
    const smeared = Math.abs((data[at + step * 4] ?? 0) - (data[at - step * 3] ?? 0)) / 7;
    before += difference;
    after += Math.min(smeared, difference);
  }
  return before === 0 ? 0 : (before - after) / before;
}
