import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyPayoutDraft, type Payout, type PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { payoutDocumentLimits } from '../../../../preload/contract/deposit.ts';
import { codeOf, expectOk, get, interacDraft, openDesk, sendRequest, type TestDesk } from '../desk.ts';
import { settle } from '../fake-time.ts';
import { pdf } from '../kira/kira-desk.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => { test.close(); });

const handlers = () => test.desk().handlers;
const save = async (draft: PayoutDraft = interacDraft) => expectOk(await handlers()['payouts.save']({ id: null, revision: 0, draft }));
const add = (id: string, bytes = pdf(), kind: 'invoice' | 'other' = 'invoice') => handlers()['payouts.attach']({ id, name: 'invoice 2211.pdf', bytes, kind });

async function ready({ id }: Payout): Promise<Payout> {
  const { revision } = await get(test, id);
  expectOk(await handlers()['payouts.ready']({ id, revision }));
  expectOk(await handlers()['payouts.price']({ id }));
  return get(test, id);
}

/** Makes it ready, sends it and lets the take-back time pass. */
async function leave(draft: Payout): Promise<void> {
  expectOk(await handlers()['payouts.send'](sendRequest(await ready(draft))));
  await test.time.advance(test.preferences.takeBackSeconds * 1000);
  await settle();
}

/** What left of a payout with these files, as text. */
async function sentBody(...files: readonly ReturnType<typeof pdf>[]): Promise<string> {
  const draft = await save();
  for (const bytes of files) expectOk(await add(draft.id, bytes));
  await leave(draft);
  const [row] = test.db().all<{ body: Buffer }>('SELECT body FROM payout_attempts WHERE payout_id = ?', [draft.id]);
  return row?.body.toString('utf8') ?? '';
}

describe('a file kept with a Blaaiz payout', () => {
  it('is kept, read, told what it is and taken out while the payout is a draft', async () => {
    const { id } = await save();
    const kept = expectOk(await add(id));
    expect(kept.documents).toMatchObject([{ name: 'invoice 2211.pdf', mime: 'application/pdf', kind: 'invoice' }]);
    const documentId = kept.documents[0]?.id ?? '';
    expect(expectOk(await handlers()['payouts.readDocument']({ id, documentId })).bytes).toEqual(pdf());
    expect(expectOk(await handlers()['payouts.describeDocument']({ id, documentId, kind: 'other', description: '' })).documents[0]?.kind).toBe('other');
    expect(expectOk(await handlers()['payouts.detach']({ id, documentId })).documents).toEqual([]);
    expect(test.blobs.kept.size).toBe(0);
  });

  it('leaves nothing of it in what Blaaiz gets', async () => {
    const without = await sentBody();
    test.close();
    test = openDesk();
    expect(await sentBody(pdf('one'), pdf('two'))).toBe(without);
    expect(without).not.toBe('');
  });

  it('is never what keeps a payout from being ready, and stays as it is from then on', async () => {
    const draft = await save();
    expectOk(await add(draft.id, pdf(), 'other'));
    const made = await ready(draft);
    expect([made.state, made.documents.length]).toEqual(['ready', 1]);
    expect(expectOk(await handlers()['payouts.prerequisites']({ id: draft.id, fresh: false })).filter(({ id }) => id === 'documents')).toEqual([]);
    expect(codeOf(await add(draft.id, pdf('late')))).toBe('conflict');
    expect(test.blobs.kept.size).toBe(1);
  });

  it('keeps to the limits in words that name nobody who would get it', async () => {
    const { id } = await save();
    const large = await add(id, new Uint8Array([...pdf(), ...new Uint8Array(payoutDocumentLimits.bytes)]));
    const text = await add(id, new TextEncoder().encode('hello'));
    expect([large, text].map((answer) => (answer.ok ? '' : answer.error.message))).toEqual([
      'invoice 2211.pdf has 3.1 MB, Bursar takes at most 3 MB.', expect.stringMatching(/Bursar takes PDF, JPEG and PNG\.$/),
    ]);
  });

  it('goes along with a copy, stays through a crash, and goes away with the last payout that has it', async () => {
    const draft = await save();
    expectOk(await add(draft.id));
    test.crash();
    const copy = expectOk(await handlers()['payouts.clone']({ id: draft.id }));
    expect(copy.documents).toHaveLength(1);
    expectOk(await handlers()['payouts.discard']({ id: draft.id }));
    expect(test.blobs.kept.size).toBe(1);
    expectOk(await handlers()['payouts.discard']({ id: copy.id }));
    expect(test.blobs.kept.size).toBe(0);
  });

  it('may be the first thing of a new payout', async () => {
    const blank = expectOk(await handlers()['payouts.save']({ id: null, revision: 0, draft: emptyPayoutDraft, blank: true }));
    expect(expectOk(await add(blank.id)).documents).toHaveLength(1);
  });

  it('tells two payouts that pay the same invoice, though amount and reference differ', async () => {
    const first = await save();
    expectOk(await add(first.id));
    await leave(first);
    const second = await save({ ...interacDraft, reference: 'October', amountMinor: 26_000, amountText: '260.00' });
    expectOk(await add(second.id));
    const { matches, ask } = expectOk(await handlers()['payouts.radar']({ id: second.id }));
    expect([matches[0]?.payout.id, matches[0]?.reasons[0]?.words, matches[0]?.fileNames, ask]).toEqual([first.id, 'Same invoice file', ['invoice 2211.pdf'], true]);
    expect(codeOf(await handlers()['payouts.send'](sendRequest(await ready(second))))).toBe('duplicate-suspected');
  });
});

describe('a Blaaiz payout', () => {
  it('knows no codes and no deposits', async () => {
    const { id } = await save();
    expect(codeOf(await handlers()['payouts.requestCode']({ id }))).toBe('prerequisite');
    expect(expectOk(await handlers()['payouts.codeState']({})).needed).toBe(false);
    expect(codeOf(await handlers()['payouts.copyAddress']({ id }))).toBe('conflict');
  });
});
