import type { Area, Evidence } from '../evidence.ts';

/** The upright box around an area. */
function boxOf(area: Area): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } {
  const xs = area.map((spot) => spot.x);
  const ys = area.map((spot) => spot.y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Whether two areas' boxes overlap. */
export function touches(one: Area, other: Area): boolean {
  const a = boxOf(one);
  const b = boxOf(other);
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The four corners of an upright box, kept inside the picture. */
function area(left: number, top: number, right: number, bottom: number): Area {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const [x0, y0, x1, y1] = [inside(left), inside(top), inside(right), inside(bottom)];
  return [{ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 }];
}

const band = 0.03;
const sides = { top: area(0, 0, 1, band), right: area(1 - band, 0, 1, 1), bottom: area(0, 1 - band, 1, 1), left: area(0, 0, band, 1) } as const;

/** Where a document is cut: a band along each side of the picture, a square at each corner. */
export function cutAreas({ cut, document }: Evidence): readonly Area[] {
  const corners = cut.corners.flatMap((index) => {
    const spot = document?.area[index];
    return spot === undefined ? [] : [area(spot.x - 0.05, spot.y - 0.05, spot.x + 0.05, spot.y + 0.05)];
  });
  return [...cut.sides.map((side) => sides[side]), ...corners];
}

/** The longer side of the document in pixels, of the whole picture when its edge isn't seen. */
export function longerSide({ document, width, height }: Evidence): number {
  if (document === null) return Math.max(width, height);
  const box = boxOf(document.area);
  return Math.round(Math.max((box.right - box.left) * width, (box.bottom - box.top) * height));
}

/** The height of an area as part of the document's, of the whole picture's when its edge isn't seen. */
export function heightOnDocument(part: Area, document: Evidence['document']): number {
  const box = boxOf(part);
  const whole = document === null ? { top: 0, bottom: 1 } : boxOf(document.area);
  return (box.bottom - box.top) / Math.max(0.01, whole.bottom - whole.top);
}
