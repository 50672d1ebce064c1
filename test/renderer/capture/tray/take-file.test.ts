import { describe, expect, it, vi } from 'vitest';
import { captureLimits } from '../../../../preload/contract/captures.ts';
import { readFile } from '../../../../renderer/capture/tray/take-file.ts';
import type { FileLike } from '../../../../renderer/capture/sources.ts';

const file = (name: string, bytes: readonly number[]): FileLike => ({ name, size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer });

describe('reading a file', () => {
  it('gives the name and the bytes as they came', async () => {
    expect(await readFile(file('a.png', [1, 2, 3]))).toEqual({ ok: true, value: { name: 'a.png', bytes: new Uint8Array([1, 2, 3]) } });
  });

  it('never reads one that is too large', async () => {
    const arrayBuffer = vi.fn<FileLike['arrayBuffer']>();
    expect(await readFile({ name: 'film.mov', size: captureLimits.bytes + 1, arrayBuffer })).toMatchObject({ ok: false, error: { code: 'file-size', message: 'film.mov has 201 MB; at most 200 MB are opened here.' } });
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('says so when there is nothing in it, and when the system does not let it be read', async () => {
    expect(await readFile(file('empty.pdf', []))).toMatchObject({ ok: false, error: { code: 'file-empty' } });
    const gone = { name: 'gone.pdf', size: 5, arrayBuffer: async () => { throw new DOMException('gone', 'NotFoundError'); } };
    expect(await readFile(gone)).toMatchObject({ ok: false, error: { message: 'gone.pdf could not be read from this computer.' } });
  });
});
