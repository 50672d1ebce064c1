import { expect, test } from 'vitest';
import { bench, person, verified } from '../client.ts';

test('complains about every missing field at once in Laravel’s words', async () => {
  const { client } = await bench();
  const refused = await client.call('POST', '/customer', { type: 'individual', email: 'nobody', first_name: '' });
  expect(refused.status).toBe(422);
  expect(refused.body['message']).toBe('The email field must be a valid email address. (and 5 more errors)');
  expect(Object.keys(refused.body['errors'] ?? {})).toEqual(['email', 'country', 'first_name', 'last_name', 'id_type', 'id_number']);
});

test.each([
  ['an identity card', { id_type: 'id_card' }, 'id_type'],
  ['a country that does not exist', { country: 'XQ' }, 'country'],
  ['a day that does not exist', { dob: '2001-02-30' }, 'dob'],
  ['an e-mail already known', { email: 'adaeze.nwosu@example.test' }, 'email'],
])('refuses %s', async (_name, change, field) => {
  const { client } = await bench();
  const refused = await client.call('POST', '/customer', person(change));
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body['errors'] ?? {})).toEqual([field]);
});

test('a business may not carry a personal document, and its two countries must agree', async () => {
  const { client } = await bench();
  const refused = await client.call('POST', '/customer', {
    type: 'business', email: 'ops@quill.test', country: 'NG', business_name: 'Quill', registration_number: 'RC1',
    incorporation_country: 'GB', id_type: 'passport', id_number: '1', kyb_scope: 'MINIMAL',
  });
  expect(Object.keys(refused.body['errors'] ?? {}).toSorted()).toEqual(['id_number', 'id_type', 'incorporation_country', 'kyb_scope']);
});

test('lists by exact filters, newest first, in pages of fifteen when asked', async () => {
  const { client } = await bench();
  for (let count = 0; count < 16; count += 1) await client.call('POST', '/customer', person({ last_name: `N${count}` }));
  const all = await client.call('GET', '/customer');
  expect(all.body['data']).toHaveLength(18);
  expect(all.body['meta']).toBeUndefined();
  const second = await client.call('GET', '/customer?paginate=true&page=2');
  expect(second.body['data']?.map((one) => one['last_name'])).toEqual(['N0', 'Bakare', 'Nwosu']);
  expect(second.body['meta']).toMatchObject({ current_page: 2, last_page: 2, per_page: 15, from: 16, to: 18, total: 18 });
  expect(second.body['links']?.['next']).toBeNull();
  const found = await client.call('GET', '/customer?email=tunde.bakare@example.test&type=individual');
  expect(found.body['data']).toHaveLength(1);
});

test('a verified customer takes only fields that are still empty, all or nothing', async () => {
  const { client } = await bench();
  const id = await verified(client);
  const refused = await client.call('PUT', `/customer/${id}`, { tin: '22233344455', last_name: 'Okoro' });
  expect(refused.status).toBe(400);
  const { body } = await client.call('GET', `/customer/${id}`);
  expect(body['data']).toMatchObject({ tin: null, last_name: 'Nwosu' });
  expect((await client.call('PUT', `/customer/${id}`, { tin: '22233344455' })).body['data']?.['tin']).toBe('22233344455');
});

test('names the tax number by country and kind', async () => {
  const { client } = await bench();
  const ask = async (query: string): Promise<unknown> => (await client.call('GET', `/virtual-bank-account/identification-type?${query}`)).body['data']?.['type'];
  expect(await ask(`customer_id=${await verified(client)}`)).toBe('bvn');
  expect(await ask('country=US&type=business')).toBe('ein');
  expect(await ask('country=KE&type=individual')).toBe('tin');
  expect((await client.call('GET', '/virtual-bank-account/identification-type')).status).toBe(422);
});

test('due diligence can be switched on for a customer', async () => {
  const { client, control } = await bench();
  const id = await verified(client);
  await control('POST', `customers/${id}/edd`, { enabled: true });
  expect((await client.call('GET', `/customer/${id}`)).body['data']?.['enhanced_due_diligence']).toBe(true);
});
