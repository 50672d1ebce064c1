import { expect, test } from 'vitest';
import { bench, type Bench, type Got, jpeg, person, put, upload, verified } from '../client.ts';

async function newPerson(at: Bench, changes: Record<string, unknown> = {}): Promise<string> {
  return String((await at.client.call('POST', '/customer', person(changes))).body['data']?.['id']);
}

async function status(at: Bench, id: string): Promise<unknown> {
  return (await at.client.call('GET', `/customer/${id}`)).body['data']?.['verification_status'];
}

function slip(at: Bench, id: string, category = 'identity'): Promise<Got> {
  return at.client.call('POST', '/file/get-presigned-url', { customer_id: id, file_category: category });
}

test('attaching the front starts a review that ends verified after its waiting time', async () => {
  const at = await bench();
  const id = await newPerson(at);
  const front = await upload(at.client, id, 'identity');
  const back = await upload(at.client, id, 'identity_back');
  expect((await at.client.call('POST', `/customer/${id}/files`, { id_file_back: back })).status).toBe(200);
  await at.skip(600);
  expect(await status(at, id)).toBe('PENDING');
  await at.client.call('POST', `/customer/${id}/files`, { id_file: front });
  await at.skip(89);
  expect(await status(at, id)).toBe('PENDING');
  await at.skip(1);
  expect(await status(at, id)).toBe('VERIFIED');
  const again = await at.client.call('POST', `/customer/${id}/files`, { id_file: front });
  expect(again.status).toBe(400);
  expect(again.body['message']).toContain('verified customer');
});

test('the surname Rejectson is rejected, and new papers make the customer pending again', async () => {
  const at = await bench();
  const id = await newPerson(at, { last_name: 'Rejectson' });
  await at.client.call('POST', `/customer/${id}/files`, { id_file: await upload(at.client, id, 'identity') });
  await at.skip(90);
  expect(await status(at, id)).toBe('REJECTED');
  await at.client.call('POST', `/customer/${id}/files`, { id_file: await upload(at.client, id, 'identity') });
  expect(await status(at, id)).toBe('PENDING');
});

test('refuses an id that was not uploaded, belongs to another customer or sits in another slot', async () => {
  const at = await bench();
  const [id, other] = [await newPerson(at), await newPerson(at)];
  const attach = (file: unknown): Promise<Got> => at.client.call('POST', `/customer/${id}/files`, { id_file: file });
  const empty = await slip(at, id);
  expect(await attach(empty.body['file_id'])).toMatchObject({ status: 422, body: { errors: { id_file: ['The id file has not been uploaded yet.'] } } });
  expect((await attach(await upload(at.client, other, 'identity'))).status).toBe(422);
  expect((await attach(await upload(at.client, id, 'liveness_check'))).status).toBe(422);
  expect((await at.client.call('POST', `/customer/${id}/files`, {})).status).toBe(422);
});

test('judges size and type from the bytes when the id is attached', async () => {
  const at = await bench();
  const id = await newPerson(at);
  const limit = 25 * 1024 * 1024;
  const attach = async (bytes: Uint8Array<ArrayBuffer>): Promise<number> =>
    (await at.client.call('POST', `/customer/${id}/files`, { proof_of_address_file: await upload(at.client, id, 'proof_of_address', bytes) })).status;
  expect(await attach(jpeg(limit))).toBe(200);
  expect(await attach(jpeg(limit + 1))).toBe(422);
  expect(await attach(new TextEncoder().encode('GIF89a'))).toBe(422);
});

test('a business customer may not use the upload of individuals', async () => {
  const at = await bench();
  const { body } = await at.client.call('POST', '/customer', {
    type: 'business', email: 'ops@quill.test', country: 'NG', business_name: 'Quill', registration_number: 'RC1', incorporation_country: 'NG',
  });
  expect((await slip(at, String(body['data']?.['id']))).status).toBe(400);
  expect((await slip(at, 'nobody')).status).toBe(422);
});

test('the upload address wants its own signature, its headers, no token, and ends after 15 minutes', async () => {
  const at = await bench();
  const { body } = await slip(at, await verified(at.client));
  const forged = String(body['url']).replace(/Signature=../, 'Signature=zz');
  expect((await fetch(forged, { method: 'PUT', body: jpeg(), headers: { 'x-amz-acl': 'private' } })).status).toBe(403);
  expect((await put(body, jpeg(), {})).status).toBe(403);
  expect((await put(body, jpeg(), { 'x-amz-acl': 'public' })).status).toBe(403);
  expect((await put(body, jpeg(), { 'x-amz-acl': 'private', Authorization: 'Bearer x' })).status).toBe(400);
  const stored = await put(body);
  expect(stored.status).toBe(200);
  expect(stored.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  await at.skip(15 * 60);
  const late = await put(body);
  expect(late.status).toBe(403);
  expect(await late.text()).toContain('Request has expired');
});

test('can hand out an empty list of headers as PHP does', async () => {
  const at = await bench();
  await at.control('POST', 'settings', { empty_upload_headers: true });
  const { body } = await slip(at, await verified(at.client));
  expect(body['headers']).toEqual([]);
  expect((await put(body, jpeg(), {})).status).toBe(200);
});
