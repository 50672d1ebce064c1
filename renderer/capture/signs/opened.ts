import { zonesOf, type Zone } from './zones.ts';

/** The parts of a zone that are at least about twice `reach` wide: what only hangs on to them by a narrow or thin part is cut off. */
export function stoutParts(zone: Zone, width: number, height: number, reach: number): readonly Zone[] {
  const own = new Uint8Array(width * height);
  for (const cell of zone.cells) own[cell] = 1;
  const core = stretched(own, width, height, reach, 0);
  return zonesOf(width, height, 1, (from, to) => core[from] === 1 && core[to] === 1).flatMap((part) => {
    const alone = new Uint8Array(own.length);
    for (const cell of part.cells) alone[cell] = 1;
    const whole = stretched(alone, width, height, reach, 1);
    return zonesOf(width, height, part.cells.length, (from, to) => (whole[from] ?? 0) + (own[from] ?? 0) + (whole[to] ?? 0) + (own[to] ?? 0) === 4);
  });
}

/** Lets one of the two kinds of cells grow by a reach to all sides; beyond the grid's border are the other's. */
function stretched(cells: Uint8Array, width: number, height: number, reach: number, kind: 0 | 1): Uint8Array {
  const across = grown(cells, reach, kind, width * height, width, 1);
  return grown(across, reach, kind, width * height, height, width);
}

function grown(cells: Uint8Array, reach: number, kind: 0 | 1, all: number, length: number, step: number): Uint8Array {
  const out = new Uint8Array(all).fill(1 - kind);
  for (let at = 0; at < all; at += 1) {
    if (cells[at] !== kind) continue;
    const place = Math.floor(at / step) % length;
    for (let near = Math.max(-reach, -place); near <= Math.min(reach, length - 1 - place); near += 1) out[at + near * step] = kind;
  }
  return out;
}
