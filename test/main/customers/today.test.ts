import { describe, expect, it } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { bad, desk, good, thea } from './desk.ts';
import { scripted } from './scripted.ts';

describe('the customers\u2019 half of the day', () => {
  it('is empty at first', async () => {
    const at = await desk();
    expect(at.customers.today()).toEqual({ needsYou: [], beingVerified: [], customers: 0 });
  });

  it('says who needs a person and why, and who is being verified', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const person = (name: string) => ({ firstName: name, email: `${name}@quay.example`, idNumber: `${name.slice(0, 4)}1234` });
    await at.draft(person('draft'));
    const waiting = await at.draft(person('waiting'));
    const turned = await at.draft(person('turned'));
    const cut = await at.draft(person('cut'));
    for (const { id } of [waiting, turned]) good(await at.customers.handlers['customers.submit']({ id }));
    provider.decide('remote-2', { status: 'REJECTED' });
    good(await at.customers.handlers['customers.check']({ id: turned.id }));
    provider.failNext('create', appError('validation', 'Blaaiz refused a field.'));
    bad(await at.customers.handlers['customers.submit']({ id: cut.id }));
    await provider.create({ ...thea, email: 'extra@quay.example' });
    provider.decide([...provider.people.keys()].at(-1) ?? '', { status: 'VERIFIED', extraChecks: true });
    const extra = good(await at.customers.handlers['customers.adopt']({ remoteId: [...provider.people.keys()].at(-1) ?? '' }));

    const now = at.customers.today();
    expect(now.needsYou.map(({ customer, why }) => [customer.id, why])).toEqual([
      [turned.id, 'Blaaiz rejected this customer and gave no reason through its API.'], [cut.id, 'Blaaiz refused a field.'],
      [extra.id, 'Blaaiz runs extra checks; payouts for this customer wait.'],
    ]);
    expect(now.beingVerified.map(({ id }) => id)).toEqual([waiting.id]);
    expect(now.customers).toBe(5);
    at.now += 5 * 3_600_000;
    expect(at.customers.today().needsYou.map(({ customer, why }) => [customer.id, why])).toContainEqual([waiting.id, 'Pending for more than 5 hours: write to Blaaiz support.']);
  });
});
