import type { FaceLook } from './look.ts';

/** The head's surface: for a place on the face (half widths of the head from its middle) the slopes of the skin to the right and down. */
export type Relief = { readonly slope: (x: number, y: number) => readonly [number, number] };

const [left, top, right, bottom] = [-1.3, -1.7, 1.3, 1.6];
const step = 0.02;

/** The head's half width at a height, 0 above and below it. */
export function headWidth(look: FaceLook, y: number): number {
  if (y < 0) return Math.sqrt(Math.max(0, 1 - (y / (look.long + 0.04)) ** 2));
  return Math.max(0, 1 - Math.abs(y / look.long) ** look.jaw) ** 0.54;
}

/** Rounds a head, raises nose, brows, cheeks, lips and chin, sinks the eyes; once per face. */
export function reliefOf(look: FaceLook): Relief {
  const columns = Math.round((right - left) / step) + 1;
  const rows = Math.round((bottom - top) / step) + 1;
  const high = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) high[row * columns + column] = height(look, left + column * step, top + row * step);
  const at = (column: number, row: number) => high[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] ?? 0;
  const slopeAt = (column: number, row: number, down: boolean) => (down ? at(column, row + 1) - at(column, row - 1) : at(column + 1, row) - at(column - 1, row)) / (2 * step);
  const mixed = (x: number, y: number, down: boolean) => {
    const fx = (x - left) / step;
    const fy = (y - top) / step;
    const column = Math.floor(fx);
    const row = Math.floor(fy);
    const u = fx - column;
    const v = fy - row;
    const upper = slopeAt(column, row, down) * (1 - u) + slopeAt(column + 1, row, down) * u;
    return upper * (1 - v) + (slopeAt(column, row + 1, down) * (1 - u) + slopeAt(column + 1, row + 1, down) * u) * v;
  };
  return { slope: (x, y) => [mixed(x, y, false), mixed(x, y, true)] };
}

function bump(x: number, y: number, wide: number, high: number): number {
  const far = (x / wide) ** 2 + (y / high) ** 2;
  return far > 7 ? 0 : Math.exp(-far);
}

function height(look: FaceLook, x: number, y: number): number {
  const side = Math.abs(x);
  const width = Math.max(headWidth(look, y), 0.4);
  const round = Math.sqrt(Math.max(0.02, 1 - (x / (width * 1.04)) ** 2)) * Math.sqrt(Math.max(0.05, 1 - (y / (look.long + 0.25)) ** 2)) * 0.85;
  const along = Math.min(1, Math.max(0, (y + 0.3) / 0.7));
  const ridge = y > -0.35 && y < 0.48 ? (0.06 + 0.2 * along ** 1.5) * Math.exp(-((x / (0.09 + 0.07 * along)) ** 2)) * Math.min(1, (0.48 - y) / 0.1) : 0;
  const wings = 0.06 * bump(side - look.nose * 0.85, y - 0.38, 0.08, 0.08);
  const sockets = -0.15 * bump(side - look.apart, y + 0.12, 0.26, 0.15) + 0.05 * bump(side - look.apart, y + 0.06, 0.17, 0.08);
  const brows = 0.07 * bump(side - look.apart * 0.95, y + 0.36, 0.32, 0.09);
  const cheeks = 0.08 * bump(side - 0.55, y - 0.28, 0.26, 0.24);
  const lips = 0.03 * bump(x, y - 0.71, look.mouth * 1.1, 0.06) + 0.035 * bump(x, y - 0.82, look.mouth, 0.06) - 0.012 * bump(x, y - 0.76, look.mouth, 0.03);
  const chin = 0.06 * bump(x, y - look.long + 0.22, 0.26, 0.15) - 0.02 * bump(x, y - 0.95, 0.3, 0.06);
  const fold = -0.014 * bump(side - 0.36 - (y - 0.45) * 0.25, y - 0.55, 0.04, 0.2);
  return round + ridge + wings + sockets + brows + cheeks + lips + chin + fold;
}
