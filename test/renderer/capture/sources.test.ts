import { describe, expect, it, vi } from 'vitest';
import { maxDocumentBytes } from '../../../preload/contract/documents.ts';
import { filesIn, fromFiles, type FileLike } from '../../../renderer/capture/sources.ts';

const file = (name: string, bytes: readonly number[]): FileLike => ({ name, size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer });

describe('a capture from files', () => {
  it('has the name and the bytes as they came', async () => {
    expect(await fromFiles([file('a.png', [1, 2, 3])])).toEqual({ ok: true, value: { name: 'a.png', bytes: new Uint8Array([1, 2, 3]) } });
  });

  it('takes one file at a time and says so', async () => {
    expect(await fromFiles([file('a.png', [1]), file('b.png', [2])])).toMatchObject({ ok: false, error: { message: '2 files came at once, and each place takes one.' } });
    expect(await fromFiles([])).toMatchObject({ ok: false, error: { code: 'file-type' } });
  });

  it('never reads a file that is too large', async () => {
    const arrayBuffer = vi.fn<FileLike['arrayBuffer']>();
    expect(await fromFiles([{ name: 'film.mov', size: maxDocumentBytes + 1, arrayBuffer }])).toMatchObject({ ok: false, error: { code: 'file-size' } });
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('says so when the system does not let it be read', async () => {
    const gone = { name: 'gone.pdf', size: 5, arrayBuffer: async () => { throw new DOMException('gone', 'NotFoundError'); } };
    expect(await fromFiles([gone])).toMatchObject({ ok: false, error: { message: 'gone.pdf could not be read from this computer.' } });
  });
});

describe('what is pasted', () => {
  const picture = new File([new Uint8Array([1])], 'image.png');
  const transfer = (types: readonly string[], files: readonly File[]) => ({ types, files: files as unknown as FileList });

  it('is a file when it holds one', () => {
    expect(filesIn(transfer(['Files'], [picture]))).toEqual([picture]);
    expect(filesIn(null)).toEqual([]);
  });

  it('stays text in a field when it is text that brings its own picture', () => {
    expect(filesIn(transfer(['text/plain', 'Files'], [picture]), true)).toEqual([]);
    expect(filesIn(transfer(['Files'], [picture]), true)).toEqual([picture]);
  });
});
