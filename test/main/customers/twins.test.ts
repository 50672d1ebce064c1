import { describe, expect, it } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { desk, good, thea } from './desk.ts';
import { scripted } from './scripted.ts';

describe('likely twins', () => {
  it('are found here by e-mail, number, or name with birth date, and say what is alike', async () => {
    const at = await desk();
    const own = await at.draft({}, []);
    const byMail = await at.draft({ firstName: 'T', lastName: 'M', idNumber: 'OTHER1', email: 'THEA@quay.example' }, []);
    const byName = await at.draft({ email: 'x@quay.example', idNumber: 'OTHER2', lastName: 'MARLOWE' }, []);
    await at.draft({ email: 'y@quay.example', idNumber: 'OTHER3', dob: '1970-01-01' }, []);
    const found = good(await at.customers.handlers['customers.twins']({ id: own.id }));
    expect(Object.fromEntries(found.map(({ customer, alike, where }) => [customer.id, [...alike, where]]))).toEqual({
      [byMail.id]: ['Same e-mail', 'here'], [byName.id]: ['Same name and birth date', 'here'],
    });
  });

  it('are found at Blaaiz too, once, and known ones count as being here', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create(thea);
    await provider.create({ ...thea, email: 'known@quay.example' });
    provider.decide('remote-1', { status: 'VERIFIED' });
    const known = good(await at.customers.handlers['customers.adopt']({ remoteId: 'remote-2' }));
    const own = await at.draft({}, []);
    const found = good(await at.customers.handlers['customers.twins']({ id: own.id }));
    expect(found).toMatchObject([
      { customer: { id: known.id }, where: 'here' },
      { customer: { id: 'remote-1', state: 'verified' }, where: 'provider', alike: ['Same e-mail', 'Same document number', 'Same name and birth date'] },
    ]);
  });

  it('are only those here while Blaaiz can\u2019t be asked', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const own = await at.draft({}, []);
    await at.draft({}, []);
    provider.failNext('findTwins', appError('offline', 'No network.'));
    expect(good(await at.customers.handlers['customers.twins']({ id: own.id }))).toHaveLength(1);
    at.provider = null;
    expect(good(await at.customers.handlers['customers.twins']({ id: own.id }))).toHaveLength(1);
  });
});
