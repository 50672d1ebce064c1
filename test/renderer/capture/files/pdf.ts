import { deflateSync } from 'node:zlib';
import { ascii } from './bytes.ts';

/** A PDF of such objects (the first is the catalog), with its table; a stream goes as bytes after its dictionary. */
export function pdf(objects: readonly (string | { readonly dictionary: string; readonly stream: Uint8Array })[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [ascii('%PDF-1.7\n')];
  let length = 9;
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(length);
    const whole = typeof object === 'string'
      ? [ascii(`${index + 1} 0 obj\n${object}\nendobj\n`)]
      : [ascii(`${index + 1} 0 obj\n<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`), object.stream, ascii('\nendstream\nendobj\n')];
    parts.push(...whole);
    length += whole.reduce((sum, part) => sum + part.length, 0);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return concat([...parts, ascii(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`)]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}

const page = (box: string, more = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << >> ${more} >>`;
const content = (text: string) => ({ dictionary: '', stream: ascii(text) });

/** One page of that size in points, all of it red but its lower left quarter, which is blue. */
export function colourPdf(width = 595, height = 842): Uint8Array<ArrayBuffer> {
  return pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page(`0 0 ${width} ${height}`), content(`1 0 0 rg 0 0 ${width} ${height} re f 0 0 1 rg 0 0 ${width / 2} ${height / 2} re f`)]);
}

/** A PDF that runs a script when it is opened. */
export function scriptPdf(): Uint8Array<ArrayBuffer> {
  return pdf(['<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('0 0 300 300'), content('')]);
}

/** A PDF of many pages, all of them the same. */
export function longPdf(pages: number): Uint8Array<ArrayBuffer> {
  return pdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`, page('0 0 300 300'), content('')]);
}

/** A PDF whose page unfolds to so many megabytes; `twice` packs them twice over. */
export function bombPdf(megabytes: number, twice = false): Uint8Array<ArrayBuffer> {
  const once = deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '));
  const stream = new Uint8Array(twice ? deflateSync(once) : once);
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('0 0 300 300'),
    { dictionary: `/Filter ${twice ? '[/FlateDecode /FlateDecode]' : '/FlateDecode'}`, stream },
  ]);
}

/** A PDF with a picture inside that claims to be as large as given. */
export function hugePicturePdf(width: number, height: number): Uint8Array<ArrayBuffer> {
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>',
    content('q 300 0 0 300 0 0 cm /P Do Q'),
    { dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode`, stream: new Uint8Array(deflateSync(new Uint8Array(1_000_000))) },
  ]);
}

/** A page that paints so often that it never ends in time. */
export function endlessPdf(): Uint8Array<ArrayBuffer> {
  const form = (next: number) => ({ dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /F ${next} 0 R >> >>`, stream: ascii('/F Do '.repeat(40)) });
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
    content('/F Do '.repeat(40)), form(6), form(7), form(8), form(9), form(10), { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << >>', stream: ascii('0 0 300 300 re f '.repeat(200)) },
  ]);
}
