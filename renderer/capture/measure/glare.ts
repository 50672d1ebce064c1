import type { Area, Evidence } from '../../../preload/contract/evidence.ts';
import { shrink } from '../geometry/scale.ts';
import type { Rgba } from '../pixels.ts';
import { placeOf, type Flat } from './flat.ts';
import { levelAt } from './histogram.ts';

/** Longer side of the copy that burnt-out places are looked for in, in pixels. */
const workSize = 360;
/** From here on, in all three colours, nothing printed is left. */
const burnt = 244;
/** Paper that is as bright as this has no lamp on it that could be told from it: a scanned white letter. */
const whitePaper = 238;
/** The least part of the document that a burnt-out place takes; smaller ones are shiny print. */
const least = 0.003;

/** Places that a lamp has burnt out: bright spots in one piece, brighter than the paper around them. */
export function glareOf(flat: Flat): Evidence['glare'] {
  const small = shrink(flat.picture, workSize);
  const levels = palest(small);
  if (paperOf(levels) >= whitePaper) return { share: 0, areas: [] };
  const spots = piecesOf(levels, small.width, small.height).filter(({ size }) => size >= least * levels.length).sort((a, b) => b.size - a.size);
  const scale = flat.picture.width / small.width;
  return {
    share: spots.reduce((sum, { size }) => sum + size, 0) / levels.length,
    areas: spots.slice(0, 4).map(({ left, top, right, bottom }): Area => placeOf(flat, left * scale, top * scale, (right + 1) * scale, (bottom + 1) * scale)) as Evidence['glare']['areas'],
  };
}

/** The darkest of the three colours of each pixel: high only where all of them are. */
function palest({ width, height, data }: Rgba): Uint8Array {
  const levels = new Uint8Array(width * height);
  for (let at = 0; at < levels.length; at += 1) levels[at] = Math.min(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0);
  return levels;
}

/** How bright the paper is where it isn't burnt out. */
function paperOf(levels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const level of levels) if (level < burnt) counts[level] = (counts[level] ?? 0) + 1;
  const rest = counts.reduce((sum, count) => sum + count, 0);
  // What is nearly all burnt out is white paper, or lost: exposure speaks of it.
  return rest < levels.length * 0.35 ? 255 : levelAt(counts, 0.8);
}

type Piece = { size: number; left: number; top: number; right: number; bottom: number };

/** Burnt-out pixels that touch one another, with the box around them. */
function piecesOf(levels: Uint8Array, width: number, height: number): readonly Piece[] {
  const open = Uint8Array.from(levels, (level) => (level >= burnt ? 1 : 0));
  const pieces: Piece[] = [];
  for (let start = 0; start < open.length; start += 1) if (open[start]) pieces.push(takePiece(open, start, width, height));
  return pieces;
}

function takePiece(open: Uint8Array, start: number, width: number, height: number): Piece {
  const piece: Piece = { size: 0, left: width, top: height, right: 0, bottom: 0 };
  const waiting = [start];
  open[start] = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    piece.size += 1;
    piece.left = Math.min(piece.left, x);
    piece.right = Math.max(piece.right, x);
    piece.top = Math.min(piece.top, y);
    piece.bottom = Math.max(piece.bottom, y);
    for (const [next, inside] of [[at - 1, x > 0], [at + 1, x < width - 1], [at - width, y > 0], [at + width, y < height - 1]] as const) {
      if (!inside || !open[next]) continue;
      open[next] = 0;
      waiting.push(next);
    }
  }
  return piece;
}
