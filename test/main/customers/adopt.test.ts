import { describe, expect, it } from 'vitest';
import { bad, desk, good, thea } from './desk.ts';
import { scripted } from './scripted.ts';

describe('taking a customer over from Blaaiz', () => {
  it.each([['VERIFIED', 'verified'], ['REJECTED', 'rejected'], ['PROCESSING', 'pending'], ['PENDING', 'cut'], ['OTHER', 'cut']] as const)('%s becomes %s', async (status, state) => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create({ ...thea, city: 'Leeds' });
    provider.decide('remote-1', { status, extraChecks: true });
    const taken = good(await at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' }));
    expect(taken).toMatchObject({ state, remoteId: 'remote-1', extraChecks: true, checkedAt: at.now, fields: { city: 'Leeds' }, name: 'Thea Ines Marlowe' });
    expect(taken.timeline).toMatchObject([{ what: 'Taken over from Blaaiz', source: 'you', state }]);
  });

  it('happens once: the second time gives the one that is here', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create(thea);
    const [one, two] = await Promise.all([at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' }), at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' })]);
    expect(good(one).id).toBe(good(two).id);
    expect(good(await at.customers.handlers['customers.list']({ query: '', states: [], cursor: null, limit: 9 })).total).toBe(1);
  });

  it('lets one that waits for documents be completed from here', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create(thea);
    const { id } = good(await at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' }));
    good(await at.place(id));
    expect(good(await at.customers.handlers['customers.submit']({ id })).state).toBe('pending');
    expect(provider.people.size).toBe(1);
  });

  it('says when Blaaiz doesn\u2019t know it, or nobody can be asked', async () => {
    const at = await desk(scripted());
    expect(bad(await at.customers.handlers['customers.adopt']({ remoteId: 'nobody' })).code).toBe('not-found');
    at.provider = null;
    expect(bad(await at.customers.handlers['customers.adopt']({ remoteId: 'nobody' })).code).toBe('not-set-up');
  });
});
