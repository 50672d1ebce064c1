import { expect, test } from 'vitest';
import { bench, type Bench, type Got, person } from '../client.ts';

const owner = (share: unknown): object => ({ first_name: 'Ada', last_name: 'Obi', ownership_percentage: share });
const company = { type: 'business', email: 'ops@quill.test', country: 'NG', business_name: 'Quill', registration_number: 'RC1', incorporation_country: 'NG' };

async function minimal(at: Bench): Promise<string> {
  await at.control('POST', 'settings', { allow_minimal: true });
  return String((await at.client.call('POST', '/customer', { ...company, kyb_scope: 'MINIMAL' })).body['data']?.['id']);
}
const upgrade = (at: Bench, id: string, body: object): Promise<Got> => at.client.call('POST', `/customer/${id}/upgrade-kyb-scope`, body);

test('an individual is submitted only with a document', async () => {
  const at = await bench();
  const id = String((await at.client.call('POST', '/customer', person())).body['data']?.['id']);
  expect(await at.client.call('POST', `/customer/${id}/submit`)).toMatchObject({ status: 422, body: { errors: { id_file: [expect.any(String)] } } });
});

test('an upgrade wants shares of exactly 100, added without rounding', async () => {
  const at = await bench();
  const id = await minimal(at);
  for (const shares of [[50, 49.99], [100, 0.01], ['33.33', '33.33', '33.33']]) {
    expect(await upgrade(at, id, { owners: shares.map(owner) })).toMatchObject({ status: 422, body: { errors: { owners: [expect.stringContaining('exactly 100')] } } });
  }
  const done = await upgrade(at, id, { owners: ['33.3', '33.3', 33.4].map(owner), registration_number: 'RC2' });
  expect(done).toMatchObject({ status: 200, body: { data: { registration_number: 'RC2', kyb_scope: 'FULL' } } });
});

test.each([[undefined], [[]], [['x']], [[owner('half')]], [[null]], ['all']])('an upgrade with owners %j is refused by name and changes nothing', async (owners) => {
  const at = await bench();
  const id = await minimal(at);
  const refused = await upgrade(at, id, { owners, registration_number: 'RC2' });
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body['errors'] ?? {}).every((name) => name.startsWith('owners'))).toBe(true);
  expect((await at.client.call('GET', `/customer/${id}`)).body['data']).toMatchObject({ registration_number: 'RC1', kyb_scope: 'MINIMAL' });
});

test('a person has no scope to upgrade', async () => {
  const at = await bench();
  const id = String((await at.client.call('POST', '/customer', person())).body['data']?.['id']);
  expect((await upgrade(at, id, { owners: [owner(100)] })).status).toBe(422);
});
