import { describe, expect, it } from 'vitest';
import { lostAnswer, scripted } from './scripted.ts';
import { bad, desk, good, thea } from './desk.ts';

async function verified() {
  const provider = scripted();
  const at = await desk(provider);
  await provider.create(thea);
  provider.decide('remote-1', { status: 'VERIFIED' });
  const { id } = good(await at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' }));
  provider.calls.length = 0;
  return { provider, at, id };
}

describe('changing a submitted customer', () => {
  it('fills what was empty, and locks it then', async () => {
    const { provider, at, id } = await verified();
    const done = good(await at.customers.handlers['customers.update']({ id, fields: { ...thea, tin: ' 12345678901 ', city: 'Leeds' } }));
    expect(provider.calls).toEqual(['update:tin,city']);
    expect(done.fields).toMatchObject({ tin: '12345678901', city: 'Leeds' });
    expect(done.locked).toContain('tin');
    expect(done.timeline[0]).toMatchObject({ what: 'Sent to Blaaiz: tax number, town', source: 'you' });
    expect(JSON.stringify(done.timeline)).not.toContain('12345678901');
  });

  it('refuses to touch what verification locked, naming each field, and asks Blaaiz nothing', async () => {
    const { provider, at, id } = await verified();
    for (const channel of ['customers.update', 'customers.save'] as const) {
      expect(bad(await at.customers.handlers[channel]({ id, fields: { ...thea, lastName: 'Marlow', dob: '', city: 'Leeds' } }))).toMatchObject({
        code: 'customer-locked', fields: [{ path: 'lastName' }, { path: 'dob' }],
      });
    }
    expect(provider.calls).toEqual([]);
  });

  it('checks what changes, and only that', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(bad(await at.customers.handlers['customers.update']({ id, fields: { ...thea, phone: '+44 20 7946 0019', email: 'thea@' } }))).toMatchObject({ code: 'validation', fields: [{ path: 'email' }] });
    expect(bad(await at.customers.handlers['customers.update']({ id, fields: { ...thea, phone: '' } }))).toMatchObject({ code: 'validation', fields: [{ path: 'phone' }] });
    good(await at.customers.handlers['customers.update']({ id, fields: { ...thea, phone: '020 7946 0019' } }));
    expect(provider.people.get('remote-1')?.fields.phone).toBe('+442079460019');
  });

  it('keeps nothing that Blaaiz did not take, and does nothing when nothing changes', async () => {
    const { provider, at, id } = await verified();
    provider.failNext('update', lostAnswer);
    expect(bad(await at.customers.handlers['customers.update']({ id, fields: { ...thea, city: 'Leeds' } })).code).toBe('outcome-unknown');
    expect((await at.get(id)).fields.city).toBe('');
    provider.calls.length = 0;
    good(await at.customers.handlers['customers.update']({ id, fields: { ...thea, firstName: 'Thea Ines ' } }));
    expect(provider.calls).toEqual([]);
  });

  it('needs the customer to be at Blaaiz', async () => {
    const at = await desk(scripted());
    const { id } = await at.draft();
    expect(bad(await at.customers.handlers['customers.update']({ id, fields: { ...thea, city: 'Leeds' } })).code).toBe('conflict');
  });
});
