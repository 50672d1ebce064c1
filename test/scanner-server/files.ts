import { crc32, deflateSync } from 'node:zlib';
import { blockAt } from './drawing.ts';
import { jpeg, type PageOrder } from './jpeg.ts';

/** A page in the kind of file that was asked for, piece by piece. */
export function* pageFile(format: string, order: PageOrder): Generator<Buffer> {
  if (format === 'application/pdf') yield pdf(order);
  else if (format === 'image/png') yield png(order);
  else yield* jpeg(order);
}

function pdf(order: PageOrder): Buffer {
  const image = Buffer.concat([...jpeg(order)]);
  const [width, height] = [(order.width / order.dpi) * 72, (order.height / order.dpi) * 72].map((points) => points.toFixed(2));
  const content = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
  const space = order.grey ? 'DeviceGray' : 'DeviceRGB';
  const objects: readonly Buffer[] = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'), Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>`),
    Buffer.from(`<</Length ${content.length}>>stream\n${content}\nendstream`),
    Buffer.concat([Buffer.from(`<</Type/XObject/Subtype/Image/Width ${order.width}/Height ${order.height}/ColorSpace/${space}/BitsPerComponent 8/Filter/DCTDecode/Length ${image.length}>>stream\n`), image, Buffer.from('\nendstream')]),
  ];
  let whole = Buffer.from('%PDF-1.4\n');
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(whole.length);
    whole = Buffer.concat([whole, Buffer.from(`${index + 1} 0 obj`), object, Buffer.from('\nendobj\n')]);
  }
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([whole, Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${whole.length}\n%%EOF\n`)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png({ width, height, number }: PageOrder): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const dots = Buffer.alloc((width + 1) * height);
  const [across, down] = [Math.ceil(width / 8), Math.ceil(height / 8)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) dots[y * (width + 1) + 1 + x] = blockAt(x >> 3, y >> 3, across, down, number)[0];
  }
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(dots)), chunk('IEND', Buffer.alloc(0))]);
}
