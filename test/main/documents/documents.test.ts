import { describe, expect, it } from 'vitest';
import { maxDocumentBytes } from '../../../preload/contract/documents.ts';
import { bad, desk, good, photo, thea, type Desk } from '../customers/desk.ts';
import { scripted } from '../customers/scripted.ts';

const text = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const pdf = text('%PDF-1.7 one page');
const add = (at: Desk, customerId: string, change: object = {}) =>
  at.customers.handlers['documents.add']({ customerId, slot: 'identity', name: 'pass.jpg', bytes: photo(), pages: null, ...change });

describe('adding a document', () => {
  it('keeps the bytes sealed, as they came, with the type that they have', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const bytes = photo(100_000);
    const kept = good(await add(at, id, { name: 'C:\\scans\\pass.pdf', bytes, pages: 3 }));
    expect(kept).toMatchObject({ name: 'pass.pdf', mime: 'image/jpeg', bytes: bytes.length, pages: null, state: 'kept', sent: 0, slot: 'identity' });
    const read = good(await at.customers.handlers['documents.read']({ customerId: id, documentId: kept.id }));
    expect(read.mime).toBe('image/jpeg');
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
    expect((await at.get(id)).documents).toEqual([kept]);
    expect((await at.get(id)).timeline[0]).toMatchObject({ what: 'Passport page added', source: 'you', actor: 'Femke Osei' });
  });

  it.each([
    ['empty', new Uint8Array(), null, 'file-empty', /pass\.jpg is empty/], ['too large', photo(maxDocumentBytes), null, 'file-size', /26 MB.*at most 25 MB/],
    ['an SVG', text('<svg xmlns="x">'), null, 'file-type', /pass\.jpg is an SVG drawing/], ['a page', text('<!doctype html>'), null, 'file-type', /a web page/],
    ['a program', text('MZ\x90\0'), null, 'file-type', /a Windows program/], ['HEIC', text('\0\0\0\x18ftypheic'), null, 'file-type', /a HEIC photo/],
    ['anything', text('hello'), null, 'file-type', /an unknown kind/], ['a book', pdf, 11, 'file-pages', /11 pages/],
  ])('refuses what is %s by name and reason, and keeps nothing', async (_what, bytes, pages, code, words) => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const error = bad(await add(at, id, { bytes, pages }));
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
    expect(error.fix).toBeTruthy();
    expect(await at.files()).toEqual([]);
  });

  it('takes exactly the largest file and the longest document', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    good(await add(at, id, { bytes: photo(maxDocumentBytes - 4) }));
    good(await add(at, id, { slot: 'proof_of_address', bytes: pdf, pages: 10 }));
  });

  it('knows which slots a document type has', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    expect(bad(await add(at, id, { slot: 'identity_back' }))).toMatchObject({ code: 'validation', fields: [{ path: 'identity_back' }] });
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, idType: 'drivers_license' } }));
    good(await add(at, id, { slot: 'identity_back' }));
  });

  it('replaces the file of a slot, and the old bytes go once nobody needs them', async () => {
    const at = await desk();
    const [first, second] = [await at.draft({}, []), await at.draft({ email: 'b@quay.example' }, [])];
    const shared = photo();
    good(await add(at, first.id, { bytes: shared }));
    good(await add(at, second.id, { bytes: shared }));
    expect(await at.files()).toHaveLength(1);
    const next = good(await add(at, first.id, { bytes: photo() }));
    expect((await at.get(first.id)).documents.map(({ id }) => id)).toEqual([next.id]);
    expect(await at.files()).toHaveLength(2);
    good(await add(at, second.id, { bytes: photo() }));
    expect(await at.files()).toHaveLength(2);
    good(await add(at, second.id, { bytes: photo() }));
    expect(await at.files()).toHaveLength(2);
  });

  it('keeps the old file when the new one can\u2019t be written', async () => {
    const at = await desk();
    const { id, documents } = await at.draft();
    const broken = { ...at.blobs, put: () => Promise.resolve({ ok: false as const, error: { code: 'storage' as const, message: 'The disk refused.' } }) };
    Object.assign(at.blobs, { put: broken.put });
    expect(bad(await add(at, id))).toMatchObject({ code: 'storage' });
    expect((await at.get(id)).documents).toEqual(documents);
    good(await at.customers.handlers['documents.read']({ customerId: id, documentId: documents[0]?.id ?? '' }));
  });

  it('takes many at once, whatever the order, and leaves one a slot', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const same = photo();
    for (const result of await Promise.all([0, 1, 2, 3, 4].map((each) => add(at, id, { bytes: each % 2 === 0 ? same : photo() })))) good(result);
    const { documents } = await at.get(id);
    expect(documents).toHaveLength(1);
    expect(await at.files()).toHaveLength(1);
    good(await at.customers.handlers['documents.read']({ customerId: id, documentId: documents[0]?.id ?? '' }));
  });

  it('leaves what Blaaiz looks at alone', async () => {
    const at = await desk(scripted());
    const { id } = await at.draft();
    const { documents } = good(await at.customers.handlers['customers.submit']({ id }));
    expect(bad(await add(at, id)).code).toBe('conflict');
    expect(bad(await at.customers.handlers['documents.remove']({ customerId: id, documentId: documents[0]?.id ?? '' })).code).toBe('conflict');
  });
});

describe('removing a document', () => {
  it('takes its bytes away, and says so in the story', async () => {
    const at = await desk();
    const { id, documents } = await at.draft();
    good(await at.customers.handlers['documents.remove']({ customerId: id, documentId: documents[0]?.id ?? '' }));
    expect(await at.files()).toEqual([]);
    expect((await at.get(id)).timeline[0]?.what).toBe('Passport page removed');
    expect(bad(await at.customers.handlers['documents.read']({ customerId: id, documentId: documents[0]?.id ?? '' })).code).toBe('not-found');
  });

  it('doesn\u2019t reach another customer\u2019s', async () => {
    const at = await desk();
    const [one, other] = [await at.draft(), await at.draft({ email: 'b@quay.example' })];
    const documentId = one.documents[0]?.id ?? '';
    expect(bad(await at.customers.handlers['documents.remove']({ customerId: other.id, documentId })).code).toBe('not-found');
    expect(bad(await at.customers.handlers['documents.read']({ customerId: other.id, documentId })).code).toBe('not-found');
  });
});
