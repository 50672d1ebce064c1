import { describe, expect, it } from 'vitest';
import { good, bad, desk, thea } from './desk.ts';
import { goodEvidence } from '../documents/evidence.ts';
import { scripted } from './scripted.ts';

async function rejected(comment: string | null = null) {
  const provider = scripted();
  const at = await desk(provider);
  const { id } = await at.draft({}, ['proof_of_address']);
  good(await at.place(id, 'identity', { evidence: [goodEvidence(thea, 'identity', { contrast: 80 })] }));
  good(await at.customers.handlers['customers.submit']({ id }));
  provider.decide('remote-1', { status: 'REJECTED', comment });
  provider.calls.length = 0;
  return { provider, at, id, customer: good(await at.customers.handlers['customers.check']({ id })) };
}

describe('a rejection', () => {
  it('says that Blaaiz gave no reason, and what to check', async () => {
    const { customer } = await rejected();
    expect(customer).toMatchObject({ state: 'rejected', pendingSince: null, nextCheckAt: null, comment: null, locked: [] });
    expect(customer.problem?.message).toBe('Blaaiz rejected this customer and gave no reason through its API.');
    expect(customer.problem?.fix).toMatch(/name, birth date, number and country/);
    expect(customer.timeline[0]).toMatchObject({ what: 'Rejected', source: 'blaaiz', state: 'rejected' });
  });

  it('quotes the reason when there is one', async () => {
    const { customer } = await rejected('The image is blurred.');
    expect(customer).toMatchObject({ comment: 'The image is blurred.', problem: { message: expect.stringMatching(/\u201cThe image is blurred\.\u201d/) } });
  });

  it('can be corrected: form and files changed, everything uploaded and attached anew', async () => {
    const { provider, at, id } = await rejected();
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, lastName: 'Marlow', idNumber: 'T41X88206' } }));
    good(await at.place(id));
    provider.calls.length = 0;
    expect(good(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ state: 'pending', problem: null, remoteId: 'remote-1' });
    expect(provider.calls).toEqual([
      'get:remote-1', 'update:lastName,idNumber', 'presign:proof_of_address', 'upload:proof_of_address', 'presign:identity', 'upload:identity', 'attach:identity,proof_of_address',
    ]);
    expect(provider.people.size).toBe(1);
  });

  it('doesn\u2019t undo a correction that stopped on its way', async () => {
    const { provider, at, id } = await rejected();
    good(await at.place(id));
    provider.failNext('attach', { code: 'offline', message: 'No network.' });
    bad(await at.customers.handlers['customers.submit']({ id }));
    expect(good(await at.customers.handlers['customers.check']({ id }))).toMatchObject({ state: 'cut', documents: [{ state: 'uploaded' }, { state: 'uploaded' }] });
  });
});

describe('a verified customer', () => {
  it('shows extra checks when they begin and end', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create(thea);
    provider.decide('remote-1', { status: 'VERIFIED' });
    const { id } = good(await at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' }));
    provider.decide('remote-1', { extraChecks: true });
    const during = good(await at.customers.handlers['customers.check']({ id }));
    expect(during).toMatchObject({ state: 'verified', extraChecks: true, timeline: [{ what: 'Extra checks began', source: 'blaaiz' }, {}] });
    provider.decide('remote-1', { extraChecks: false });
    expect(good(await at.customers.handlers['customers.check']({ id }))).toMatchObject({ extraChecks: false, timeline: [{ what: 'Extra checks ended' }, {}, {}] });
  });

  it('waits again when Blaaiz takes the verdict back', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create(thea);
    provider.decide('remote-1', { status: 'VERIFIED' });
    const { id } = good(await at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' }));
    provider.decide('remote-1', { status: 'OTHER' });
    expect(good(await at.customers.handlers['customers.check']({ id })).state).toBe('verified');
    provider.decide('remote-1', { status: 'PENDING' });
    expect(good(await at.customers.handlers['customers.check']({ id }))).toMatchObject({ state: 'pending', pendingSince: at.now });
    provider.decide('remote-1', { status: 'REJECTED' });
    expect(good(await at.customers.handlers['customers.check']({ id })).state).toBe('rejected');
  });
});
