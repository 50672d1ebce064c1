import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPayoutDocuments } from '../../../main/store/payout-documents.ts';
import { newPayoutRecord, type PayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows } from '../../../main/store/payouts.ts';
import { seek } from '../../../main/payouts/radar-find.ts';
import { askScore } from '../../../preload/contract/radar.ts';
import { codeOf, decidedRequest, expectOk, get, interacDraft, openDesk, readyPayout, sendRequest, sentPayout, type TestDesk } from './desk.ts';
import { rig, type Rig } from './rig.ts';

const day = 86_400_000;
const peers = [{ id: 'peer', name: 'Northgate at Kira', provider: 'kira' as const }];

/** Puts a payout into a profile: released some days ago unless it waits. */
function put({ ctx, time }: Rig, profileId: string, change: Partial<PayoutRecord> & { readonly id: string }, daysAgo = 1): void {
  const record = { ...newPayoutRecord(change.id, interacDraft, 'Northgate Studio', time.clock()), releasedAt: time.clock() - daysAgo * day, state: 'completed' as const, ...change };
  createPayoutRows(ctx.store, profileId).insert(record);
}

const idsOf = ({ ctx }: Rig, record: PayoutRecord) => seek(ctx, record).matches.map(({ payout }) => payout.id);

describe('the radar', () => {
  it('finds the same payout in this profile and in its peers, the most alike first', () => {
    const test = rig({ peers: () => peers, profileName: 'Northgate live' });
    put(test, 'p', { id: 'here', draft: { ...interacDraft, reference: '' } }, 2);
    put(test, 'peer', { id: 'there' }, 2);
    put(test, 'stranger', { id: 'elsewhere' }, 2);
    const { matches, ask } = seek(test.ctx, test.put({ state: 'ready' }));
    expect(ask).toBe(true);
    expect(matches.map(({ payout, here, profileName }) => [payout.id, payout.provider, here, profileName])).toEqual([
      ['there', 'kira', false, 'Northgate at Kira'], ['here', 'blaaiz', true, 'Northgate live'],
    ]);
    expect(matches[0]?.reasons.map(({ words }) => words)).toEqual(['Same number', 'Same account', 'Same payee', 'Same amount', '2 days apart', 'Sent through Kira']);
  });

  it('looks at what waits or was released, not at drafts and refusals', () => {
    const test = rig();
    for (const state of ['draft', 'ready', 'queued', 'sending', 'unknown', 'accepted', 'refused', 'processing', 'failed'] as const) {
      // Each for a customer of its own: two of the same would not both be on their way.
      put(test, 'p', { id: state, state, draft: { ...interacDraft, customerId: state }, ...(state === 'draft' || state === 'ready' ? { releasedAt: null } : {}) }, 1);
    }
    expect(new Set(idsOf(test, test.put({ state: 'ready' })))).toEqual(new Set(['ready', 'queued', 'sending', 'unknown', 'accepted', 'processing', 'failed']));
  });

  it('knows a corrected copy from its original, but not from one that arrived', () => {
    const test = rig();
    put(test, 'p', { id: 'first', state: 'completed' });
    put(test, 'p', { id: 'second', state: 'failed', clonedFrom: 'first' });
    put(test, 'p', { id: 'third', state: 'refused', clonedFrom: 'second' });
    expect(idsOf(test, test.put({ state: 'ready', clonedFrom: 'third' }))).toEqual(['first']);
  });

  it('tells two copies of one refused payout apart from it, not from each other', () => {
    const test = rig();
    put(test, 'p', { id: 'original', state: 'refused' });
    put(test, 'p', { id: 'sibling', state: 'ready', clonedFrom: 'original', releasedAt: null });
    expect(idsOf(test, test.put({ state: 'ready', clonedFrom: 'original' }))).toEqual(['sibling']);
  });

  it('knows a file that was sent before, under whatever name', () => {
    const test = rig({ peers: () => peers });
    const files = (profileId: string) => createPayoutDocuments(test.ctx.store, profileId);
    const file = { id: 'd1', name: 'scan.pdf', mime: 'application/pdf', size: 10, sha256: 'ab', kind: 'invoice', description: '', addedAt: 1 } as const;
    const other = { ...interacDraft, payeeName: 'D. Roy Design', details: { email: 'other@roy.example.com' }, reference: '' };
    const before = newPayoutRecord('there', other, '', test.time.clock());
    createPayoutRows(test.ctx.store, 'peer').insert(before);
    files('peer').add('there', file);
    createPayoutRows(test.ctx.store, 'peer').update({ ...before, state: 'ready' }, 'draft');
    const mine = test.put();
    files('p').add('x', { ...file, id: 'd2', name: 'invoice.pdf' });
    const [match] = seek(test.ctx, mine).matches;
    expect(match).toMatchObject({ fileNames: ['scan.pdf'], sentAt: null, payout: { id: 'there' } });
    expect(match?.reasons.map(({ code }) => code)).toEqual(['invoice-file', 'amount', 'near', 'other-provider']);
  });

  it('says nothing about a payout that is on its way', () => {
    const test = rig();
    put(test, 'p', { id: 'other' });
    expect(seek(test.ctx, test.put({ state: 'accepted' }))).toEqual({ matches: [], key: '', ask: false });
  });

  it('names its findings: days passing change nothing, another finding or another draft does', () => {
    const test = rig();
    put(test, 'p', { id: 'other' });
    const mine = test.put({ state: 'ready' });
    const { key } = seek(test.ctx, mine);
    put(test, 'p', { id: 'month', draft: { ...interacDraft, reference: 'NS-1' } }, 30);
    expect(seek(test.ctx, mine).matches.some(({ score }) => score < askScore)).toBe(true);
    expect(seek(test.ctx, mine).key).toBe(key);
    expect(seek(test.ctx, { ...mine, revision: 2 }).key).not.toBe(key);
    put(test, 'p', { id: 'new' });
    expect(seek(test.ctx, mine).key).not.toBe(key);
  });

  it('shows at most ten', () => {
    const test = rig();
    for (let index = 0; index < 30; index += 1) put(test, 'p', { id: `other-${index}` });
    expect(idsOf(test, test.put({ state: 'ready' }))).toHaveLength(10);
  });
});

describe('sending what looks alike', () => {
  let test: TestDesk;
  beforeEach(() => { test = openDesk(); });
  afterEach(() => { test.close(); });
  const send = (request: Parameters<ReturnType<TestDesk['desk']>['handlers']['payouts.send']>[0]) => test.desk().handlers['payouts.send'](request);

  it('asks before the same payout goes a second time, and goes with a reason that the story and the audit log keep', async () => {
    await sentPayout(test);
    const second = await readyPayout(test);
    expect(codeOf(await send(sendRequest(second)))).toBe('duplicate-suspected');
    expect((await get(test, second.id)).state).toBe('ready');
    const { key } = expectOk(await test.desk().handlers['payouts.radar']({ id: second.id }));
    const sent = expectOk(await send({ ...sendRequest(second), duplicates: { key, reason: 'A second pallet, agreed by phone' } }));
    expect(sent.timeline[1]).toMatchObject({ source: 'you', what: 'Sent although it looks like another', detail: 'A second pallet, agreed by phone' });
    const [row] = test.db().all<{ detail: string }>("SELECT detail FROM audit WHERE what = 'payout.queue' AND subject_id = ?", [second.id]);
    expect(row?.detail).toContain('A second pallet, agreed by phone');
  });

  it('asks again when another one turned up since it was answered', async () => {
    await sentPayout(test);
    const second = await readyPayout(test);
    const answered = await decidedRequest(test, second);
    await readyPayout(test, { ...interacDraft, amountMinor: 25_100, amountText: '251.00' });
    expect(codeOf(await send(answered))).toBe('duplicate-suspected');
    expect(codeOf(await send(await decidedRequest(test, second)))).toBe('ok');
  });

  it('does not ask about the same salary a month later', async () => {
    const salary = { ...interacDraft, reference: 'Salary' };
    await sentPayout(test, salary);
    test.time.jump(30 * day);
    const next = await readyPayout(test, salary);
    const seen = expectOk(await test.desk().handlers['payouts.radar']({ id: next.id }));
    expect([seen.matches.length, seen.ask]).toEqual([1, false]);
    expect(codeOf(await send(sendRequest(next)))).toBe('ok');
  });
});
