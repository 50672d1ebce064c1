import { pdf417, type DrawingContext } from 'bwip-js/generic';
import type { Person } from '../people/person.ts';
import { zoneName } from '../people/mrz.ts';
import type { Place, Sheet } from './sheet.ts';

/** What a licence's barcode says: one subfile of the card design standard of 2020 (AAMVA, annex D), version 10. */
export function aamvaText(person: Person): string {
  const canada = person.state.alpha2 === 'CA';
  const day = (iso: string) => (canada ? iso.replaceAll('-', '') : `${iso.slice(5, 7)}${iso.slice(8)}${iso.slice(0, 4)}`);
  const [first = '', ...middle] = person.given.split(/[ ]/u);
  const plain = (name: string) => zoneName(name).replaceAll('<', ' ');
  const rows = [
    `DAQ${person.number}`, `DCS${plain(person.family)}`, 'DDEN', `DAC${plain(first) || 'NONE'}`, 'DDFN', `DAD${plain(middle.join(' ')) || 'NONE'}`, 'DDGN', 'DCAC', 'DCBNONE', 'DCDNONE',
    `DBD${day(person.issued)}`, `DBB${day(person.birth)}`, `DBA${day(person.expires)}`, `DBC${person.sex === 'M' ? '1' : '2'}`, 'DAU066 IN', 'DAYBRO',
    `DAG${plain(person.street).replaceAll('  ', ' ') || person.street}`, `DAI${plain(person.town)}`, `DAJ${canada ? 'BC' : 'CA'}`, `DAK${canada ? 'V1Y2A4' : `${person.zip}0000`}  `, `DCF${person.zip}${person.number}`, `DCG${canada ? 'CAN' : 'USA'}`,
  ];
  const subfile = `DL${rows.join('\n')}\r`;
  const header = '@\n\u001e\rANSI 636014100001';
  return `${header}DL${String(header.length + 10).padStart(4, '0')}${String(subfile.length).padStart(4, '0')}${subfile}`;
}

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
  const symbol = pdf417({ ...{ columns: 16, eclevel: 5, rowmult: 3 }, bcid: 'pdf417', text, scale: 1 }, tracing());
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
