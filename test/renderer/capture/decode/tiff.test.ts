// @vitest-environment node
import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeTiff } from '../../../../renderer/capture/decode/tiff/decode-tiff.ts';
import { readIfds } from '../../../../renderer/capture/decode/tiff/ifd.ts';
import { unpackFax } from '../../../../renderer/capture/decode/tiff/fax.ts';
import { unpackLzw } from '../../../../renderer/capture/decode/tiff/lzw.ts';
import { readPage } from '../../../../renderer/capture/decode/tiff/page.ts';
import { undoPredictor, unpackBits } from '../../../../renderer/capture/decode/tiff/unpack.ts';
import { packedRows, packedSize, packedTiffs } from '../files/packed-tiffs.ts';
import { colourPage, lyingPage, tiff, type Page } from '../files/tiff.ts';

function pageOf(bytes: Uint8Array, index = 0) {
  const pages = readIfds(bytes);
  if (!pages.ok) throw new Error(pages.error.kind);
  const page = readPage(pages.value[index] ?? new Map(), bytes.length, bytes[0] === 0x49);
  if (!page.ok) throw new Error(page.error.kind);
  return page.value;
}

async function decoded(bytes: Uint8Array, by = 1) {
  const picture = await decodeTiff(pageOf(bytes), bytes, by);
  if (!picture.ok) throw new Error(picture.error.kind);
  return picture.value;
}

const pixelAt = ({ width, data }: { width: number; data: Uint8ClampedArray }, x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
const withFields = (page: Page, ...fields: readonly (readonly [number, number, readonly number[]])[]): Page => ({ ...page, fields: [...page.fields.filter(([tag]) => !fields.some(([other]) => other === tag)), ...fields] });

describe('a page of a scanner', () => {
  it.each(Object.keys(packedTiffs))('is read dot for dot: %s', async (name) => {
    const bytes = new Uint8Array(Buffer.from(packedTiffs[name] ?? '', 'base64'));
    const { width, height, data } = await decoded(bytes);
    expect({ width, height }).toEqual(packedSize);
    const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => (data[(y * width + x) * 4] === 0 ? 1 : 0)));
    expect(rows).toEqual(packedRows());
  });

  it('is made smaller by whole steps, each dot the mean of those it stands for', async () => {
    const picture = await decoded(tiff([colourPage(301, 200)]), 2);
    expect([picture.width, picture.height]).toEqual([150, 100]);
    expect(pixelAt(picture, 149, 99)).toEqual([252, 253, 60]);
  });

  it('is told in greys, colours of a table, inks, 16 bits and differences', async () => {
    const strip = (values: readonly number[]) => new Uint8Array(deflateSync(Uint8Array.from(values)));
    const base = (bits: readonly number[], colours: number, samples: number): Page['fields'] => [[256, 4, [2]], [257, 4, [1]], [258, 3, bits], [259, 3, [8]], [262, 3, [colours]], [277, 3, [samples]], [278, 4, [1]]];
    const both = async (page: Page) => decoded(tiff([page])).then((picture) => [pixelAt(picture, 0, 0), pixelAt(picture, 1, 0)]);
    expect(await both({ fields: base([8], 0, 1), strip: strip([0, 200]) })).toEqual([[255, 255, 255], [55, 55, 55]]);
    expect(await both({ fields: base([4], 1, 1), strip: strip([0x0f]) })).toEqual([[0, 0, 0], [255, 255, 255]]);
    expect(await both({ fields: [...base([8], 3, 1), [320, 3, [0x1100, 0xff00, ...Array.from({ length: 254 }, () => 0), 0, 0x8000, ...Array.from({ length: 254 }, () => 0), 0, 0, ...Array.from({ length: 254 }, () => 0)]]], strip: strip([0, 1]) })).toEqual([[17, 0, 0], [255, 128, 0]]);
    expect(await both({ fields: base([8, 8, 8, 8], 5, 4), strip: strip([0, 0, 0, 0, 255, 0, 0, 128]) })).toEqual([[255, 255, 255], [0, 127, 127]]);
    expect(await both({ fields: base([16, 16, 16], 2, 3), strip: strip([1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60]) })).toEqual([[10, 20, 30], [40, 50, 60]]);
    expect(await both({ fields: [...base([8, 8, 8], 2, 3), [317, 3, [2]]], strip: strip([10, 20, 30, 1, 2, 255]) })).toEqual([[10, 20, 30], [11, 22, 29]]);
  });

  it('is one of several, and thumbnails are none', () => {
    const bytes = tiff([colourPage(20, 10), withFields(colourPage(5, 5), [254, 4, [1]]), colourPage(30, 10)]);
    const pages = readIfds(bytes);
    expect(pages.ok && pages.value.map((fields) => fields.get(256))).toEqual([[20], [30]]);
  });

  it.each([
    ['pages that go round in circles', tiff([colourPage(4, 4)], { loop: true }), { kind: 'damaged' }],
    ['more pages than a document has', tiff(Array.from({ length: 51 }, () => colourPage(1, 1))), { kind: 'pages', pages: 51 }],
    ['no page', Uint8Array.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]), { kind: 'damaged' }],
    ['a page beyond the end', Uint8Array.from([0x49, 0x49, 42, 0, 0, 255, 0, 0]), { kind: 'cut' }],
  ])('is refused with %s', (_what, bytes, error) => {
    expect(readIfds(bytes)).toEqual({ ok: false, error });
  });

  it.each([
    ['more dots than fit', lyingPage(19_000, 19_000), 'pixels'], ['a side that is too long', lyingPage(40_000, 10), 'side'], ['no size', lyingPage(0, 10), 'damaged'],
    ['a compression no scanner uses', withFields(colourPage(4, 4), [259, 3, [34_712]]), 'coding'], ['colours no scanner uses', withFields(colourPage(4, 4), [262, 3, [8]]), 'coding'],
    ['rows in separate planes', withFields(colourPage(4, 4), [284, 3, [2]]), 'coding'], ['a fax in colour', withFields(colourPage(4, 4), [259, 3, [4]]), 'coding'],
    ['fewer strips than rows need', withFields(colourPage(4, 4), [278, 4, [1]]), 'damaged'],
  ])('is refused with %s', (_what, page, kind) => {
    const pages = readIfds(tiff([page]));
    const read = pages.ok ? readPage(pages.value[0] ?? new Map(), 10_000, true) : pages;
    expect(read).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('what unpacks pages', () => {
  const bytes = fc.uint8Array({ maxLength: 400 });

  it('never throws and never writes beyond the page, whatever it is given', () => {
    fc.assert(fc.property(bytes, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 300 }), fc.boolean(), (packed, size, width, flag) => {
      for (const rows of ['1', 'mixed', '2'] as const) expect(typeof unpackFax(packed, new Uint8Array(size), width, rows, flag, !flag)).toBe('boolean');
      expect(typeof unpackLzw(packed, new Uint8Array(size))).toBe('boolean');
      expect(typeof unpackBits(packed, new Uint8Array(size))).toBe('boolean');
      undoPredictor(Uint8Array.from(packed), 1 + (width % 4), flag ? 8 : 16, flag);
    }));
  });

  it('reads fields of any bytes without throwing, and pages of any fields', () => {
    fc.assert(fc.property(bytes, fc.boolean(), (rest, little) => {
      const file = Uint8Array.from([...(little ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]), ...rest]);
      const pages = readIfds(file);
      if (pages.ok) for (const fields of pages.value) expect(typeof readPage(fields, file.length, little).ok).toBe('boolean');
    }));
  });

  it('refuses a page whose strip ends early', async () => {
    const cut = tiff([lyingPage(300, 300, 8)]);
    expect(await decodeTiff(pageOf(cut), cut, 1)).toEqual({ ok: false, error: { kind: 'damaged' } });
  });
});
