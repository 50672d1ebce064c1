import type { Area } from '../../../preload/contract/evidence.ts';
import { shrink } from '../geometry/scale.ts';
import { placeOf, type Flat } from '../measure/flat.ts';
import type { Rgba } from '../pixels.ts';
import { withoutPrint } from './closing.ts';
import { brimOf, gap, type Brim, type Colour } from './ground.ts';
import { hullOf } from './hull.ts';
import { stoutParts } from './opened.ts';
import { notPaper } from './paper.ts';
import { isShaded } from './shade.ts';
import { zonesOf, type Zone } from './zones.ts';

/** How much of a document lies under fingers or things, and where. */
export type Cover = { readonly share: number; readonly areas: readonly Area[] };

/** Longer side on which it is looked for, in pixels. */
const most = 200;
/** Print narrower than twice this is taken away first, in mm. */
const print = 1.3;
/** A thing that lies within the document: least part of it, and the part from which on it needs no shadow; how round it has to be (1 has no dents), how
 *  even its colour (levels) and from one pixel to the next; half the least width, in pixels. */
const thing = { share: 0.025, large: 0.07, bulge: 0.86, even: 8, step: 6, stout: 6 } as const;
/** What comes in from outside: least part of the document, least way along the border, in mm. */
const reach = { share: 0.01, along: 5 } as const;

/** From this part of the document's length on a straight patch is a stripe. */
const stripes = 0.6;

type Sheet = { readonly picture: Rgba; readonly foreign: Uint8Array; readonly perMm: number };

/** Finds what comes in over the border from outside, and large things of one colour that lie on the document. Shadows keep the paper's tint and don't count;
 *  photos, chips and stripes are parts of it. */
export function coverOf(page: Rgba, flat: Flat): Cover {
  const small = shrink(flat.picture, most);
  const perMm = (flat.dotsPerMm * small.width) / flat.picture.width;
  const picture = withoutPrint(small, Math.max(2, Math.round(print * perMm)));
  const sheet: Sheet = { picture, foreign: notPaper(picture), perMm };
  const patches = patchesOf(sheet);
  const found = [...reachingIn(page, flat, { ...sheet, foreign: withoutStripes(sheet.foreign, patches, picture) }), ...things(sheet, patches)];
  const cells = new Set(found.flatMap((zone) => zone.cells));
  const scale = flat.picture.width / picture.width;
  return {
    share: cells.size / (picture.width * picture.height),
    areas: found.slice(0, 8).map(({ left, top, right, bottom }) => placeOf(flat, left * scale, top * scale, right * scale, bottom * scale)),
  };
}

/** What isn't paper, and goes on outside of the border in about the same colour, which isn't the usual one there. */
function reachingIn(page: Rgba, flat: Flat, { picture, foreign, perMm }: Sheet): readonly Zone[] {
  const { width, height } = picture;
  const brim = brimOf(page, flat, picture, 1.2 * perMm, 3 * perMm);
  const crossed = new Map<number, number>();
  for (const step of brim) if (foreign[step.cell] === 1 && goesOn(picture, step)) crossed.set(step.cell, 1);
  const zones = zonesOf(width, height, width * height * reach.share, (from, to) => foreign[from] === 1 && foreign[to] === 1);
  return zones.filter((zone) => !spans(zone, picture) && zone.cells.reduce((sum, cell) => sum + (crossed.get(cell) ?? 0), 0) >= reach.along * perMm);
}

function goesOn(picture: Rgba, { cell, outside, usual }: Brim): boolean {
  const other = gap(outside, usual);
  return other > 14 && gap(outside, colourAt(picture, cell)) < 0.8 * other;
}

/** The connected patches of about one colour that aren't paper. */
function patchesOf({ picture: { width, height, data }, foreign }: Sheet): readonly Zone[] {
  const near = (from: number, to: number, channel: number) => Math.abs((data[from * 4 + channel] ?? 0) - (data[to * 4 + channel] ?? 0)) <= thing.step;
  return zonesOf(width, height, width * height * 0.01, (from, to) => foreign[from] === 1 && foreign[to] === 1 && near(from, to, 0) && near(from, to, 1) && near(from, to, 2));
}

/** Takes out the printed stripes that run along most of the document, with their rims. */
function withoutStripes(foreign: Uint8Array, patches: readonly Zone[], { width, height }: Rgba): Uint8Array {
  const left = foreign.slice();
  for (const stripe of patches) {
    if (!isUpright(stripe) || (stripe.right - stripe.left < stripes * width && stripe.bottom - stripe.top < stripes * height)) continue;
    for (let y = Math.max(0, stripe.top - 2); y < Math.min(height, stripe.bottom + 2); y += 1) left.fill(0, y * width + Math.max(0, stripe.left - 2), y * width + Math.min(width, stripe.right + 2));
  }
  return left;
}

/** Round or straight patches of one colour that cast a shadow, or are larger and stand askew. */
function things({ picture, foreign }: Sheet, patches: readonly Zone[]): readonly Zone[] {
  const { width, height } = picture;
  const least = width * height * thing.share;
  const zones = patches.filter(({ cells }) => cells.length >= least).flatMap((zone) => stoutParts(zone, width, height, thing.stout)).filter(({ cells }) => cells.length >= least);
  const isLarge = (zone: Zone) => zone.cells.length > width * height * thing.large && !isUpright(zone);
  const isEven = (zone: Zone) => !spans(zone, picture) && zone.cells.length >= thing.bulge * hullOf(zone, width) && unevenness(zone, picture) <= thing.even;
  return zones.filter((zone) => isEven(zone) && (isLarge(zone) || isShaded(zone, picture, foreign)));
}

/** Whether a zone is a box that stands as straight on the document as what is printed there. */
function isUpright({ cells, left, top, right, bottom }: Zone): boolean {
  return cells.length > 0.92 * (right - left) * (bottom - top);
}

/** Whether a zone goes from one side of the document to the opposite one, as stripes do. */
function spans({ left, top, right, bottom }: Zone, { width, height }: Rgba): boolean {
  return right - left > 0.96 * width || bottom - top > 0.96 * height;
}

function unevenness({ cells }: Zone, { data }: Rgba): number {
  const spread = (channel: number) => {
    let [sum, squares] = [0, 0];
    for (const cell of cells) {
      const level = data[cell * 4 + channel] ?? 0;
      sum += level;
      squares += level * level;
    }
    return squares / cells.length - (sum / cells.length) ** 2;
  };
  return Math.sqrt(Math.max(0, spread(0) + spread(1) + spread(2)));
}

function colourAt({ data }: Rgba, cell: number): Colour {
  return [data[cell * 4] ?? 0, data[cell * 4 + 1] ?? 0, data[cell * 4 + 2] ?? 0];
}
