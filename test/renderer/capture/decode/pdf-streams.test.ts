// @vitest-environment node
import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflated } from '../../../../renderer/capture/decode/inflate.ts';
import { troubleInStreams } from '../../../../renderer/capture/decode/pdf-streams.ts';
import { samplePdf } from '../../fake/sample-files.ts';
import { bombPdf, colourPdf, hugePicturePdf } from '../files/pdf.ts';

describe('the streams of a PDF', () => {
  it('are fit to be opened in any usual file', async () => {
    for (const bytes of [samplePdf(3), colourPdf(), hugePicturePdf(7_000, 7_000), bombPdf(5)]) expect(await troubleInStreams(bytes)).toBe(null);
  });

  it('are not when they are packed twice over, or small for what they unfold to', async () => {
    expect(await troubleInStreams(bombPdf(1, true))).toEqual({ kind: 'swells' });
    expect(await troubleInStreams(bombPdf(40))).toEqual({ kind: 'swells' });
  });

  it('are not when a picture in them claims to be too large', async () => {
    expect(await troubleInStreams(hugePicturePdf(10_000, 10_000))).toEqual({ kind: 'pixels', millions: 100, most: 50 });
  });

  it('are read without throwing in any bytes', async () => {
    const words = fc.constantFrom('stream\n', 'endstream', '<< /Filter /FlateDecode >>', ' obj', '/Subtype /Image', '/Width 99999999', '/Height 9', 'x');
    await fc.assert(fc.asyncProperty(fc.array(words, { maxLength: 30 }), async (parts) => {
      const trouble = await troubleInStreams(new TextEncoder().encode(parts.join('')));
      expect(trouble === null || ['swells', 'pixels'].includes(trouble.kind)).toBe(true);
    }));
  });
});

describe('inflating', () => {
  const whole = async (bytes: Uint8Array) => {
    const parts: Uint8Array[] = [];
    for await (const part of inflated(bytes)) parts.push(part);
    return Buffer.concat(parts);
  };

  it('gives back what was deflated, and what it can of what is damaged or followed by something else', async () => {
    const text = Buffer.from('twelve quays '.repeat(9_000));
    const packed = deflateSync(text);
    expect((await whole(packed)).equals(text)).toBe(true);
    expect(text.subarray(0, 50).equals((await whole(Buffer.concat([packed, Buffer.from('and more')]))).subarray(0, 50))).toBe(true);
    expect(await whole(Buffer.from('no zlib'))).toHaveLength(0);
  });

  it('takes no more of a bomb than is asked for', async () => {
    let size = 0;
    for await (const part of inflated(deflateSync(new Uint8Array(50_000_000)))) {
      size += part.length;
      if (size > 1_000_000) break;
    }
    expect(size).toBeLessThan(20_000_000);
  });
});
