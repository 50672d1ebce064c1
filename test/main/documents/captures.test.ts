import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { captureLimits, noEdit } from '../../../preload/contract/captures.ts';
import { bad, desk, good, photo, thea, type Desk } from '../customers/desk.ts';
import { goodEvidence } from './evidence.ts';

const text = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const pdf = text('%PDF-1.7 two pages');
const small = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);

const add = (at: Desk, change: { name?: string; bytes?: Uint8Array<ArrayBuffer>; pages?: number | null } = {}) =>
  at.customers.handlers['captures.add']({ name: 'scan.jpg', source: 'file', bytes: photo(), pages: 1, ...change });
const ids = async (at: Desk) => good(await at.customers.handlers['captures.list']({ documentId: null })).map(({ id }) => id);

describe('adding an original to the tray', () => {
  it('keeps it sealed and as it came, one row a page, over a restart', async () => {
    const at = await desk();
    const bytes = photo(300_000);
    const [page] = good(await add(at, { name: '/home/thea/scans/pass.pdf', bytes }));
    expect(page).toMatchObject({ name: 'pass.pdf', source: 'file', mime: 'image/jpeg', bytes: bytes.length, page: 1, pages: 1, state: 'ready', edit: noEdit, evidence: null, documentId: null, addedAt: at.now });
    const two = good(await add(at, { bytes: pdf, pages: 2 }));
    expect(two.map(({ page: number, pages, mime }) => [number, pages, mime])).toEqual([[1, 2, 'application/pdf'], [2, 2, 'application/pdf']]);
    at.restart();
    expect(await ids(at)).toEqual([page?.id, ...two.map(({ id }) => id)]);
    const read = good(await at.customers.handlers['captures.read']({ id: page?.id ?? '' }));
    expect([read.mime, Buffer.compare(read.bytes, bytes)]).toEqual(['image/jpeg', 0]);
    expect(good(await at.customers.handlers['captures.read']({ id: two[1]?.id ?? '' })).bytes).toEqual(pdf);
    expect(await at.files()).toHaveLength(2);
    expect(at.captured.length).toBeGreaterThan(0);
  });

  it.each([
    ['JPEG', photo(4), 'image/jpeg'], ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'], ['PDF', pdf, 'application/pdf'], ['TIFF', text('II*\0data'), 'image/tiff'],
    ['WebP', text('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'], ['HEIC', text('\0\0\0\x18ftypheic'), 'image/heic'],
  ])('tells %s by its bytes, whatever it is called', async (_what, bytes, mime) => {
    const at = await desk();
    expect(good(await add(at, { name: 'x.exe', bytes, pages: null }))).toMatchObject([{ mime, state: 'new', page: null, pages: null }]);
  });

  it.each([
    ['empty', new Uint8Array(), 'file-empty', /scan\.jpg is empty/], ['an SVG', text('<svg xmlns="x">'), 'file-type', /an SVG drawing/], ['a web page', text('<!doctype html>'), 'file-type', /a web page/],
    ['a program', text('MZ\x90\0'), 'file-type', /a Windows program/], ['a ZIP', text('PK\x03\x04'), 'file-type', /ZIP/], ['short', Uint8Array.of(0xff), 'file-type', /unknown kind/],
  ])('refuses what is %s by name and reason, and keeps nothing', async (_what, bytes, code, words) => {
    const at = await desk();
    const error = bad(await add(at, { bytes }));
    expect(error).toMatchObject({ code, message: expect.stringMatching(words), fix: expect.any(String) });
    expect([await at.files(), await ids(at)]).toEqual([[], []]);
  });

  it('takes no more pages than the tray holds', async () => {
    const at = await desk();
    for (let round = 0; round < 4; round += 1) good(await add(at, { pages: 50 }));
    expect(await ids(at)).toHaveLength(captureLimits.tray);
    const files = await at.files();
    expect(bad(await add(at))).toMatchObject({ code: 'conflict', fix: expect.any(String) });
    expect(await at.files()).toEqual(files);
  });

  it('is shared by its pages and goes with the last of them', async () => {
    const at = await desk();
    const [first, second] = good(await add(at, { bytes: pdf, pages: 2 }));
    good(await at.customers.handlers['captures.remove']({ ids: [first?.id ?? ''] }));
    expect(good(await at.customers.handlers['captures.read']({ id: second?.id ?? '' })).bytes).toEqual(pdf);
    good(await at.customers.handlers['captures.remove']({ ids: [second?.id ?? '', 'gone'] }));
    expect(await at.files()).toEqual([]);
  });
});

describe('a stream of bytes', () => {
  const pieces = async function* (sizes: readonly number[], head = photo(8)) {
    yield head;
    for (const size of sizes) yield new Uint8Array(size).fill(7);
  };
  const keep = (at: Desk, bytes: AsyncIterable<Uint8Array>) => at.customers.keepCapture({ name: 'page.jpg', source: 'scanner', bytes });

  it('is kept without being held whole, in whatever pieces it comes', async () => {
    const at = await desk();
    const whole = photo(200_000);
    const byByte = async function* () {
      for (let index = 0; index < 40; index += 1) yield whole.subarray(index, index + 1);
      yield whole.subarray(40);
    };
    const [kept] = good(await keep(at, byByte()));
    expect(kept).toMatchObject({ source: 'scanner', mime: 'image/jpeg', state: 'new', bytes: whole.length });
    expect(Buffer.compare(good(await at.customers.handlers['captures.read']({ id: kept?.id ?? '' })).bytes, whole)).toBe(0);
  });

  it('ends as soon as it is larger than any original may be, and leaves nothing', async () => {
    const at = await desk();
    let given = 0;
    const endless = async function* () {
      for await (const piece of pieces(Array.from({ length: 4096 }, () => 1024 * 1024))) {
        given += piece.length;
        yield piece;
      }
    };
    expect(bad(await keep(at, endless()))).toMatchObject({ code: 'file-size', message: expect.stringMatching(/page\.jpg has more than 200 MB/) });
    expect(given).toBeLessThan(captureLimits.bytes + 2 * 1024 * 1024);
    expect([await at.files(), await ids(at)]).toEqual([[], []]);
  });

  it('leaves nothing when its source breaks', async () => {
    const at = await desk();
    const broken = async function* () {
      yield photo(100_000);
      throw new RangeError('The lid was opened');
    };
    await expect(keep(at, broken())).rejects.toThrow('The lid was opened');
    expect([await at.files(), await ids(at)]).toEqual([[], []]);
  });

  it('keeps nobody else waiting while it comes', async () => {
    const at = await desk();
    const gate = Promise.withResolvers<void>();
    const slow = async function* () {
      yield photo(2000);
      await gate.promise;
      yield photo(2000);
    };
    const scanning = keep(at, slow());
    const [other] = good(await add(at));
    good(await at.customers.handlers['captures.remove']({ ids: [other?.id ?? ''] }));
    gate.resolve();
    good(await scanning);
    expect(await ids(at)).toHaveLength(1);
  });
});

describe('pages of the tray', () => {
  it('appear where their file stood once it has been opened, and again with the same answer', async () => {
    const at = await desk();
    const [before] = good(await add(at));
    const [file] = good(await add(at, { bytes: pdf, pages: null }));
    const [after] = good(await add(at));
    const opened = good(await at.customers.handlers['captures.opened']({ id: file?.id ?? '', pages: 3 }));
    expect(opened.map(({ page, pages, state }) => [page, pages, state])).toEqual([[1, 3, 'ready'], [2, 3, 'ready'], [3, 3, 'ready']]);
    expect(opened[0]?.id).toBe(file?.id);
    expect(await ids(at)).toEqual([before?.id, ...opened.map(({ id }) => id), after?.id]);
    expect(good(await at.customers.handlers['captures.opened']({ id: file?.id ?? '', pages: 3 }))).toEqual(opened);
    expect(bad(await at.customers.handlers['captures.opened']({ id: file?.id ?? '', pages: 2 })).code).toBe('conflict');
  });

  it('say why a file can\u2019t be used, and never become a document then', async () => {
    const at = await desk();
    const [file] = good(await add(at, { bytes: pdf, pages: null }));
    expect(good(await at.customers.handlers['captures.refuse']({ id: file?.id ?? '', problem: 'It needs a password.' }))).toMatchObject({ state: 'refused', problem: 'It needs a password.' });
    expect(bad(await at.customers.handlers['captures.opened']({ id: file?.id ?? '', pages: 1 })).code).toBe('conflict');
    at.restart();
    expect(good(await at.customers.handlers['captures.list']({ documentId: null }))).toMatchObject([{ state: 'refused' }]);
  });

  it('keep what was done to them beside the untouched original', async () => {
    const at = await desk();
    const bytes = photo();
    const [page] = good(await add(at, { bytes }));
    const id = page?.id ?? '';
    const edit = { ...noEdit, turn: 90, even: true } as const;
    const evidence = goodEvidence(thea, 'identity');
    expect(good(await at.customers.handlers['captures.thumb']({ id })).bytes).toBeNull();
    good(await at.customers.handlers['captures.save']({ id, edit, thumb: small, evidence: null }));
    good(await at.customers.handlers['captures.save']({ id, edit: null, thumb: null, evidence }));
    at.restart();
    expect(good(await at.customers.handlers['captures.list']({ documentId: null }))).toMatchObject([{ id, edit, evidence }]);
    expect(good(await at.customers.handlers['captures.thumb']({ id })).bytes).toEqual(small);
    expect(Buffer.compare(good(await at.customers.handlers['captures.read']({ id })).bytes, bytes)).toBe(0);
  });

  it('refuse a small picture that is none or too large', async () => {
    const at = await desk();
    const [page] = good(await add(at));
    for (const thumb of [photo(captureLimits.thumb), text('<svg>'), new Uint8Array()]) {
      expect(bad(await at.customers.handlers['captures.save']({ id: page?.id ?? '', edit: null, thumb, evidence: null }))).toMatchObject({ code: 'validation', fields: [{ path: 'thumb' }] });
    }
    expect(good(await at.customers.handlers['captures.thumb']({ id: page?.id ?? '' })).bytes).toBeNull();
  });

  it('stand in the order a person gives them; who isn\u2019t named comes after', async () => {
    const at = await desk();
    const [a = '', b = '', c = '', d = ''] = (await Promise.all([add(at), add(at), add(at), add(at)])).map((one) => good(one)[0]?.id ?? '').toSorted();
    good(await at.customers.handlers['captures.order']({ ids: [d, 'gone', b, d] }));
    expect((await ids(at)).slice(0, 2)).toEqual([d, b]);
    expect(new Set(await ids(at))).toEqual(new Set([a, b, c, d]));
    at.restart();
    expect((await ids(at)).slice(0, 2)).toEqual([d, b]);
  });

  it('of a document aren\u2019t thrown away nor refused from the tray', async () => {
    const at = await desk();
    const { documents: [document] } = await at.draft();
    const [free] = good(await add(at));
    const [own = ''] = document?.captureIds ?? [];
    expect(bad(await at.customers.handlers['captures.remove']({ ids: [free?.id ?? '', own] })).code).toBe('conflict');
    expect(bad(await at.customers.handlers['captures.refuse']({ id: own, problem: 'No.' })).code).toBe('conflict');
    expect(await ids(at)).toEqual([free?.id]);
    good(await at.customers.handlers['captures.read']({ id: own }));
  });

  it('aren\u2019t found once they are gone', async () => {
    const at = await desk();
    for (const answer of [
      at.customers.handlers['captures.read']({ id: 'x' }), at.customers.handlers['captures.thumb']({ id: 'x' }), at.customers.handlers['captures.opened']({ id: 'x', pages: 1 }),
      at.customers.handlers['captures.save']({ id: 'x', edit: null, thumb: null, evidence: null }), at.customers.handlers['captures.refuse']({ id: 'x', problem: 'No.' }),
    ]) expect(bad(await answer as never)).toMatchObject({ code: 'not-found' });
    expect(good(await at.customers.handlers['captures.list']({ documentId: 'x' }))).toEqual([]);
  });
});

describe('what lies on the disk', () => {
  it('holds neither a name nor a byte of an original in the clear', async () => {
    const at = await desk();
    const bytes = Uint8Array.of(...photo(64), ...text('MARLOWE<<THEA'));
    good(await add(at, { name: 'marlowe.jpg', bytes }));
    for (const { where, content } of await Promise.all((await at.everyFile()).map(async (where) => ({ where, content: await readFile(where) })))) {
      expect([where, content.includes('MARLOWE'), where.includes('marlowe')]).toEqual([where, false, false]);
    }
  });
});
