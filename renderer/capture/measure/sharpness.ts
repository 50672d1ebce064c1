import type { Area } from '../../../preload/contract/evidence.ts';
import type { Grey } from '../pixels.ts';
import { greyOf } from '../geometry/scale.ts';
import { isSeen, placeOf, type Flat } from './flat.ts';
import { histogram, levelAt, valueAt } from '../geometry/histogram.ts';
import { spreads, type Spreads } from './spreads.ts';

/** How sharp a document is, and how much print there is: `printed` is the part of its inner tiles that hold some, `fine` how many edges there are to a
 *  pixel where there is most of it, on a document of {@link usualSize} pixels: letters are printed finer than cards. */
export type Sharpness = { readonly score: number; readonly worst: number; readonly areas: readonly Area[]; readonly printed: number; readonly fine: number };

/** What a tile tells in each direction: how its edges are spread on the middle, in mm, and, where there are many of them, the sharper ones. */
type Tile = { readonly column: number; readonly row: number; readonly usual: readonly (number | null)[]; readonly worst: number | null };

/** Edges that a tile needs in one direction to be told by, and to be told by alone: the soft outlines of a photo are fewer. */
const enough = { some: 12, many: 40 } as const;

/** The longer side on which the fineness of print is compared, in pixels. */
const usualSize = 1_400;

/** How far an edge is spread, in mm, from where on it can't be better, and where it is hopeless. */
const ideal = 0.06;
const hopeless = 0.24;

/** Measures how far print is spread out, tile by tile. Only what is printed counts. Pages of paper are printed larger than cards. */
export function sharpnessOf(flat: Flat): Sharpness {
  const grey = greyOf(flat.picture);
  const counts = histogram(grey);
  const least = Math.max(10, 0.4 * (levelAt(counts, 0.97) - levelAt(counts, 0.015)));
  const grid = gridOf(grey);
  const unit = flat.dotsPerMm * (flat.format === null || flat.format.width <= 130 ? 1 : 1.75);
  const found = spreads(grey, least, grid.columns, grid.rows);
  const tiles = tilesOf(flat, grid, found, unit);
  if (tiles.length === 0) return { score: 0, worst: 0, areas: [], printed: 0, fine: 0 };
  const usual = (side: 0 | 1) => valueAt(tiles.flatMap((tile) => tile.usual[side] ?? []), 0.5);
  const score = scoreOf(Math.max(usual(0), usual(1)));
  const parts = tiles.filter((tile) => tile.worst !== null).sort((a, b) => (b.worst ?? 0) - (a.worst ?? 0));
  const worst = parts[Math.floor(parts.length * 0.08)]?.worst ?? null;
  const weakest = worst === null ? [] : parts.slice(0, Math.min(4, 1 + Math.floor(parts.length * 0.08)));
  return {
    score, worst: worst === null ? score : Math.min(score, scoreOf(worst)), areas: weakest.map((tile) => tileArea(flat, grid, tile)), printed: printedOf(tiles, grid),
    fine: finenessOf(grey, grid, found),
  };
}

type Grid = { readonly columns: number; readonly rows: number; readonly wide: number; readonly high: number };

function gridOf({ width, height }: Grey): Grid {
  const [columns, rows] = width > height ? [11, 8] : [8, 11];
  return { columns, rows, wide: width / columns, high: height / rows };
}

function tilesOf(flat: Flat, { columns, rows, wide, high }: Grid, found: Spreads, unit: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isSeen(flat, { x: (column + 0.5) * wide, y: (row + 0.5) * high })) continue;
      const sides = [found.across[row * columns + column] ?? [], found.down[row * columns + column] ?? []];
      const told = (least: number, part: number) => sides.map((side) => (side.length >= least ? valueAt(side, part) / unit : null));
      const [usual, parts] = [told(enough.some, 0.5), told(enough.many, 0.35)];
      if (usual.some((side) => side !== null)) tiles.push({ column, row, usual, worst: parts.reduce((most, side) => (side === null ? most : Math.max(most ?? 0, side)), null) });
    }
  }
  return tiles;
}

/** The part of the tiles that hold print; those along the sides may hold no more than the document's own edge. */
function printedOf(tiles: readonly Tile[], { columns, rows }: Grid): number {
  const inner = tiles.filter(({ column, row }) => column > 0 && row > 0 && column < columns - 1 && row < rows - 1);
  return inner.length / ((columns - 2) * (rows - 2));
}

/** Edges to a pixel in the tiles that have most. */
function finenessOf({ width, height }: Grey, { wide, high }: Grid, { across, down }: Spreads): number {
  const counts = across.map((edges, tile) => Math.max(edges.length, down[tile]?.length ?? 0));
  return ((valueAt(counts, 0.75) + valueAt(counts, 0.9)) / (wide * high)) * (Math.max(width, height) / usualSize);
}

function scoreOf(spread: number): number {
  return Math.round(100 * Math.max(0, Math.min(1, (hopeless - spread) / (hopeless - ideal))));
}

function tileArea(flat: Flat, { wide, high }: Grid, { column, row }: Tile): Area {
  return placeOf(flat, column * wide, row * high, (column + 1) * wide, (row + 1) * high);
}
