import { expect, test } from 'vitest';
import { ask, kiraDesk, version } from './payouts/desk.ts';

test('countries come with the pattern of their postal codes', async () => {
  const { body } = await (await kiraDesk()).call('GET', '/v1/countries');
  const rows = body['data'];
  expect(body['count']).toBe(rows?.length);
  expect(rows?.find((one) => String(one['alpha3']) === 'USA')).toEqual({
    name: 'United States', alpha3: 'USA', postal_code_format: '\\A\\d{5}(-\\d{4})?\\Z', subdivisions: expect.arrayContaining([{ name: 'California', code: 'CA' }]),
  });
});

test('banks are known of one country', async () => {
  const desk = await kiraDesk();
  expect((await desk.call('GET', '/v1/banks?country_code=CO')).body).toMatchObject({ total: 4, country_code: 'CO', banks: [{ code: '1007', name: 'Bancolombia' }, {}, {}, {}] });
  for (const query of ['', '?country_code=co', '?country_code=US']) expect((await desk.call('GET', `/v1/banks${query}`)).status).toBe(400);
});

test('the account’s version goes forward only, and a request may name its own', async () => {
  const desk = await kiraDesk();
  const upgrade = (target: unknown): ReturnType<typeof desk.call> => desk.call('POST', '/v1/versioning/upgrade', { target_version: target });
  expect((await upgrade('2026-04-14')).body).toEqual({ previous_version: '2025-01-01', current_version: '2026-04-14' });
  expect((await upgrade('2026-04-14')).body).toEqual({ previous_version: '2026-04-14', current_version: '2026-04-14' });
  expect([(await upgrade('2025-01-01')).status, (await upgrade('2031-01-01')).status, (await upgrade(7)).status]).toEqual([400, 400, 400]);
  const seen = async (headers: Record<string, string>): Promise<unknown> => (await desk.call('GET', `/v1/virtual-accounts/${desk.fiat}`, undefined, headers)).body['status'];
  expect([await seen({}), await seen(version('2025-01-01')), await seen({ 'x-api-version': 'nonsense' })]).toEqual(['approved', 'active', 'approved']);
});

test('the profile can be chosen at the start', async () => {
  const desk = await kiraDesk({ kiraProfile: 'G2' });
  expect((await desk.control('GET', 'kira/tenant')).body).toEqual({ client_id: desk.sandbox.kira.client_id, name: 'Northfield Trading', email: 'payments@northfield.example', profile: 'G2' });
});

test('health needs no key, and other products say that they are not here', async () => {
  const desk = await kiraDesk();
  expect(await ask(desk.sandbox, 'GET', '/health', undefined, {})).toMatchObject({ status: 200, body: { status: 'ok' } });
  for (const [method, path] of [['POST', '/v1/payins'], ['GET', '/v1/payins/x'], ['POST', '/v1/payment-link']] as const) expect((await desk.call(method, path)).status).toBe(501);
});
