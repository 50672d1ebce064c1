import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Answer, type KiraDesk, kiraDesk, version } from './payouts/desk.ts';

const address = { street_name: '1 Ring', city: 'Berlin', state: 'BE', postal_code: '10115', country: 'DE' };
const swift = { account_type: 'SWIFT', account_number: 'DE02120300000000202051', swift_code: 'TESTDEFFXXX', bank_name: 'Testbank AG', bank_address: address };
const wire = { account_type: 'WIRE', account_number: '000123456', routing_number: '111111118', type: 'checking', bank_name: 'First Lakeside', bank_address: address };
const company = { type: 'business', company_name: 'Globex GmbH', email: 'ap@globex.example', phone: '+4930111222', address };

async function owner(desk: KiraDesk): Promise<string> {
  return String((await desk.call('GET', '/v1/users?status=VERIFIED')).body['data']?.[0]?.['id']);
}

async function make(desk: KiraDesk, changes: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
  return desk.call('POST', '/v1/recipients', { user_id: await owner(desk), ...company, account: swift, ...changes }, { 'idempotency-key': randomUUID(), ...headers });
}

const complaints = ({ status, body }: Answer): unknown => [status, body['details']?.map((one) => [String(one['path']), String(one['message'])])];

test.each([['SWIFT', swift], ['WIRE', wire]])('trap 11: a new %s recipient comes back with half of the bank’s address, and whole when read', async (rail, account) => {
  const desk = await kiraDesk();
  const { status, body } = await make(desk, { account });
  const { account_type: _rail, ...details } = account;
  expect([status, body['account_type'], body['account_details']]).toEqual([201, rail, { ...details, bank_address: { ...address, state: '', postal_code: '' } }]);
  expect((await desk.call('GET', `/v1/recipients/${String(body['recipient_id'])}`)).body['account_details']).toEqual(details);
});

test('trap 1: the id has a name of its own, and what was not sent is absent', async () => {
  const { body } = await make(await kiraDesk());
  expect(Object.keys(body)).toEqual(['recipient_id', 'type', 'company_name', 'email', 'phone', 'address', 'account_type', 'account_details', 'created_ts', 'updated_ts', 'metadata']);
});

test('trap 16: times have a blank, six decimals and a zone without minutes', async () => {
  const { body } = await make(await kiraDesk());
  expect(String(body['created_ts'])).toMatch(/^2026-05-04 09:30:00\.\d{6}\+00$/);
});

test('drops what it does not know, at both levels', async () => {
  const desk = await kiraDesk();
  const { body } = await make(desk, { holder_name: 'X', account: { ...swift, iban: 'Y', currency: 'EUR' } });
  expect(JSON.stringify((await desk.call('GET', `/v1/recipients/${String(body['recipient_id'])}`)).body)).not.toMatch(/holder_name|iban|currency/);
});

test('takes who names a person and no kind for a person', async () => {
  const { type: _type, company_name: _name, ...rest } = company;
  const { body } = await make(await kiraDesk(), { ...rest, type: undefined, company_name: undefined, first_name: 'Ann', last_name: 'Roe' });
  expect(body).toMatchObject({ type: 'individual', first_name: 'Ann' });
});

test.each<[string, Record<string, unknown>, unknown]>([
  ['trap 13: a country of three letters', { address: { ...address, country: 'DEU' } }, [['address.country', 'Country must be a 2-character ISO code']]],
  ['trap 14: a text as a bank’s address for SWIFT', { account: { ...swift, bank_address: '1 Ring, Berlin' } }, [['account.bank_address', 'Expected object, received string']]],
  ['trap 14: an object as a bank’s address for ACH', { account: { ...wire, account_type: 'ACH' } }, [['account.bank_address', 'Expected string, received object']]],
  ['trap 15: an IBAN anywhere but in the account number', { account: { ...swift, account_number: undefined, iban: 'DE02' } }, [['account.account_number', 'Required']]],
  ['trap 23: null where something is optional', { phone: null }, [['phone', 'Expected string, received null']]],
  ['C17: SWIFT without a phone', { phone: undefined }, [['phone', 'Required']]],
  ['C17: SWIFT without an address', { address: undefined }, [['address', 'Required']]],
  ['a bank’s address without a state', { account: { ...swift, bank_address: { ...address, state: '' } } }, [['account.bank_address.state', 'String must contain at least 1 character(s)']]],
  ['a short BIC', { account: { ...swift, swift_code: 'TEST' } }, [['account.swift_code', 'String must contain at least 8 character(s)'], ['account.swift_code', 'SWIFT code must be 8 or 11 characters']]],
  ['a routing number of eight digits', { account: { ...wire, routing_number: '11111111' } }, [['account.routing_number', 'Routing number must be exactly 9 digits']]],
  ['an unknown rail', { account: { ...swift, account_type: 'PIGEON' } }, [['account.account_type', 'Invalid discriminator value']]],
  ['no account', { account: undefined }, [['account', 'Required']]],
  ['a number among the metadata', { metadata: { a: true } }, [['metadata.a', 'Expected string, received boolean']]],
])('refuses %s', async (_case, changes, expected) => {
  expect(complaints(await make(await kiraDesk(), changes))).toEqual([400, expected]);
});

test('a company has a name and a stranger has no recipients', async () => {
  const desk = await kiraDesk();
  expect(complaints(await make(desk, { company_name: undefined }))).toEqual([400, [['company_name', 'Required']]]);
  expect(await make(desk, { user_id: randomUUID() })).toMatchObject({ status: 404, body: { error: { code: 'USER_NOT_FOUND' } } });
});

test('the same key makes one recipient however often and at once it is sent, and repeats the very bytes', async () => {
  const desk = await kiraDesk();
  const before = Number((await desk.call('GET', `/v1/recipients?user_id=${await owner(desk)}`)).body['total']);
  const headers = { 'idempotency-key': randomUUID() };
  const replies = await Promise.all(Array.from({ length: 10 }, () => make(desk, {}, headers)));
  expect(new Set(replies.map((one) => `${one.status} ${one.text}`)).size).toBe(1);
  expect(replies[0]?.status).toBe(201);
  expect((await desk.call('GET', `/v1/recipients?user_id=${await owner(desk)}`)).body['total']).toBe(before + 1);
});

test.each([['conflict409_E6', 409, { error: { code: 'IDEMPOTENCY_CONFLICT', details: {} } }], ['legacy400', 400, { code: 'validation_error' }]])(
  'C15: a key used for another recipient is refused (%s)', async (mismatch, status, body) => {
    const desk = await kiraDesk();
    await desk.settings({ mismatch });
    const headers = { 'idempotency-key': randomUUID() };
    await make(desk, {}, headers);
    expect(await make(desk, { company_name: 'Other' }, headers)).toMatchObject({ status, body });
  },
);

test('C15: or it gets the first recipient without a word', async () => {
  const desk = await kiraDesk();
  await desk.settings({ mismatch: 'silent_replay' });
  const headers = { 'idempotency-key': randomUUID() };
  const first = await make(desk, {}, headers);
  expect(await make(desk, { company_name: 'Other' }, headers)).toMatchObject({ status: first.status, text: first.text });
});

test('wants a key, and a UUID at that', async () => {
  const desk = await kiraDesk();
  const send = (headers: Record<string, string>): Promise<Answer> => desk.call('POST', '/v1/recipients', {}, headers);
  expect(complaints(await send({}))).toEqual([400, [['idempotency-key', 'Required']]]);
  expect(complaints(await send({ 'idempotency-key': 'seven' }))).toEqual([400, [['idempotency-key', 'Invalid uuid']]]);
});

test('a refused recipient does not use its key up', async () => {
  const desk = await kiraDesk();
  const headers = { 'idempotency-key': randomUUID() };
  expect((await make(desk, { phone: undefined }, headers)).status).toBe(400);
  expect((await make(desk, {}, headers)).status).toBe(201);
});

test('C14: the newest version answers 202 with the recipient that is already on file, the others make another', async () => {
  const desk = await kiraDesk();
  const first = await make(desk);
  const again = await make(desk, {}, version('2026-06-01'));
  expect([again.status, again.body['recipient_id']]).toEqual([202, first.body['recipient_id']]);
  expect((await make(desk)).body['recipient_id']).not.toEqual(first.body['recipient_id']);
});

test('lists the whole set of a user, and wants to know whose', async () => {
  const desk = await kiraDesk();
  const { body } = await desk.call('GET', `/v1/recipients?user_id=${await owner(desk)}&limit=1`);
  expect([body['total'], body['recipients']?.map((one) => one['account_type'])]).toEqual([3, ['WIRE', 'SWIFT', 'ACH']]);
  expect(await desk.call('GET', '/v1/recipients')).toMatchObject({ status: 400, body: { error: { code: 'VALIDATION_ERROR', message: 'user_id query parameter is required' } } });
  const nobody = randomUUID();
  expect(await desk.call('GET', `/v1/recipients?user_id=${nobody}`)).toMatchObject({ status: 404, body: { error: { code: 'USER_NOT_FOUND', details: { user_id: nobody } } } });
});

test('trap 12: a recipient can be read, and neither changed nor removed', async () => {
  const desk = await kiraDesk();
  const path = `/v1/recipients/${desk.wire}`;
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await desk.call(method, path)).status).toBe(403);
  expect((await desk.call('GET', path)).status).toBe(200);
  expect(await desk.call('GET', `/v1/recipients/${randomUUID()}`)).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  expect(complaints(await desk.call('GET', '/v1/recipients/one'))).toEqual([400, [['recipient_id', 'Invalid uuid']]]);
});
