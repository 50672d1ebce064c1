import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Answer, type KiraDesk, kiraDesk, version } from './payouts/desk.ts';

const company = {
  type: 'business', business_legal_name: 'Acme Test LLC', email: 'ops@acme.example', phone: '+13025550111', ein: '123456789', formation_country: 'USA',
  address_street: '1 Way', address_city: 'Dover', address_state: 'DE', address_zip_code: '19901', address_country: 'USA', document_number: '123456789', source_of_funds: 'sales',
};

const create = (desk: KiraDesk, body: object = company, headers: Record<string, string> = {}): Promise<Answer> =>
  desk.call('POST', '/v1/users', body, { 'idempotency-key': randomUUID(), ...headers });

test('a new customer is told under other names, with what is missing for each product', async () => {
  const desk = await kiraDesk();
  const { phone: _phone, ...rest } = company;
  const { status, body } = await create(desk, rest);
  expect([status, body]).toMatchObject([201, {
    status: 'CREATED', verification_status: 'unverified', verification_mode: 'automatic', verification_triggered: false, metadata: {}, associated_persons: [],
    registered_address: { street_line_1: '1 Way', city: 'Dover', subdivision: 'DE', postal_code: '19901', country: 'USA' },
    missing_fields: { 'usa-virtual-accounts': ['phone'] },
  }]);
  expect(Object.keys(body)).not.toContain('address_street');
  expect(body['eligible_products']?.[0]).toMatchObject({ product_code: 'usa-virtual-accounts', eligible: false });
  const read = (await desk.call('GET', `/v1/users/${String(body['id'])}`)).body;
  expect([read['verification_triggered'], read['missing_fields']]).toEqual([undefined, body['missing_fields']]);
});

test('a person lives at a residential address, and keeps no one’s number in sight', async () => {
  const desk = await kiraDesk();
  const person = await create(desk, { type: 'individual', first_name: 'Ann', last_name: 'Roe', email: 'ann@example.test', address_city: 'Dover', verification_mode: 'verification_link' });
  expect(person.body).toMatchObject({ residential_address: { city: 'Dover' }, verification_link: expect.stringContaining('https://') });
  const firm = await create(desk, { ...company, associated_persons: [{ email: 'a@b.example', first_name: 'A', ssn: '078051120' }] });
  expect(firm.body['associated_persons']).toEqual([{ email: 'a@b.example', first_name: 'A' }]);
});

test.each<[object, string]>([
  [{ email: 'x@example.test' }, 'type'], [{ type: 'individual', email: 'x@example.test', first_name: 'A' }, 'last_name'],
  [{ ...company, email: 'nobody' }, 'email'], [{ ...company, status: 'VERIFIED' }, 'status'], [{ ...company, metadata: { a: true } }, 'metadata.a'], [{ ...company, phone: null }, 'phone'],
])('refuses %o', async (body, path) => {
  const reply = await create(await kiraDesk(), body);
  expect([reply.status, reply.body['error'], reply.body['details']?.map((one) => one['path'])]).toEqual([400, 'Invalid request data', [path]]);
});

test('C15: a key used for another customer has its own code', async () => {
  const desk = await kiraDesk();
  const headers = { 'idempotency-key': randomUUID() };
  const first = await create(desk, company, headers);
  expect(await create(desk, company, headers)).toMatchObject({ status: first.status, text: first.text });
  expect(await create(desk, { ...company, phone: '+1' }, headers)).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
});

test('an unknown or malformed id is refused', async () => {
  const desk = await kiraDesk();
  const id = randomUUID();
  expect(await desk.call('GET', `/v1/users/${id}`)).toMatchObject({ status: 404, body: { code: 'not_found', message: `User with ID ${id} not found` } });
  expect(await desk.call('GET', '/v1/users/one')).toMatchObject({ status: 400, body: { details: [{ path: 'user_id' }] } });
});

test('lists with filters', async () => {
  const desk = await kiraDesk();
  await create(desk);
  const total = async (query: string): Promise<unknown> => (await desk.call('GET', `/v1/users?${query}`)).body['pagination']?.['total'];
  expect([await total(''), await total('type=business'), await total('status=VERIFIED'), await total('verification_status=unverified'), await total('email=ops@acme.example')]).toEqual([3, 2, 1, 2, 1]);
  expect([await total('created_after=2026-05-05'), await total('created_before=2026-05-05')]).toEqual([0, 3]);
});

test('C24: PUT writes what is named, PATCH is unknown, a verified customer stays as it is', async () => {
  const desk = await kiraDesk();
  const path = `/v1/users/${String((await create(desk)).body['id'])}`;
  expect((await desk.call('PUT', path, { phone: '+13025550199' })).body).toMatchObject({ phone: '+13025550199', ein: '123456789', updated_fields: ['phone'], requires_reverification: false });
  expect((await desk.call('PUT', path, {})).body['updated_fields']).toEqual([]);
  expect((await desk.call('PATCH', path, {})).status).toBe(403);
  expect(await desk.call('PUT', path, { email: 'finance@northfield.example' })).toMatchObject({ status: 409, body: { code: 'resource_conflict' } });
  expect((await desk.call('PUT', path, { nonsense: 1 })).body['updated_fields']).toEqual([]);
  expect((await desk.call('PUT', path, { nonsense: 1 }, version('2026-06-01'))).status).toBe(400);
  const verified = String((await desk.call('GET', '/v1/users?status=VERIFIED')).body['data']?.[0]?.['id']);
  expect((await desk.call('PUT', `/v1/users/${verified}`, { phone: '+1' })).status).toBe(403);
});

test.each([['111111111', 'REJECTED', 'REJECTED'], ['222221005', 'REVIEW', 'VERIFIED'], ['222221006', 'REVIEW', 'REJECTED'], ['123456789', 'VERIFIED', 'VERIFIED']])(
  'the newest version decides about a complete company by its number: %s is %s, then %s', async (ein, first, last) => {
    const desk = await kiraDesk();
    const { body } = await create(desk, { ...company, ein }, version('2026-06-01'));
    expect((await desk.call('GET', `/v1/users/${String(body['id'])}`)).body['status']).toBe(first);
    await desk.skip(5);
    expect((await desk.call('GET', `/v1/users/${String(body['id'])}`)).body['status']).toBe(last);
  },
);

test('trap 29: in the older versions nobody is verified by themselves', async () => {
  const desk = await kiraDesk();
  const id = String((await create(desk)).body['id']);
  await desk.skip(86_400);
  expect((await desk.call('GET', `/v1/users/${id}`)).body['status']).toBe('CREATED');
  await desk.control('POST', `kira/users/${id}`, { status: 'VERIFIED' });
  expect((await desk.call('GET', `/v1/users/${id}`)).body).toMatchObject({ status: 'VERIFIED', verification_status: 'verified', missing_fields: {} });
});
