import { describe, expect, it } from 'vitest';
import { nameForeignFile } from '../../../preload/contract/file-kinds.ts';

const kindOf = (text: string): string => nameForeignFile(Buffer.from(text, 'latin1')).kind;

describe('a refused file is called', () => {
  it.each([
    ['a HEIC photo', '\0\0\0\x18ftypmif1'], ['an AVIF picture', '\0\0\0\x18ftypavif'],
    ['a video or photo of a kind Blaaiz doesn\u2019t take', '\0\0\0\x18ftypisom'], ['a video or photo of a kind Blaaiz doesn\u2019t take', '\0\0\0\x08ftyp'],
    ['an SVG drawing', '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>'], ['an SVG drawing', '\xef\xbb\xbf  <SVG>'],
    ['a web page', '<!-- saved --><!DOCTYPE html>'], ['a web page', '\n<script>'],
    ['a TIFF picture', 'MM\0*'], ['an old Office file', '\xd0\xcf\x11\xe0\xa1'],
    ['a file of an unknown kind', 'M'], ['a file of an unknown kind', 'plain words about <svg>'],
  ])('%s', (kind, text) => { expect(kindOf(text)).toBe(kind); });

  it('what its bytes say and how a phone can avoid it', () => {
    expect(nameForeignFile(Buffer.from('\0\0\0\x18ftypheic')).fix).toMatch(/Export it as JPEG/);
    expect(nameForeignFile(Buffer.from('MZ\x90')).fix).toMatch(/Ask the sender/);
  });

  it('at once, however big it is and whatever lies behind its first kilobyte', () => {
    expect(kindOf(`${' '.repeat(2000)}<svg>`)).toBe('a file of an unknown kind');
    expect(nameForeignFile(new Uint8Array(30_000_000)).kind).toBe('a file of an unknown kind');
  });
});
