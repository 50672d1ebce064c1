import { pdf417, type DrawingContext } from 'bwip-js/generic';
import type { Place, Sheet } from './sheet.ts';

type Traced = { readonly path: Path2D; readonly width: number; readonly height: number };

/** Takes the symbol's black areas as a path, in modules. */
function tracing(): DrawingContext<Traced> {
  const path = new Path2D();
  let [width, height] = [0, 0];
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (wide, high) => { [width, height] = [wide, high]; },
    line: () => undefined, hexagon: () => undefined, ellipse: () => undefined, fill: () => undefined, text: () => undefined,
    polygon: (points) => {
      points.forEach(([x, y], at) => { path[at === 0 ? 'moveTo' : 'lineTo'](x, y); });
      path.closePath();
    },
    end: () => ({ path, width, height }),
  };
}

/** Prints a PDF417 with a quiet zone, filling a place, and keeps it as `barcode`. */
export function printBarcode(sheet: Sheet, text: string, place: Place): void {
  const shape = { columns: 16, eclevel: 5, rowmult: 3 };
  const symbol = pdf417({ ...shape, bcid: 'pdf417', text, scale: 1 }, tracing());
  const { ctx } = sheet;
  ctx.fillStyle = '#fbfbf9';
  ctx.fillRect(place.x - 1.5, place.y - 1.5, place.width + 3, place.height + 3);
  ctx.save();
  ctx.translate(place.x, place.y);
  ctx.scale(place.width / symbol.width, place.height / symbol.height);
  ctx.fillStyle = '#111113';
  ctx.fill(symbol.path, 'evenodd');
  ctx.restore();
  sheet.places.set('barcode', place);
}
