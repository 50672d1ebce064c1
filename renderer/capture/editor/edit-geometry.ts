import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import type { Area, Spot } from '../../../preload/contract/evidence.ts';

/** A corner by its place in an {@link Area}: top left, top right, bottom right, bottom left. */
export type CornerIndex = 0 | 1 | 2 | 3;
/** Every corner, in reading order round the page. */
export const cornerIndexes: readonly CornerIndex[] = [0, 1, 2, 3];

/** The whole page. */
export const wholePage: Area = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }];

/** The least distance of a corner from its neighbours, as a fraction of the page: nearer ones can hardly be told apart. */
const nearest = 0.02;

/** A turn by so many quarters, clockwise; negative is the other way. */
export function turnedBy(turn: CaptureEdit['turn'], quarters: number): CaptureEdit['turn'] {
  return ((((turn / 90 + quarters) % 4) + 4) % 4) * 90 as CaptureEdit['turn'];
}

/** Where an area lies once the page is turned by a quarter clockwise; its corners are named anew as they then read. */
export function quarterTurned([a, b, c, d]: Area): [Spot, Spot, Spot, Spot] {
  const turned = ({ x, y }: Spot): Spot => ({ x: 1 - y, y: x });
  return [turned(d), turned(a), turned(b), turned(c)];
}

/** The edit with its page turned on by so many quarters, and its corners with it. */
export function turnEdit(edit: CaptureEdit, quarters: number): CaptureEdit {
  const steps = ((quarters % 4) + 4) % 4;
  let { corners } = edit;
  for (let step = 0; corners && step < steps; step += 1) corners = quarterTurned(corners);
  return { ...edit, turn: turnedBy(edit.turn, quarters), corners };
}

/** The area with one corner elsewhere: inside the page, and not so that its sides cross. Gives the area as it was where that can't be. */
export function moveCorner(area: Area, index: CornerIndex, to: Spot): Area {
  const kept = { x: Math.min(1, Math.max(0, to.x)), y: Math.min(1, Math.max(0, to.y)) };
  const [a, b, c, d] = area;
  const corners: readonly Spot[] = [a, b, c, d].map((spot, at) => (at === index ? kept : spot));
  const next: Area = [corners[0] ?? a, corners[1] ?? b, corners[2] ?? c, corners[3] ?? d];
  return isConvex(next) && spacious(next) ? next : area;
}

/** True when an area’s corners go round clockwise without a dent. */
export function isConvex(area: Area): boolean {
  return cornerIndexes.every((index) => {
    const [from, at, to] = [area[index], area[(index + 1) % 4], area[(index + 2) % 4]];
    if (!from || !at || !to) return false;
    return (at.x - from.x) * (to.y - at.y) - (at.y - from.y) * (to.x - at.x) > 0;
  });
}

function spacious(area: Area): boolean {
  return cornerIndexes.every((index) => {
    const [at, next] = [area[index], area[(index + 1) % 4]];
    return at && next ? Math.hypot(at.x - next.x, at.y - next.y) >= nearest : false;
  });
}

/** The same area, whole numbers of thousandths alike. */
export function sameArea(a: Area | null, b: Area | null): boolean {
  if (a === null || b === null) return a === b;
  return cornerIndexes.every((index) => Math.abs(a[index].x - b[index].x) < 0.0005 && Math.abs(a[index].y - b[index].y) < 0.0005);
}
