import { describe, expect, it, vi } from 'vitest';
import { maxDocumentBytes } from '../../../preload/contract/documents.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { openFile, type Openers } from '../../../renderer/capture/open-file.ts';
import { samplePdf, samplePng } from '../fake/sample-files.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const openers = (change: Partial<Openers> = {}): Openers => ({ decodeImage: async () => true, countPages: async () => ok(2), ...change });
const open = (name: string, bytes: Uint8Array, change: Partial<Openers> = {}) => openFile({ name, bytes }, openers(change));

async function refusal(name: string, bytes: Uint8Array, change: Partial<Openers> = {}) {
  const opened = await open(name, bytes, change);
  if (opened.ok) throw new Error('It was kept.');
  expect(opened.error.message).toContain(name);
  expect(opened.error.fix).toBeTruthy();
  return opened.error;
}

describe('a file before it is kept', () => {
  it('is known by its bytes and not by its name', async () => {
    expect(await open('passport.pdf', samplePng(8, 8))).toMatchObject({ ok: true, value: { mime: 'image/png', pages: null, name: 'passport.pdf' } });
    expect(await open('bill.jpg', samplePdf(2))).toMatchObject({ ok: true, value: { mime: 'application/pdf', pages: 2 } });
  });

  it('is refused when there is nothing in it', async () => {
    expect(await refusal('scan.pdf', new Uint8Array())).toMatchObject({ code: 'file-empty' });
  });

  it('is refused when it is larger than the provider takes, without being opened', async () => {
    const decodeImage = vi.fn<Openers['decodeImage']>(async () => true);
    const large = new Uint8Array(maxDocumentBytes + 1);
    large.set(samplePng(8, 8));
    expect(await refusal('poster.png', large, { decodeImage })).toMatchObject({ code: 'file-size', message: 'poster.png has 26 MB, and Blaaiz takes at most 25 MB.' });
    expect(decodeImage).not.toHaveBeenCalled();
  });

  it.each([
    ['IMG_3.jpg', new Uint8Array([0, 0, 0, 24, ...ascii('ftypheic')]), 'HEIC'],
    ['logo.png', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['page.pdf', ascii('<!doctype html><title>x</title>'), 'web page'],
    ['notes.jpg', ascii('hello'), 'unknown'],
  ])('says what %s really is', async (name, bytes, kind) => {
    const error = await refusal(name, bytes);
    expect(error.code).toBe('file-type');
    expect(error.message).toContain(kind);
  });

  it('is refused when the picture does not decode, though it begins well', async () => {
    const decodeImage = vi.fn<Openers['decodeImage']>(async () => false);
    const cut = samplePng(8, 8).slice(0, 40);
    expect(await refusal('half.png', cut, { decodeImage })).toMatchObject({ code: 'file-damaged', message: 'half.png is damaged: it does not open.' });
    expect(decodeImage).toHaveBeenCalledWith(cut, 'image/png');
  });

  it.each([['encrypted', 'file-damaged', 'password'], ['damaged', 'file-damaged', 'damaged'], ['no-viewer', 'internal', 'not kept']] as const)(
    'is refused when a PDF is %s', async (problem, code, word) => {
      const error = await refusal('bill.pdf', samplePdf(1), { countPages: async () => fail(problem) });
      expect(error.code).toBe(code);
      expect(error.message).toContain(word);
    },
  );

  it('is refused when a PDF has more pages than a document ever has', async () => {
    expect(await refusal('book.pdf', samplePdf(1), { countPages: async () => ok(11) })).toMatchObject({ code: 'file-pages', message: 'book.pdf has 11 pages; at most 10 are kept.' });
    expect(await open('ten.pdf', samplePdf(1), { countPages: async () => ok(10) })).toMatchObject({ ok: true, value: { pages: 10 } });
  });
});
