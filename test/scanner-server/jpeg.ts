import { blockAt } from './drawing.ts';

/** A page as it is asked for: size in dots, dots an inch, one colour channel or three, its number, and bytes to fill it up to. */
export type PageOrder = { readonly width: number; readonly height: number; readonly dpi: number; readonly grey: boolean; readonly number: number; readonly least: number };

/** DC codes of the usual table (JPEG, K.3): bits and length for each category. */
const codes: readonly (readonly [number, number])[] = [[0b00, 2], [0b010, 3], [0b011, 3], [0b100, 3], [0b101, 3], [0b110, 3], [0b1110, 4], [0b11110, 5], [0b111110, 6], [0b1111110, 7], [0b11111110, 8], [0b111111110, 9]];
const piece = 32 * 1024;
const filling = Buffer.alloc(65_537, 0x5a);
filling.set([0xff, 0xfe, 0xff, 0xff]);

function segment(marker: number, ...bytes: readonly number[]): number[] {
  return [0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes];
}

function head({ width, height, dpi, grey }: PageOrder): Buffer {
  const channels = grey ? [1] : [1, 2, 3];
  return Buffer.from([
    0xff, 0xd8,
    ...segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, dpi >> 8, dpi & 255, dpi >> 8, dpi & 255, 0, 0),
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 8)),
    ...segment(0xc0, 8, height >> 8, height & 255, width >> 8, width & 255, channels.length, ...channels.flatMap((id) => [id, 0x11, 0])),
    ...segment(0xc4, 0x00, 0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    ...segment(0xc4, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    ...segment(0xda, channels.length, ...channels.flatMap((id) => [id, 0]), 0, 63, 0),
  ]);
}

/** Draws a page as a JPEG piece by piece, so that a page of any size takes no memory: every block has one colour. Filled up with comments. */
export function* jpeg(order: PageOrder): Generator<Buffer> {
  const opening = head(order);
  yield opening.subarray(0, 2);
  for (let filled = 0; filled < order.least; filled += filling.length) yield filling;
  yield opening.subarray(2);
  const [across, down] = [Math.ceil(order.width / 8), Math.ceil(order.height / 8)];
  const last = [0, 0, 0];
  let out: number[] = [];
  let bits = 0;
  let count = 0;
  const put = (value: number, length: number) => {
    bits = (bits << length) | value;
    count += length;
    while (count >= 8) {
      const byte = (bits >> (count - 8)) & 255;
      out.push(byte);
      if (byte === 255) out.push(0);
      count -= 8;
    }
    bits &= (1 << count) - 1;
  };
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const color = blockAt(x, y, across, down, order.number);
      for (let channel = 0; channel < (order.grey ? 1 : 3); channel++) {
        const level = (color[channel] ?? 128) - 128;
        const difference = level - (last[channel] ?? 0);
        last[channel] = level;
        const category = 32 - Math.clz32(Math.abs(difference));
        put(...(codes[category] ?? [0, 2]));
        if (category > 0) put(difference > 0 ? difference : difference + (1 << category) - 1, category);
        put(0, 1);
      }
    }
    if (out.length > piece) {
      yield Buffer.from(out);
      out = [];
    }
  }
  if (count > 0) put((1 << (8 - count)) - 1, 8 - count);
  yield Buffer.from([...out, 0xff, 0xd9]);
}
