import { joined } from '../decode/bytes.ts';

/** A picture as a PDF holds it: its dictionary's entries without the length, and its bytes. Sizes in pixels and points. */
export type PdfPicture = {
  readonly entries: string; readonly data: Uint8Array; readonly width: number; readonly height: number; readonly points: { readonly width: number; readonly height: number };
};

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
/** A number as PDF writes it: at most two places. */
const plain = (value: number) => String(Math.round(value * 100) / 100);

/** Writes a PDF of pictures, one a page. It says nothing of when, where and by what it was made, so the same pictures make the same bytes. */
export function writePdf(pictures: readonly PdfPicture[]): Uint8Array<ArrayBuffer> {
  const page = (index: number) => 3 + index * 3;
  const kids = pictures.map((_, index) => `${page(index)} 0 R`).join(' ');
  return written([
    [ascii('<< /Type /Catalog /Pages 2 0 R >>')],
    [ascii(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`)],
    ...pictures.flatMap((picture, index) => objectsOf(picture, page(index))),
  ]);
}

/** A page, what paints it, and its picture. */
function objectsOf({ entries, data, width, height, points }: PdfPicture, number: number): readonly (readonly Uint8Array[])[] {
  const [across, down] = [plain(points.width), plain(points.height)];
  const content = `q ${across} 0 0 ${down} 0 0 cm /P Do Q`;
  return [
    [ascii(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Contents ${number + 1} 0 R /Resources << /XObject << /P ${number + 2} 0 R >> >> >>`)],
    [ascii(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)],
    [ascii(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries} /Length ${data.length} >>\nstream\n`), data, ascii('\nendstream')],
  ];
}

/** Objects with their numbers, then the table of where each begins. */
function written(objects: readonly (readonly Uint8Array[])[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [joined([ascii('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3), ascii('\n')])];
  let length = parts[0]?.length ?? 0;
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(length);
    const whole = [ascii(`${index + 1} 0 obj\n`), ...object, ascii('\nendobj\n')];
    parts.push(...whole);
    length += whole.reduce((sum, part) => sum + part.length, 0);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(ascii(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return joined(parts);
}
