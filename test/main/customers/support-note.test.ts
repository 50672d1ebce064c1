import { describe, expect, it } from 'vitest';
import { bad, desk, good } from './desk.ts';
import { scripted } from './scripted.ts';

describe('the note for support', () => {
  it('names ids, times and kinds, and never the person', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    good(await at.customers.handlers['customers.submit']({ id }));
    at.now += 6 * 3_600_000;
    const { subject, body } = good(await at.customers.handlers['customers.supportNote']({ id }));
    expect(subject).toBe('Customer remote-1: verification pending');
    expect(body).toContain('pending for 6 hours, longer than your guide says');
    expect(body).toContain('Customer id: remote-1');
    expect(body).toContain('Documents attached: 2026-11-20 09:00 UTC');
    expect(body).toMatch(/- Passport page: image\/jpeg, 2004 bytes, file file-identity-\d+/);
    expect(body).toMatch(/- Proof of address: /);
    for (const secret of ['Thea', 'Marlowe', 'thea@', 'T41X88205', '1991', 'identity.jpg']) expect(body + subject).not.toContain(secret);
  });

  it('asks for the reason of a rejection', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    good(await at.customers.handlers['customers.submit']({ id }));
    provider.decide('remote-1', { status: 'REJECTED' });
    good(await at.customers.handlers['customers.check']({ id }));
    const { subject, body } = good(await at.customers.handlers['customers.supportNote']({ id }));
    expect(subject).toMatch(/reason for the rejection/);
    expect(body).toMatch(/what to correct[\s\S]*- Passport page/);
  });

  it('is not there when there is nothing to ask', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    expect(bad(await at.customers.handlers['customers.supportNote']({ id })).code).toBe('conflict');
    good(await at.customers.handlers['customers.submit']({ id }));
    provider.decide('remote-1', { status: 'VERIFIED' });
    good(await at.customers.handlers['customers.check']({ id }));
    expect(bad(await at.customers.handlers['customers.supportNote']({ id })).code).toBe('conflict');
  });
});
