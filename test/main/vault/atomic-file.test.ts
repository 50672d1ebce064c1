import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readIfPresent, replaceFile, setAside } from '../../../main/vault/atomic-file.ts';
import { ok } from '../../../preload/contract/result.ts';

let dir = '';
beforeEach(async () => { dir = await mkdtemp(path.join(tmpdir(), 'bursar-atomic-')); });
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('replacing a file', () => {
  it('makes the folder, writes the bytes and leaves nothing else', async () => {
    const file = path.join(dir, 'deep', 'er', 'file');
    expect(await replaceFile(file, Buffer.from('one'))).toEqual(ok(undefined));
    expect(await replaceFile(file, Buffer.from('two'))).toEqual(ok(undefined));
    expect(await readFile(file, 'utf8')).toBe('two');
    expect(await readdir(path.dirname(file))).toEqual(['file']);
  });

  it('that can not be replaced changes nothing and leaves no temporary file', async () => {
    const file = path.join(dir, 'taken');
    await mkdir(path.join(file, 'inside'), { recursive: true });
    expect(await replaceFile(file, Buffer.from('one'))).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await readdir(dir)).toEqual(['taken']);
  });
});

describe('reading and moving aside', () => {
  it('tells a missing file from one that can not be read', async () => {
    expect(await readIfPresent(path.join(dir, 'none'))).toEqual(ok(null));
    expect(await readIfPresent(dir)).toMatchObject({ ok: false, error: { code: 'storage' } });
  });

  it('keeps the bytes under a name with the time', async () => {
    const file = path.join(dir, 'vault.json');
    await writeFile(file, 'damaged');
    const moved = await setAside(file, Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(moved).toEqual(ok(`${file}.broken-2026-01-02T03-04-05-000Z`));
    expect(await readdir(dir)).toEqual(['vault.json.broken-2026-01-02T03-04-05-000Z']);
    expect(await setAside(file, 0)).toMatchObject({ ok: false, error: { code: 'storage' } });
  });
});
