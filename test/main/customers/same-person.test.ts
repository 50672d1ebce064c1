import { describe, expect, it } from 'vitest';
import { findOwn } from '../../../main/customers/same-person.ts';
import type { RemoteCustomer } from '../../../main/providers/provider.ts';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { ok } from '../../../preload/contract/result.ts';
import { bad, good, thea } from './desk.ts';
import { scripted } from './scripted.ts';

const remote = (change: Partial<CustomerFields>, remoteId = 'r'): RemoteCustomer => ({ remoteId, status: 'PENDING', extraChecks: false, comment: null, fields: { ...thea, ...change } });
const among = (...people: readonly RemoteCustomer[]) => findOwn({ ...scripted(), findTwins: async () => ok(people) }, thea);
const other = { firstName: 'Otto', lastName: 'Else' };

describe('the same person at Blaaiz', () => {
  it('is nobody among nobody', async () => {
    expect(good(await among())).toBeNull();
  });

  it.each<[string, Partial<CustomerFields>]>([
    ['number and e-mail, married since', other], ['number and name, with another e-mail', { email: 'new@quay.example' }],
    ['a number in other spacing', { idNumber: 't41x 88 205', email: 'new@quay.example' }], ['name and e-mail where no number is known', { idNumber: '', firstName: 'THÉA INES' }],
  ])('is known by %s', async (_what, change) => {
    expect(good(await among(remote({ ...other, idNumber: 'Z', email: 'z@z.example' }, 'stranger'), remote(change, 'own')))?.remoteId).toBe('own');
  });

  it.each<[string, Partial<CustomerFields>, 'email' | 'idNumber']>([
    ['the e-mail only', { ...other, idNumber: 'OTHER1' }, 'email'], ['name and e-mail, but another document', { idNumber: 'OTHER1' }, 'email'],
    ['the number only', { ...other, email: 'otto@else.example' }, 'idNumber'], ['the e-mail where no number is known', { ...other, idNumber: '' }, 'email'],
  ])('is not one who shares %s: the field is named', async (_what, change, path) => {
    expect(bad(await among(remote(change)))).toMatchObject({ code: 'conflict', fix: expect.any(String), fields: [{ path }] });
  });

  it('can’t be told while Blaaiz can’t be asked', async () => {
    const provider = scripted();
    provider.failNext('findTwins', appError('offline', 'Out of reach.'));
    expect(bad(await findOwn(provider, thea)).code).toBe('offline');
  });
});
