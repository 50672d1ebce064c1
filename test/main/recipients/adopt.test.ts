import { beforeEach, describe, expect, it } from 'vitest';
import { swiftForm, wireForm } from '../../preload/contract/recipient-forms.ts';
import { bad, good } from '../customers/desk.ts';
import { rig, type RecipientsRig } from './desk.ts';
import { offline } from './kira-in-memory.ts';

let desk: RecipientsRig;
beforeEach(() => { desk = rig(); });

describe('recipients made elsewhere', () => {
  it('are taken over once for every user, however often they are read', async () => {
    desk.users = [{ id: 'user-1', name: 'Quay' }, { id: 'user-2', name: 'Marlowe' }];
    desk.kira.there.push({ remoteId: 'a', fields: wireForm }, { remoteId: 'b', fields: { ...swiftForm, userId: 'user-2' } }, { remoteId: 'c', fields: { ...wireForm, userId: 'stranger' } });
    expect(await desk.list()).toEqual([]);
    const [first, second] = [await desk.list('', true), await desk.list('', true)];
    expect(first.map(({ remoteId, state, name }) => [remoteId, state, name])).toEqual([['b', 'there', 'J\u00f6rg Marlowe'], ['a', 'there', 'Quay Instruments LLC']]);
    expect([second, desk.kira.lists]).toEqual([first, [['user-1', 'user-2'], ['user-1', 'user-2']]]);
    expect([desk.audit(), desk.changed]).toEqual([['recipient taken over', 'recipient taken over'], [null]]);
  });

  it('read twice at once are taken over once', async () => {
    desk.kira.there.push({ remoteId: 'a', fields: wireForm });
    await Promise.all([desk.list('', true), desk.list('', true)]);
    expect(await desk.list()).toHaveLength(1);
  });

  it('don\u2019t touch a draft, which Kira knows nothing of', async () => {
    const { id } = await desk.draft();
    desk.kira.there.push({ remoteId: 'a', fields: wireForm });
    expect((await desk.list('', true)).map(({ state }) => state).toSorted()).toEqual(['draft', 'there']);
    expect(desk.rows.get(id)).toMatchObject({ state: 'draft', remoteId: null });
  });

  it('prove one whose making was left unknown here, however its account is spelled', async () => {
    const { id } = await desk.draft({ ...swiftForm, bic: 'DEUTDEFFXXX' });
    desk.kira.mishap = { kind: 'lost-there' };
    await desk.create(id);
    desk.kira.there.push({ remoteId: 'a', fields: { ...swiftForm, accountNumber: 'de89 3704 0044 0532 0130 00' } });
    expect((await desk.list('', true)).map((one) => [one.id, one.remoteId, one.state, one.problem])).toEqual([[id, 'a', 'there', null]]);
  });

  it('prove nothing about another account, rail, user or name', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'lost-there' };
    await desk.create(id);
    desk.users = [...desk.users, { id: 'user-2', name: 'Marlowe' }];
    const others = [{ accountNumber: '987654321' }, { routingNumber: '011401533' }, { userId: 'user-2' }, { companyName: 'Other LLC' }];
    for (const [index, change] of others.entries()) desk.kira.there.push({ remoteId: `other-${index}`, fields: { ...wireForm, ...change } });
    expect(await desk.list('', true)).toHaveLength(5);
    expect(desk.rows.get(id)).toMatchObject({ state: 'unknown', remoteId: null });
  });

  it('leave one alone that is being made right now: its answer is on the way', async () => {
    const { id } = await desk.draft();
    const release = desk.kira.hold();
    const making = desk.create(id);
    desk.kira.there.push({ remoteId: 'remote-1', fields: wireForm });
    expect((await desk.list('', true)).map((one) => [one.id, one.state])).toEqual([[id, 'sending']]);
    desk.kira.mishap = { kind: 'answers', recipient: { remoteId: 'remote-1', fields: wireForm } };
    release();
    await making;
    expect((await desk.list('', true)).map((one) => [one.id, one.state, one.remoteId])).toContainEqual([id, 'there', 'remote-1']);
  });

  it('trap 11: fill what an answer left out, and no more', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'answers', recipient: { remoteId: 'remote-1', fields: wireForm } };
    await desk.create(id);
    desk.rows.put({ ...(desk.rows.get(id) as NonNullable<ReturnType<typeof desk.rows.get>>), fields: { ...wireForm, bankState: '' } });
    const before = desk.rows.get(id)?.updatedAt;
    desk.now += 1000;
    expect((await desk.list('', true))[0]?.fields).toEqual(wireForm);
    expect(desk.rows.get(id)?.updatedAt).toBe(before);
  });

  it('out of reach the book is as kept, and only an empty one says so', async () => {
    desk.kira.down = offline;
    const list = () => desk.recipients.handlers['recipients.list']({ query: 'nobody', fresh: true });
    expect(bad(await list())).toEqual(offline);
    await desk.draft();
    expect(good(await list())).toEqual([]);
    desk.connected = false;
    expect(good(await list())).toEqual([]);
  });

  it('are not asked for before any user is known', async () => {
    desk.users = [];
    expect([await desk.list('', true), desk.kira.lists]).toEqual([[], []]);
  });
});
