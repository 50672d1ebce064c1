import { beforeEach, describe, expect, it } from 'vitest';
import { swiftForm, wireForm } from '../../preload/contract/recipient-forms.ts';
import { bad, good } from '../customers/desk.ts';
import { rig, type RecipientsRig } from './desk.ts';

let desk: RecipientsRig;
beforeEach(() => { desk = rig(); });
const save = (id: string | null, fields = wireForm) => desk.recipients.handlers['recipients.save']({ id, fields });
const remove = (id: string) => desk.recipients.handlers['recipients.remove']({ id });

describe('saving a recipient', () => {
  it('keeps the form as typed, unchecked, under one id, and tells the screens', async () => {
    const empty = await desk.draft({ companyName: '', routingNumber: '02 10', accountNumber: ' 12 ' });
    expect(empty).toMatchObject({ state: 'draft', remoteId: null, name: '', fields: { routingNumber: '02 10', accountNumber: ' 12 ' }, problem: null });
    desk.now += 5;
    const again = good(await save(empty.id, { ...swiftForm, companyName: 'kept while another kind is chosen' }));
    expect(again).toMatchObject({ id: empty.id, name: 'J\u00f6rg Marlowe', tail: 'DE\u00b7\u00b73000', updatedAt: desk.now, createdAt: desk.now - 5, fields: { companyName: 'kept while another kind is chosen' } });
    expect([desk.changed, await desk.list(), desk.kira.sent]).toEqual([[empty.id, empty.id], [again], []]);
  });

  it('trap 12: refuses what Kira has, since it can\u2019t be changed there', async () => {
    const { id } = await desk.draft();
    await desk.create(id);
    expect(bad(await save(id))).toMatchObject({ code: 'conflict', message: expect.stringContaining('can\u2019t be changed there') });
    expect(desk.rows.get(id)?.fields).toEqual(wireForm);
  });

  it('refuses while it is being made and while it isn\u2019t known whether it was', async () => {
    const { id } = await desk.draft();
    const release = desk.kira.hold();
    desk.kira.mishap = { kind: 'lost-there' };
    const making = desk.create(id);
    expect(bad(await save(id)).code).toBe('conflict');
    release();
    expect((await making).state).toBe('unknown');
    expect(bad(await save(id)).fix).toMatch(/Try again/);
  });

  it('has no recipient of another profile or none at all', async () => {
    expect(bad(await save('nobody')).code).toBe('not-found');
    expect(bad(await remove('nobody')).code).toBe('not-found');
    expect(bad(await desk.recipients.handlers['recipients.create']({ id: 'nobody' })).code).toBe('not-found');
  });
});

describe('removing a recipient', () => {
  it('throws away one that is only here, also a refused one', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'refused', error: { code: 'provider-refused', message: 'No.' } };
    await desk.create(id);
    good(await remove(id));
    expect([await desk.list(), desk.rows.get(id), desk.audit().at(-1)]).toEqual([[], null, 'recipient discarded']);
  });

  it('trap 12: hides one that Kira has; payouts still find it, and reading Kira again doesn\u2019t bring it back', async () => {
    const { id } = await desk.draft();
    await desk.create(id);
    good(await remove(id));
    expect([await desk.list(), await desk.list('', true), desk.audit().at(-1), desk.kira.there.length]).toEqual([[], [], 'recipient hidden', 1]);
    expect(desk.recipients.desk.find(id)).toMatchObject({ id, state: 'there', remoteId: 'remote-1' });
  });

  it('refuses while it isn\u2019t known whether Kira has it', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'lost-back' };
    await desk.create(id);
    expect(bad(await remove(id)).code).toBe('conflict');
    expect(await desk.list()).toHaveLength(1);
  });
});

describe('a recipient of the book', () => {
  it('knows when it was last paid', async () => {
    const { id } = await desk.draft();
    desk.recipients.desk.paid(id, 70);
    desk.recipients.desk.paid(id, 60);
    expect([desk.recipients.desk.find(id)?.lastPaidAt, desk.recipients.desk.find('nobody')]).toEqual([70, null]);
  });

  it('is found by every word, in the order of names', async () => {
    await desk.draft({ companyName: 'beta Quay' });
    await desk.draft({ companyName: 'Alpha Quay' });
    expect([(await desk.list('quay')).map(({ name }) => name), (await desk.list('alpha quay')).map(({ name }) => name)]).toEqual([['Alpha Quay', 'beta Quay'], ['Alpha Quay']]);
  });

  it('is out of reach while the store is closed', async () => {
    desk.store.close();
    expect(bad(await desk.recipients.handlers['recipients.list']({ query: '', fresh: true })).code).toBe('locked');
    expect(bad(await save(null)).code).toBe('locked');
  });
});
