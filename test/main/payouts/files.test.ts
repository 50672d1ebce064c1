import { describe, expect, it } from 'vitest';
import { payoutDocumentLimits } from '../../../preload/contract/deposit.ts';
import { codeOf, expectOk } from './desk.ts';
import { cryptoDraft, kiraDesk, pdf, readyKira, sentKira, shown, type KiraDesk } from './kira/kira-desk.ts';

const draft = async (test: KiraDesk) => expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: cryptoDraft }));
const add = (test: KiraDesk, id: string, bytes: Uint8Array<ArrayBuffer>, name = 'invoice.pdf') => test.desk().handlers['payouts.attach']({ id, name, bytes, kind: 'invoice' });
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

describe('a document of a payout', () => {
  it('trap 22: is kept sealed with its type read from the bytes, and shown again', async () => {
    const test = kiraDesk('crypto');
    const { id, revision } = await draft(test);
    const kept = expectOk(await add(test, id, png, 'C:\\invoices\\scan.pdf'));
    expect(kept).toMatchObject({ revision, documents: [{ name: 'scan.pdf', mime: 'image/png', size: 9, encodedSize: 22 + 12, kind: 'invoice', description: '' }] });
    const documentId = kept.documents[0]?.id ?? '';
    expect(expectOk(await test.desk().handlers['payouts.readDocument']({ id, documentId }))).toEqual({ mime: 'image/png', bytes: png });
    const described = expectOk(await test.desk().handlers['payouts.describeDocument']({ id, documentId, kind: 'other', description: 'Contract' }));
    expect(described.documents[0]).toMatchObject({ kind: 'other', description: 'Contract' });
    expect(expectOk(await test.desk().handlers['payouts.detach']({ id, documentId })).documents).toEqual([]);
    expect(test.blobs.kept.size).toBe(0);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['an empty file', new Uint8Array(), 'file-empty'], ['a text', new TextEncoder().encode('hello'), 'file-type'], ['a program', new TextEncoder().encode('MZ...'), 'file-type'],
    ['a file beyond 3 MB', new Uint8Array([...pdf(), ...new Uint8Array(payoutDocumentLimits.bytes)]), 'file-size'],
  ])('is not %s', async (_what, bytes, code) => {
    const test = kiraDesk('crypto');
    const { id } = await draft(test);
    expect(codeOf(await add(test, id, bytes))).toBe(code);
    expect([test.blobs.kept.size, (await shown(test, id)).documents]).toEqual([0, []]);
  });

  it('is one of two at most, also when three come at once', async () => {
    const test = kiraDesk('crypto');
    const { id } = await draft(test);
    const codes = (await Promise.all(['a', 'b', 'c'].map((text) => add(test, id, pdf(text))))).map(codeOf);
    expect(codes).toEqual(['ok', 'ok', 'validation']);
    expect([(await shown(test, id)).documents.length, test.blobs.kept.size]).toEqual([2, 2]);
  });

  it('stays as it is once the payout is ready, and when it becomes so meanwhile', async () => {
    const test = kiraDesk('crypto');
    const ready = await readyKira(test);
    const { handlers } = test.desk();
    const documentId = ready.documents[0]?.id ?? '';
    expect(codeOf(await add(test, ready.id, png))).toBe('conflict');
    expect(codeOf(await handlers['payouts.describeDocument']({ id: ready.id, documentId, kind: 'other', description: '' }))).toBe('conflict');
    expect(codeOf(await handlers['payouts.detach']({ id: ready.id, documentId }))).toBe('conflict');
    const other = await draft(test);
    expectOk(await add(test, other.id, pdf()));
    const [late, made] = await Promise.all([add(test, other.id, png), handlers['payouts.ready']({ id: other.id, revision: other.revision })]);
    expect([codeOf(late), codeOf(made)]).toEqual(['conflict', 'ok']);
    expect((await shown(test, other.id)).documents).toHaveLength(1);
  });

  it('goes along with a copy and away with the last payout that has it', async () => {
    const test = kiraDesk('crypto');
    const sent = await sentKira(test);
    const { handlers } = test.desk();
    const copy = expectOk(await handlers['payouts.clone']({ id: sent.id }));
    expect(copy.documents.map(({ sha256 }) => sha256)).toEqual(sent.documents.map(({ sha256 }) => sha256));
    expect(copy.documents[0]?.id).not.toBe(sent.documents[0]?.id);
    expectOk(await handlers['payouts.discard']({ id: copy.id }));
    expect(test.blobs.kept.size).toBe(1);
    const other = await draft(test);
    expectOk(await add(test, other.id, png));
    expectOk(await handlers['payouts.discard']({ id: other.id }));
    expect(test.blobs.kept.size).toBe(1);
  });

  it('is not found where it is not', async () => {
    const test = kiraDesk('crypto');
    const { id } = await draft(test);
    const { handlers } = test.desk();
    const gone = { id, documentId: 'x' };
    expect([
      codeOf(await handlers['payouts.readDocument'](gone)), codeOf(await handlers['payouts.detach'](gone)),
      codeOf(await handlers['payouts.describeDocument']({ ...gone, kind: 'other', description: '' })), codeOf(await add(test, 'nobody', pdf())),
    ]).toEqual(['not-found', 'not-found', 'not-found', 'not-found']);
  });
});
