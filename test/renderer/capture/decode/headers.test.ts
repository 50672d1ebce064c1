import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureLimits } from '../../../../preload/contract/captures.ts';
import { inspect } from '../../../../renderer/capture/decode/inspect.ts';
import { readHeic } from '../../../../renderer/capture/decode/heic-header.ts';
import { readJpeg } from '../../../../renderer/capture/decode/jpeg-header.ts';
import { orientationOf } from '../../../../renderer/capture/decode/orientation.ts';
import { readPng } from '../../../../renderer/capture/decode/png-header.ts';
import { readWebp } from '../../../../renderer/capture/decode/webp-header.ts';
import { ascii, inserted, joined, number } from '../files/bytes.ts';
import { heic } from '../files/heic.ts';
import { exif, flatJpeg, lyingJpeg, tellingJpeg } from '../files/jpeg.ts';
import { chunk, colourPng, lyingPng } from '../files/png.ts';
import { colourPage, tiff } from '../files/tiff.ts';

const webp = (name: string, body: readonly number[]) => joined(ascii('RIFF'), number(body.length + 12, 4, true), ascii('WEBP'), ascii(name), number(body.length, 4, true), body);
const samples: readonly (readonly [string, Uint8Array])[] = [
  ['JPEG', tellingJpeg(flatJpeg(64, 48), 6)], ['PNG', colourPng(16, 12)], ['HEIC', heic()], ['TIFF', tiff([colourPage(8, 6), colourPage(6, 8)])], ['WebP', webp('VP8X', [0, 0, 0, 0, 99, 0, 0, 49, 0, 0])],
];

describe('what a file says of itself', () => {
  it('is its size, how it was held, its dots an inch and its colours', () => {
    expect(readJpeg(flatJpeg(640, 480))).toMatchObject({ ok: true, value: { width: 640, height: 480, components: 1, progressive: false, orientation: 1, profile: 'ordinary', dpi: null } });
    expect(readJpeg(tellingJpeg(flatJpeg(64, 48), 6))).toMatchObject({ ok: true, value: { orientation: 6 } });
    const scanned = inserted(flatJpeg(64, 48), 2, joined([0xff, 0xe0, 0, 16], ascii('JFIF\0'), [1, 1, 2, 0, 118, 0, 118, 0, 0]));
    expect(readJpeg(scanned)).toMatchObject({ ok: true, value: { dpi: 300 } });
    const wide = inserted(flatJpeg(64, 48), 2, joined([0xff, 0xe2, 0, 30], ascii('ICC_PROFILE\0\x01\x01Display P3  ')));
    expect(readJpeg(wide)).toMatchObject({ ok: true, value: { profile: 'other' } });
    expect(readPng(colourPng(30, 20))).toMatchObject({ ok: true, value: { width: 30, height: 20, colour: 2, depth: 8, interlaced: false } });
    expect(readPng(inserted(colourPng(30, 20), 33, chunk('pHYs', [...number(11_811, 4), ...number(11_811, 4), 1])))).toMatchObject({ ok: true, value: { dpi: 300 } });
    expect(readHeic(heic(3, 2))).toEqual({ ok: true, value: { width: 192, height: 128 } });
    expect(readWebp(webp('VP8X', [0, 0, 0, 0, 99, 0, 0, 49, 0, 0]))).toEqual({ ok: true, value: { width: 100, height: 50 } });
    expect(readWebp(webp('VP8L', [0x2f, 99, 64, 12, 0]))).toEqual({ ok: true, value: { width: 100, height: 50 } });
    expect(orientationOf(exif(8).subarray(6))).toBe(8);
  });

  it.each(samples)('is refused as cut wherever a %s ends too early', (_kind, bytes) => {
    fc.assert(fc.property(fc.integer({ min: 16, max: bytes.length - 1 }), (length) => {
      const read = inspect(bytes.slice(0, length));
      // What follows the end of a JPEG may be missing: it is no part of the picture.
      expect(read.ok ? _kind : read.error.kind).toMatch(/^(?:cut|damaged|foreign|JPEG)$/);
    }));
  });

  it('is not believed when it is too large, at the border of what passes', () => {
    expect(inspect(lyingJpeg(flatJpeg(8, 8), 10_000, 10_000)).ok).toBe(true);
    expect(inspect(lyingJpeg(flatJpeg(8, 8), 10_000, 10_001))).toEqual({ ok: false, error: { kind: 'pixels', millions: 101, most: 100 } });
    expect(inspect(flatJpeg(7_100, 7_100, { progressive: true }))).toMatchObject({ ok: false, error: { kind: 'pixels', most: 50 } });
    expect(inspect(lyingPng(30_001, 10))).toEqual({ ok: false, error: { kind: 'side', side: 30_001 } });
    expect(inspect(lyingPng(0, 10))).toEqual({ ok: false, error: { kind: 'damaged' } });
    expect(inspect(heic(2, 2, { width: 9_000, height: 9_000 }))).toMatchObject({ ok: false, error: { kind: 'pixels', millions: 81 } });
  });

  it('passes for a photo of 48 megapixels of every kind that phones take', () => {
    expect(inspect(flatJpeg(8_064, 6_048))).toEqual({ ok: true, value: { mime: 'image/jpeg', pages: 1 } });
    expect(inspect(heic(2, 2, { width: 8_064, height: 6_048 }))).toEqual({ ok: true, value: { mime: 'image/heic', pages: 1 } });
  });

  it('is nothing for a file that is empty, foreign or larger than is taken', () => {
    expect(inspect(new Uint8Array())).toEqual({ ok: false, error: { kind: 'empty' } });
    expect(inspect(ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({ ok: false, error: { kind: 'foreign' } });
    expect(inspect(new Uint8Array(captureLimits.bytes + 1))).toEqual({ ok: false, error: { kind: 'bytes', size: captureLimits.bytes + 1 } });
    expect(inspect(ascii('%PDF-1.7'))).toEqual({ ok: true, value: { mime: 'application/pdf', pages: null } });
  });

  it.each([
    ['a JPEG', [0xff, 0xd8, 0xff]], ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]], ['a WebP', [...ascii('RIFF\xff\0\0\0WEBP')]], ['a HEIC', [0, 0, 0, 24, ...ascii('ftypheic')]],
    ['a TIFF', [0x49, 0x49, 42, 0, 8, 0, 0, 0]],
  ] as const)('never throws for what begins like %s', (_kind, start) => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
      expect(typeof inspect(Uint8Array.from([...start, ...rest])).ok).toBe('boolean');
    }), { numRuns: 500 });
  });

  it.each(samples)('never throws for a %s with some bytes changed', (_kind, bytes) => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }), (changes) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, value] of changes) copy[at] = value;
      expect(typeof inspect(copy).ok).toBe('boolean');
    }), { numRuns: 300 });
  });
});
