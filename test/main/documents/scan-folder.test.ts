import { mkdir, mkdtemp, readdir, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scanWaits } from '../../../main/documents/folder-watch.ts';
import { captureLimits } from '../../../preload/contract/captures.ts';
import { bad, desk, good, photo, type Desk } from '../customers/desk.ts';

/** A desk that watches a folder, after its first look. */
async function watching(files: Readonly<Record<string, Uint8Array>> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'bursar-scans-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  const at = await desk();
  at.folder = folder;
  good(await at.customers.handlers['captures.chooseFolder']({}));
  await later(at, 1);
  return { at, folder, put: (name: string, bytes: Uint8Array) => writeFile(path.join(folder, name), bytes) };
}

/** Long enough for a new file to be seen, to settle and to be taken, however the system tells of it. */
const enough = 2 * scanWaits.idle + 5000;

/** Lets so much time pass for the watch, waiting for what it really reads from the disk: at rest it always has a next look planned. */
async function later(at: Desk, ms = enough): Promise<void> {
  const end = at.now + ms;
  for (;;) {
    while (at.planned().length === 0) await new Promise((resolve) => { setImmediate(resolve); });
    const [next = 0] = at.planned();
    if (at.now + next > end) break;
    await at.pass(next);
  }
  at.now = end;
}

const taken = async (at: Desk) => good(await at.customers.handlers['captures.list']({ documentId: null })).map(({ name }) => name);
const state = async (at: Desk) => good(await at.customers.handlers['captures.folder']({}));

describe('choosing a folder to watch', () => {
  it('tells its last part and never its path', async () => {
    const { at, folder } = await watching();
    expect(await state(at)).toEqual({ name: path.basename(folder), problem: null });
    at.restart();
    expect(await state(at)).toEqual({ name: path.basename(folder), problem: null });
    good(await at.customers.handlers['captures.forgetFolder']({}));
    expect(await state(at)).toBeNull();
    expect(at.planned()).toEqual([]);
  });

  it('changes nothing when none is chosen, or one that can\u2019t be read', async () => {
    const { at, folder } = await watching({ 'old.txt': photo() });
    for (const other of [null, path.join(folder, 'gone'), path.join(folder, 'old.txt')]) {
      at.folder = other;
      const answer = await at.customers.handlers['captures.chooseFolder']({});
      if (other === null) expect(good(answer)).toBeNull();
      else expect(JSON.stringify(bad(answer))).not.toContain(folder);
      expect(await state(at)).toMatchObject({ name: path.basename(folder) });
    }
  });

  it('takes nothing that lies in it already', async () => {
    const { at, put } = await watching({ 'old.jpg': photo() });
    await later(at);
    expect(await taken(at)).toEqual([]);
    await put('old.jpg', photo(3000));
    await later(at);
    expect(await taken(at)).toEqual(['old.jpg']);
  });
});

describe('a watched folder', () => {
  it('gives its new files to the tray, leaves them where they are, and takes none twice', async () => {
    const { at, folder, put } = await watching();
    const bytes = photo(150_000);
    await put('one.jpg', bytes);
    await put('two.pdf', Buffer.from('%PDF-1.7 two'));
    await later(at);
    expect((await taken(at)).toSorted()).toEqual(['one.jpg', 'two.pdf']);
    const [page] = good(await at.customers.handlers['captures.list']({ documentId: null })).filter(({ name }) => name === 'one.jpg');
    expect(page).toMatchObject({ source: 'folder', mime: 'image/jpeg', state: 'new', bytes: bytes.length });
    expect(Buffer.compare(good(await at.customers.handlers['captures.read']({ id: page?.id ?? '' })).bytes, bytes)).toBe(0);
    expect((await readdir(folder)).toSorted()).toEqual(['one.jpg', 'two.pdf']);
    await later(at);
    at.restart();
    await later(at);
    await rename(path.join(folder, 'one.jpg'), path.join(folder, 'renamed.jpg'));
    await utimes(path.join(folder, 'two.pdf'), new Date(), new Date(Date.now() + 9000));
    await later(at);
    expect(await taken(at)).toHaveLength(2);
  });

  it('isn\u2019t taken from again what was thrown away', async () => {
    const { at, put } = await watching();
    await put('one.jpg', photo());
    await later(at);
    const [page] = good(await at.customers.handlers['captures.list']({ documentId: null }));
    good(await at.customers.handlers['captures.remove']({ ids: [page?.id ?? ''] }));
    at.restart();
    await later(at);
    expect(await taken(at)).toEqual([]);
  });

  it('waits until a file has stopped growing', async () => {
    const { at, put } = await watching();
    const whole = photo(9000);
    for (let size = 1000; size < whole.length; size += 1000) {
      await put('slow.jpg', whole.subarray(0, size));
      await later(at, scanWaits.growing);
      expect(await taken(at)).toEqual([]);
    }
    await put('slow.jpg', whole);
    await later(at);
    expect(good(await at.customers.handlers['captures.list']({ documentId: null }))).toMatchObject([{ name: 'slow.jpg', bytes: whole.length }]);
  });

  it('leaves alone what is hidden, half written, empty, of no known kind, too large, a folder, or a link that leads elsewhere', async () => {
    const { at, folder, put } = await watching();
    const outside = await mkdtemp(path.join(tmpdir(), 'bursar-outside-'));
    onTestFinished(() => rm(outside, { recursive: true, force: true }));
    await writeFile(path.join(outside, 'secret.jpg'), photo());
    await mkdir(path.join(folder, 'deeper.jpg'));
    await writeFile(path.join(folder, 'deeper.jpg', 'in.jpg'), photo());
    for (const name of ['.hidden.jpg', '~$lock.jpg', 'a.jpg.part', 'b.crdownload', 'c.tmp', 'd.jpg~']) await put(name, photo());
    await put('empty.jpg', new Uint8Array());
    await put('page.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await put('huge.jpg', photo(10));
    await truncate(path.join(folder, 'huge.jpg'), captureLimits.bytes + 1);
    await symlink(path.join(outside, 'secret.jpg'), path.join(folder, 'link.jpg'));
    await symlink(outside, path.join(folder, 'way-out'));
    await later(at);
    expect(await taken(at)).toEqual([]);
    expect(await state(at)).toMatchObject({ problem: null });
    expect(await at.files()).toEqual([]);
  });

  it('says in words when it is gone, and goes on when it is back', async () => {
    const { at, folder, put } = await watching();
    await rename(folder, `${folder}-away`);
    await later(at);
    const { problem } = await state(at) ?? {};
    expect(problem).toMatch(/isn\u2019t there any more/);
    expect(problem).not.toContain(folder);
    await rename(`${folder}-away`, folder);
    await put('one.jpg', photo());
    await later(at);
    expect([await taken(at), (await state(at))?.problem]).toEqual([['one.jpg'], null]);
  });

  it('keeps its files waiting while the tray is full', async () => {
    const { at, put } = await watching();
    for (let round = 0; round < 4; round += 1) good(await at.customers.handlers['captures.add']({ name: 'a.jpg', source: 'file', bytes: photo(), pages: 50 }));
    await put('one.jpg', photo());
    await later(at);
    expect((await state(at))?.problem).toMatch(/tray is full/);
    const rows = good(await at.customers.handlers['captures.list']({ documentId: null }));
    good(await at.customers.handlers['captures.remove']({ ids: rows.map(({ id }) => id) }));
    await later(at);
    expect([await taken(at), (await state(at))?.problem]).toEqual([['one.jpg'], null]);
  });

  it('is left alone while the app is locked, and looked into when it is open again', async () => {
    const { at, put } = await watching();
    await at.customers.pause();
    expect(at.planned()).toEqual([]);
    await put('one.jpg', photo());
    await at.pass(enough);
    expect(await taken(at)).toEqual([]);
    at.customers.resume();
    await later(at);
    expect(await taken(at)).toEqual(['one.jpg']);
  });
});
