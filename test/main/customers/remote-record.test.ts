import { describe, expect, it } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { bad, desk, good, thea } from './desk.ts';
import { lostAnswer, scripted } from './scripted.ts';

const creations = (calls: readonly string[]) => calls.filter((call) => call.startsWith('create')).length;

describe('making sure of the customer at Blaaiz', () => {
  it.each([lostAnswer, appError('provider-down', 'Blaaiz has a fault.'), appError('provider-unreadable', 'Odd.')])(
    'finds what was created though its answer was lost ($code), and never creates again', async (error) => {
      const provider = scripted();
      const at = await desk(provider);
      const { id } = await at.draft();
      provider.failNext('create', error, true);
      expect(good(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ state: 'pending', remoteId: 'remote-1' });
      expect([creations(provider.calls), provider.people.size]).toEqual([1, 1]);
    },
  );

  it('goes on with the one created even when nobody could look, and the form was changed since', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    provider.failNext('create', lostAnswer, true);
    provider.failNext('findTwins', appError('offline', 'No network.'));
    // The first look-up is the one before creating; it must work.
    const findTwins = provider.findTwins;
    let looks = 0;
    at.provider = { ...provider, findTwins: (match) => (looks += 1) === 1 ? Promise.resolve({ ok: true, value: [] }) : findTwins(match) };
    expect(bad(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ code: 'outcome-unknown', fix: expect.stringMatching(/not created twice/) });
    at.provider = provider;
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, email: 'new@quay.example', idNumber: 'NEW99999' } }));
    good(await at.place(id));
    expect(good(await at.customers.handlers['customers.submit']({ id })).remoteId).toBe('remote-1');
    expect(creations(provider.calls)).toBe(1);
    expect(provider.people.get('remote-1')?.fields).toMatchObject({ email: 'new@quay.example', idNumber: 'NEW99999' });
  });

  it('creates nothing while the earlier attempt can\u2019t be looked for', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    provider.failNext('create', lostAnswer);
    bad(await at.customers.handlers['customers.submit']({ id }));
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, email: 'new@quay.example', idNumber: 'NEW99999' } }));
    good(await at.place(id));
    provider.failNext('findTwins', appError('rate-limited', 'Too many requests.'));
    expect(bad(await at.customers.handlers['customers.submit']({ id })).code).toBe('rate-limited');
    expect(creations(provider.calls)).toBe(1);
  });

  it('creates after all when looking proves that nothing arrived', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    provider.failNext('create', lostAnswer);
    expect(bad(await at.customers.handlers['customers.submit']({ id })).code).toBe('outcome-unknown');
    good(await at.customers.handlers['customers.submit']({ id }));
    expect([creations(provider.calls), provider.people.size]).toEqual([2, 1]);
  });

  it('takes over the same person that is at Blaaiz already, and sends what differs', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create({ ...thea, city: '', phone: '' });
    provider.calls.length = 0;
    const { id } = await at.draft({ city: 'Leeds' });
    const done = good(await at.customers.handlers['customers.submit']({ id }));
    expect(provider.calls.slice(0, 3)).toEqual(['findTwins', 'get:remote-1', 'update:phone,city']);
    expect(done).toMatchObject({ remoteId: 'remote-1', state: 'pending' });
  });

  it('is done at once when that person is verified', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create({ ...thea, tin: '123' });
    provider.decide('remote-1', { status: 'VERIFIED' });
    provider.calls.length = 0;
    const { id } = await at.draft();
    expect(good(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ state: 'verified', verifiedAt: at.now, fields: { tin: '123' } });
    expect(provider.calls).toEqual(['findTwins', 'get:remote-1']);
  });

  it('stops at somebody else with this e-mail or this document number, naming the field', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create({ ...thea, idNumber: 'OTHER123' });
    await provider.create({ ...thea, firstName: 'Ada', lastName: 'Obi', email: 'ada@quay.example', idNumber: 'SAME1234' });
    const [byMail, byNumber] = [await at.draft(), await at.draft({ email: 'mine@quay.example', idNumber: 'SAME1234' })];
    expect(bad(await at.customers.handlers['customers.submit']({ id: byMail.id }))).toMatchObject({ code: 'conflict', fields: [{ path: 'email' }] });
    expect(bad(await at.customers.handlers['customers.submit']({ id: byNumber.id }))).toMatchObject({ code: 'conflict', fields: [{ path: 'idNumber' }] });
    expect(await at.get(byMail.id)).toMatchObject({ state: 'cut', remoteId: null });
    expect(provider.people.size).toBe(2);
  });

  it('doesn\u2019t let two customers here be one at Blaaiz', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const [one, two] = [await at.draft(), await at.draft()];
    good(await at.customers.handlers['customers.submit']({ id: one.id }));
    expect(bad(await at.customers.handlers['customers.submit']({ id: two.id }))).toMatchObject({ code: 'conflict', message: expect.stringMatching(/is here already as Thea Ines Marlowe/) });
  });

  it('keeps a refusal field by field', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    provider.failNext('create', appError('validation', 'Refused.', { fields: [{ path: 'idNumber', message: 'Too short.' }] }));
    bad(await at.customers.handlers['customers.submit']({ id }));
    expect((await at.get(id)).problem?.fields).toEqual([{ path: 'idNumber', message: 'Too short.' }]);
  });
});
