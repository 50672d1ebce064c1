import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJpeg } from '../../../../renderer/capture/decode/jpeg-header.ts';
import { readPng } from '../../../../renderer/capture/decode/png-header.ts';
import { changesNothing, pixelsKept } from '../../../../renderer/capture/make/pixels-kept.ts';
import { onlyJpegPicture, withDpi, withoutCamera } from '../../../../renderer/capture/make/strip-jpeg.ts';
import { onlyPicture } from '../../../../renderer/capture/make/strip-png.ts';
import { ascii, holds, inserted, joined } from '../files/bytes.ts';
import { flatJpeg, tellingJpeg } from '../files/jpeg.ts';
import { chunk, colourPng, tellingPng } from '../files/png.ts';

const segmentsOf = (bytes: Uint8Array) => {
  const read = readJpeg(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.segments;
};
const chunksOf = (bytes: Uint8Array) => {
  const read = readPng(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.chunks;
};
const jfif = (dots: number) => joined([0xff, 0xe0, 0, 16], ascii('JFIF\0'), [1, 1, 1, dots >> 8, dots & 255, dots >> 8, dots & 255, 0, 0]);
const icc = (name: string) => joined([0xff, 0xe2, 0, 16 + name.length], ascii('ICC_PROFILE\0\x01\x01'), ascii(name));

describe('a JPEG without what isn’t picture', () => {
  it('is the picture it was made from, dot for dot', () => {
    const plain = flatJpeg(64, 48);
    expect(onlyJpegPicture(tellingJpeg(plain), segmentsOf(tellingJpeg(plain)), null)).toEqual(plain);
  });

  it('keeps its dots an inch and how its colours are told, and nothing else of what programs write', () => {
    const adobe = joined([0xff, 0xee, 0, 14], ascii('Adobe'), [0, 100, 0, 0, 0, 0, 1]);
    const bytes = tellingJpeg(inserted(flatJpeg(64, 48), 2, joined(jfif(300), adobe, icc('sRGB'))));
    const stripped = onlyJpegPicture(bytes, segmentsOf(bytes), 300);
    expect(readJpeg(stripped)).toMatchObject({ ok: true, value: { dpi: 300 } });
    expect([holds(stripped, 'Adobe'), holds(stripped, 'ICC'), holds(stripped, 'GPS')]).toEqual([true, false, false]);
  });

  it('keeps its colour profile for decoding here', () => {
    const bytes = tellingJpeg(inserted(flatJpeg(64, 48), 2, icc('Display P3')));
    const clean = withoutCamera(bytes, segmentsOf(bytes));
    expect([holds(clean, 'Display P3'), holds(clean, 'Exif'), holds(clean, 'GPS')]).toEqual([true, false, false]);
  });

  it('never tells a place, whatever text its segments hold and wherever they stand', () => {
    const marker = fc.constantFrom(0xe1, 0xe2, 0xe3, 0xe5, 0xec, 0xed, 0xef, 0xfe, 0xf0, 0xfd);
    fc.assert(fc.property(fc.array(fc.tuple(marker, fc.string({ maxLength: 40 })), { maxLength: 6 }), (extras) => {
      const parts = extras.map(([kind, text]) => {
        const body = ascii(`GPSPLACE${text}`);
        return joined([0xff, kind, (body.length + 2) >> 8, (body.length + 2) & 255], body);
      });
      const bytes = inserted(flatJpeg(16, 16), 2, joined(...parts));
      expect(holds(onlyJpegPicture(bytes, segmentsOf(bytes), null), 'GPSPLACE')).toBe(false);
      expect(holds(withoutCamera(bytes, segmentsOf(bytes)), 'GPSPLACE')).toBe(false);
    }));
  });

  it('gets dots an inch only where there is room for them', () => {
    const made = inserted(flatJpeg(16, 16), 2, jfif(72));
    expect(readJpeg(withDpi(made, 200))).toMatchObject({ ok: true, value: { dpi: 200 } });
    expect(withDpi(made, null)).toBe(made);
    expect(withDpi(flatJpeg(16, 16), 200)).toEqual(flatJpeg(16, 16));
  });
});

describe('a PNG without what isn’t picture', () => {
  it('is the picture it was made from, dot for dot', () => {
    const plain = colourPng(30, 20);
    expect(onlyPicture(tellingPng(plain), chunksOf(tellingPng(plain)))).toEqual(plain);
  });
});

describe('pixels that can be kept', () => {
  it('are those of an upright JPEG or PNG in ordinary colours', () => {
    expect(pixelsKept(tellingJpeg(flatJpeg(64, 48)), 'image/jpeg')).toEqual({ bytes: flatJpeg(64, 48), mime: 'image/jpeg', width: 64, height: 48 });
    expect(pixelsKept(tellingPng(colourPng(30, 20)), 'image/png')).toEqual({ bytes: colourPng(30, 20), mime: 'image/png', width: 30, height: 20 });
  });

  it('are none where something would change: it lies on its side, needs its profile, is of another kind or isn’t whole', () => {
    expect(pixelsKept(tellingJpeg(flatJpeg(64, 48), 6), 'image/jpeg')).toBe(null);
    expect(pixelsKept(inserted(flatJpeg(64, 48), 2, icc('Display P3')), 'image/jpeg')).toBe(null);
    expect(pixelsKept(inserted(colourPng(30, 20), 33, chunk('iCCP', ascii('Wide\0\0x'))), 'image/png')).toBe(null);
    expect(pixelsKept(flatJpeg(64, 48).slice(0, -2), 'image/jpeg')).toBe(null);
    expect(pixelsKept(colourPng(30, 20), 'image/webp')).toBe(null);
  });

  it('are asked for by an edit that changes nothing', () => {
    expect(changesNothing({ turn: 0, corners: null, even: false })).toBe(true);
    expect([changesNothing({ turn: 90, corners: null, even: false }), changesNothing({ turn: 0, corners: null, even: true })]).toEqual([false, false]);
  });
});
