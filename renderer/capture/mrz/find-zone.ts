import type { Grey, Point, Quad } from '../pixels.ts';
import { bandsOf } from './bands.ts';
import { groupsOf } from './groups.ts';
import { inkOf } from './ink.ts';
import { shrink, type Small } from './shrink.ts';
import { textDirections } from './skew.ts';
import { quadOf } from './strip.ts';
import type { TextLine } from './text-line.ts';
import { turned } from './turned.ts';

/** Where a zone may be: its lines in a frame in which they run to the right, the frame's direction in the picture (degrees clockwise), and the way from frame to picture. */
export type ZoneSite = { readonly lines: readonly TextLine[]; readonly angle: number; readonly place: (point: Point) => Point; readonly score: number };

/** Longer sides of the copies that are searched, in pixels: large letters show in a small one at a quarter of the cost, small ones in a large one. */
const searched = [500, 1000];
/** Most directions of text and most groups of lines that are looked at in each copy. */
const mostDirections = 4;
const mostGroups = 3;

/** Finds places that may be a machine-readable zone, likely ones first, one copy and one direction of text after the other; nothing is read yet. */
export function* zoneSites(grey: Grey): Generator<ZoneSite> {
  for (const side of searched) {
    yield* sitesIn(shrink(grey, side));
  }
}

function* sitesIn(small: Small): Generator<ZoneSite> {
  const ink = inkOf(small.grey, 6);
  for (const angle of textDirections(ink, mostDirections)) {
    const frame = turned(ink, angle);
    const place = (point: Point): Point => {
      const there = frame.back(point);
      return { x: there.x * small.factor, y: there.y * small.factor };
    };
    for (const group of groupsOf(bandsOf(frame.grey, 10, 40)).slice(0, mostGroups)) yield { ...group, angle, place };
  }
}

/** The corners of the likeliest zone in a picture as it stands; null when nothing looks like one. Whether it is one only reading tells. */
export function findZone(grey: Grey): Quad | null {
  const [site] = [...zoneSites(grey)].toSorted((a, b) => b.score - a.score);
  return site ? quadOf(site.lines, site.place, false) : null;
}
