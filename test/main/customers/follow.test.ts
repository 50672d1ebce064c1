import { describe, expect, it } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { bad, desk, good } from './desk.ts';
import { scripted, type Scripted } from './scripted.ts';

const minute = 60_000;
const looks = (provider: Scripted) => provider.calls.filter((call) => call.startsWith('get')).length;
async function pending() {
  const provider = scripted();
  const at = await desk(provider);
  const { id } = await at.draft();
  good(await at.customers.handlers['customers.submit']({ id }));
  provider.calls.length = 0;
  return { provider, at, id };
}

describe('following a verification', () => {
  it('looks after 15 s, 30 s, 1, 2, 5, 10 and then every 30 minutes', async () => {
    const { provider, at } = await pending();
    const start = at.now;
    const times: number[] = [];
    const get = provider.get;
    at.provider = { ...provider, get: (remoteId) => { times.push((at.now - start) / 1000); return get(remoteId); } };
    await at.pass(120 * minute);
    expect(times).toEqual([15, 45, 105, 225, 525, 1125, 2925, 4725, 6525]);
  });

  it('stops when Blaaiz has verified, and locks what is filled', async () => {
    const { provider, at, id } = await pending();
    provider.decide('remote-1', { status: 'VERIFIED' });
    await at.pass(15_000);
    expect(await at.get(id)).toMatchObject({ state: 'verified', verifiedAt: at.now, checkedAt: at.now, nextCheckAt: null });
    expect((await at.get(id)).locked).toEqual(['firstName', 'lastName', 'email', 'phone', 'country', 'dob', 'idType', 'idNumber', 'idIssueDate', 'idExpiryDate']);
    await at.pass(600 * minute);
    expect(looks(provider)).toBe(1);
    expect(at.planned()).toEqual([]);
  });

  it('folds looks that found nothing into one entry, and leaves the customer\u2019s place in the list', async () => {
    const { at, id } = await pending();
    const { updatedAt } = await at.get(id);
    await at.pass(3 * minute);
    const customer = await at.get(id);
    expect(customer.timeline[0]).toMatchObject({ what: 'Looked: not decided yet', count: 3, source: 'bursar' });
    expect(customer).toMatchObject({ state: 'pending', updatedAt, checkedAt: at.now - 75_000 });
  });

  it('puts a look that failed off, without a word and without losing the rhythm', async () => {
    const { provider, at, id } = await pending();
    provider.failNext('get', appError('offline', 'No network.'));
    await at.pass(15_000);
    expect(await at.get(id)).toMatchObject({ state: 'pending', problem: null, checkedAt: null, nextCheckAt: at.now + 30_000 });
    provider.decide('remote-1', { status: 'VERIFIED' });
    await at.pass(30_000);
    expect((await at.get(id)).state).toBe('verified');
  });

  it('rests while paused, and takes up what became due', async () => {
    const { provider, at, id } = await pending();
    await at.customers.pause();
    await at.pass(60 * minute);
    expect(looks(provider)).toBe(0);
    provider.decide('remote-1', { status: 'VERIFIED' });
    at.customers.resume();
    await at.pass(0);
    expect((await at.get(id)).state).toBe('verified');
  });

  it('goes on after a restart', async () => {
    const { provider, at, id } = await pending();
    at.restart();
    provider.decide('remote-1', { status: 'VERIFIED' });
    await at.pass(15_000);
    expect((await at.get(id)).state).toBe('verified');
  });

  it('looks again after sleep at the latest within a minute of waking', async () => {
    const { at } = await pending();
    await at.pass(30 * minute);
    expect(Math.max(...at.planned())).toBeLessThanOrEqual(60_000);
  });
});

describe('checking now', () => {
  it('reads the provider, and says what it can\u2019t', async () => {
    const { provider, at, id } = await pending();
    expect(good(await at.customers.handlers['customers.check']({ id }))).toMatchObject({ state: 'pending', checkedAt: at.now });
    provider.failNext('get', appError('offline', 'No network.'));
    expect(bad(await at.customers.handlers['customers.check']({ id })).code).toBe('offline');
    provider.people.clear();
    expect(bad(await at.customers.handlers['customers.check']({ id })).code).toBe('not-found');
    const draft = await at.draft({ email: 'd@quay.example' });
    expect(bad(await at.customers.handlers['customers.check']({ id: draft.id })).code).toBe('conflict');
  });

  it('tells a payout where its customer stands, as kept and as it is now', async () => {
    const { provider, at, id } = await pending();
    provider.decide('remote-1', { status: 'VERIFIED', extraChecks: true });
    expect(at.customers.standing(id)).toEqual({ remoteId: 'remote-1', state: 'pending', extraChecks: false, name: 'Thea Ines Marlowe' });
    expect(good(await at.customers.refresh(id))).toEqual({ remoteId: 'remote-1', state: 'verified', extraChecks: true, name: 'Thea Ines Marlowe' });
    expect(at.customers.standing(id)).toMatchObject({ state: 'verified', extraChecks: true });
    expect(at.customers.standing('nobody')).toBeNull();
  });
});
