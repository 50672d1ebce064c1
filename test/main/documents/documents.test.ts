import { describe, expect, it } from 'vitest';
import { maxDocumentBytes } from '../../../preload/contract/documents.ts';
import type { Request } from '../../../preload/contract/api.ts';
import { bad, desk, good, photo, thea, type Desk } from '../customers/desk.ts';
import { scripted } from '../customers/scripted.ts';
import { goodEvidence } from './evidence.ts';

const text = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const pdf = text('%PDF-1.7 one page');

/** Brings pages into the tray. */
async function tray(at: Desk, pages = 1, bytes: Uint8Array<ArrayBuffer> = photo()): Promise<string[]> {
  return good(await at.customers.handlers['captures.add']({ name: 'C:\\scans\\pass.pdf', source: 'scanner', bytes, pages })).map(({ id }) => id);
}

/** Places pages of the tray as the screen does, with what is to be different. */
function place(at: Desk, customerId: string, captureIds: string[], change: Partial<Request<'documents.place'>> = {}) {
  const evidence = captureIds.map(() => goodEvidence(thea, change.slot ?? 'identity'));
  return at.customers.handlers['documents.place']({ customerId, slot: 'identity', captureIds, name: 'pass.jpg', bytes: photo(), evidence, ...change });
}

const inTray = async (at: Desk) => good(await at.customers.handlers['captures.list']({ documentId: null })).map(({ id }) => id);

describe('placing a document', () => {
  it('keeps the bytes sealed with the type that they have, and its pages with their originals', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const [page = ''] = await tray(at);
    const bytes = photo(100_000);
    const evidence = [goodEvidence(thea, 'identity')];
    const kept = good(await place(at, id, [page], { name: 'C:\\scans\\pass.pdf', bytes, evidence }));
    expect(kept).toMatchObject({ name: 'pass.pdf', mime: 'image/jpeg', bytes: bytes.length, pages: null, state: 'kept', sent: 0, slot: 'identity', evidence, overrides: [], captureIds: [page] });
    const read = good(await at.customers.handlers['documents.read']({ customerId: id, documentId: kept.id }));
    expect(read.mime).toBe('image/jpeg');
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
    expect((await at.get(id)).documents).toEqual([kept]);
    expect((await at.get(id)).timeline[0]).toMatchObject({ what: 'Passport page added', source: 'you', actor: 'Femke Osei' });
    expect(await inTray(at)).toEqual([]);
    expect(good(await at.customers.handlers['captures.list']({ documentId: kept.id }))).toMatchObject([{ id: page, documentId: kept.id }]);
    at.restart();
    expect((await at.get(id)).documents).toEqual([kept]);
  });

  it.each([
    ['empty', new Uint8Array(), 'file-empty', /pass\.jpg is empty/], ['too large', photo(maxDocumentBytes), 'file-size', /26 MB.*at most 25 MB/],
    ['an SVG', text('<svg xmlns="x">'), 'file-type', /pass\.jpg is an SVG drawing/], ['a page', text('<!doctype html>'), 'file-type', /a web page/],
    ['a program', text('MZ\x90\0'), 'file-type', /a Windows program/], ['HEIC', text('\0\0\0\x18ftypheic'), 'file-type', /a HEIC photo/],
    ['anything', text('hello'), 'file-type', /an unknown kind/],
  ])('refuses what is %s by name and reason, and keeps nothing of it', async (_what, bytes, code, words) => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const pages = await tray(at);
    const error = bad(await place(at, id, pages, { bytes }));
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
    expect(error.fix).toBeTruthy();
    expect([await at.files(), await inTray(at)]).toEqual([[expect.any(String)], pages]);
  });

  it('takes exactly the largest file and the longest document', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    good(await place(at, id, await tray(at), { bytes: photo(maxDocumentBytes - 4) }));
    expect(good(await place(at, id, await tray(at, 10, pdf), { slot: 'proof_of_address', bytes: pdf }))).toMatchObject({ mime: 'application/pdf', pages: 10 });
    expect(bad(await place(at, id, await tray(at, 11, pdf), { slot: 'proof_of_address', bytes: pdf })).code).toBe('file-pages');
  });

  it('knows which slots a document type has', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const pages = await tray(at);
    expect(bad(await place(at, id, pages, { slot: 'identity_back' }))).toMatchObject({ code: 'validation', fields: [{ path: 'identity_back' }] });
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, idType: 'drivers_license' } }));
    good(await place(at, id, pages, { slot: 'identity_back' }));
  });

  it.each(['identity', 'identity_back', 'liveness_check'] as const)('takes one page for %s, and several only as a PDF', async (slot) => {
    const at = await desk();
    const { id } = await at.draft({ idType: 'drivers_license' }, []);
    expect(bad(await place(at, id, await tray(at, 2, pdf), { slot, bytes: pdf }))).toMatchObject({ code: 'file-pages', fields: [{ path: slot }] });
    expect(bad(await place(at, id, await tray(at, 2), { slot: 'proof_of_address' })).code).toBe('file-type');
  });

  it('takes only pages that are there, opened, of use and in no other document, each once and each looked at', async () => {
    const at = await desk();
    const { id, documents } = await at.draft({}, ['proof_of_address']);
    const [page = '', other = ''] = await tray(at, 2);
    const [unopened] = good(await at.customers.handlers['captures.add']({ name: 'a.jpg', source: 'file', bytes: photo(), pages: null }));
    expect(bad(await place(at, id, ['nothing'])).code).toBe('not-found');
    expect(bad(await place(at, id, [unopened?.id ?? '']))).toMatchObject({ code: 'conflict', message: /not been opened/ as never });
    good(await at.customers.handlers['captures.refuse']({ id: unopened?.id ?? '', problem: 'It is damaged.' }));
    expect(bad(await place(at, id, [unopened?.id ?? '']))).toMatchObject({ code: 'conflict', message: 'It is damaged.' });
    expect(bad(await place(at, id, [...documents[0]?.captureIds ?? []]))).toMatchObject({ code: 'conflict', fix: expect.any(String) });
    expect(bad(await place(at, id, [page, page], { slot: 'proof_of_address', bytes: pdf })).code).toBe('validation');
    expect(bad(await place(at, id, [page, other], { slot: 'proof_of_address', bytes: pdf, evidence: [goodEvidence(thea, 'identity')] })).code).toBe('validation');
    expect(bad(await place(at, id, [page], { evidence: [] })).code).toBe('validation');
    expect(await inTray(at)).toEqual([page, other, unopened?.id]);
  });

  it('keeps the pages in the order that was asked for', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const [a = '', b = '', c = ''] = await tray(at, 3, pdf);
    const kept = good(await place(at, id, [c, a, b], { slot: 'proof_of_address', bytes: pdf }));
    at.restart();
    expect((await at.get(id)).documents[0]?.captureIds).toEqual([c, a, b]);
    expect(good(await at.customers.handlers['captures.list']({ documentId: kept.id })).map(({ id: page, page: number }) => [page, number])).toEqual([[c, 3], [a, 1], [b, 2]]);
  });

  it('gives the pages of the one before back to the tray, and takes its bytes away once nobody needs them', async () => {
    const at = await desk();
    const [first, second] = [await at.draft({}, []), await at.draft({ email: 'b@quay.example' }, [])];
    const shared = photo();
    const [one = '', two = '', three = ''] = await tray(at, 3);
    const originals = (await at.files()).length;
    good(await place(at, first.id, [one], { bytes: shared }));
    good(await place(at, second.id, [two], { bytes: shared }));
    expect(await at.files()).toHaveLength(originals + 1);
    const next = good(await place(at, first.id, [three]));
    expect((await at.get(first.id)).documents.map(({ id }) => id)).toEqual([next.id]);
    expect(await inTray(at)).toEqual([one]);
    expect(await at.files()).toHaveLength(originals + 2);
    good(await place(at, second.id, [one]));
    expect(await at.files()).toHaveLength(originals + 2);
    expect(await inTray(at)).toEqual([two]);
  });

  it('makes a document anew from its own pages', async () => {
    const at = await desk();
    const { id, documents: [before] } = await at.draft();
    const again = good(await place(at, id, [...before?.captureIds ?? []]));
    expect((await at.get(id)).documents).toMatchObject([{ id: again.id, captureIds: before?.captureIds }]);
    expect(await inTray(at)).toEqual([]);
  });

  it('keeps the old document when the new one can\u2019t be written', async () => {
    const at = await desk();
    const { id, documents } = await at.draft();
    const pages = await tray(at);
    Object.assign(at.blobs, { stage: () => Promise.resolve({ ok: false as const, error: { code: 'storage' as const, message: 'The disk refused.' } }) });
    expect(bad(await place(at, id, pages))).toMatchObject({ code: 'storage' });
    expect((await at.get(id)).documents).toEqual(documents);
    expect(await inTray(at)).toEqual(pages);
    good(await at.customers.handlers['documents.read']({ customerId: id, documentId: documents[0]?.id ?? '' }));
  });

  it('takes many at once, whatever the order, and leaves one a slot and each page in one place', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const same = photo();
    const pages = await tray(at, 5);
    for (const result of await Promise.all(pages.map((page, each) => place(at, id, [page], { bytes: each % 2 === 0 ? same : photo() })))) good(result);
    const { documents } = await at.get(id);
    expect(documents).toHaveLength(1);
    expect([...await inTray(at), ...documents[0]?.captureIds ?? []].toSorted()).toEqual(pages.toSorted());
    expect(await at.files()).toHaveLength(2);
    good(await at.customers.handlers['documents.read']({ customerId: id, documentId: documents[0]?.id ?? '' }));
  });

  it('gives one page to one of two that want it at once', async () => {
    const at = await desk();
    const { id } = await at.draft({}, []);
    const pages = await tray(at);
    const both = await Promise.all([place(at, id, pages), place(at, id, pages, { slot: 'proof_of_address' })]);
    expect(both.map((one) => (one.ok ? 'kept' : one.error.code)).toSorted()).toEqual(['conflict', 'kept']);
    expect(await at.files()).toHaveLength(2);
  });

  it('leaves what Blaaiz looks at alone', async () => {
    const at = await desk(scripted());
    const { id } = await at.draft();
    const { documents } = good(await at.customers.handlers['customers.submit']({ id }));
    expect(bad(await place(at, id, await tray(at))).code).toBe('conflict');
    expect(bad(await at.customers.handlers['documents.remove']({ customerId: id, documentId: documents[0]?.id ?? '' })).code).toBe('conflict');
  });
});

describe('removing a document', () => {
  it('takes its bytes away, gives its pages back to the tray, and says so in the story', async () => {
    const at = await desk();
    const { id, documents: [document] } = await at.draft({}, []).then(async (draft) => {
      good(await place(at, draft.id, await tray(at)));
      return at.get(draft.id);
    });
    good(await at.customers.handlers['documents.remove']({ customerId: id, documentId: document?.id ?? '' }));
    expect(await inTray(at)).toEqual(document?.captureIds);
    expect(await at.files()).toHaveLength(1);
    expect((await at.get(id)).timeline[0]?.what).toBe('Passport page removed');
    expect(bad(await at.customers.handlers['documents.read']({ customerId: id, documentId: document?.id ?? '' })).code).toBe('not-found');
    good(await at.customers.handlers['captures.remove']({ ids: [...document?.captureIds ?? []] }));
    expect(await at.files()).toEqual([]);
  });

  it('doesn\u2019t reach another customer\u2019s', async () => {
    const at = await desk();
    const [one, other] = [await at.draft(), await at.draft({ email: 'b@quay.example' })];
    const documentId = one.documents[0]?.id ?? '';
    expect(bad(await at.customers.handlers['documents.remove']({ customerId: other.id, documentId })).code).toBe('not-found');
    expect(bad(await at.customers.handlers['documents.read']({ customerId: other.id, documentId })).code).toBe('not-found');
  });

  it('goes with a customer that is thrown away, pages and originals too', async () => {
    const at = await desk();
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    const waiting = await tray(at);
    good(await at.customers.handlers['customers.discard']({ id }));
    expect(await inTray(at)).toEqual(waiting);
    expect(await at.files()).toHaveLength(1);
  });
});
