import { expect, test } from 'vitest';
import { bench, type Bench, type Json, put } from '../client.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 invented');
const owner = {
  first_name: 'Ada', last_name: 'Obi', ownership_percentage: 100, date_of_birth: '1980-01-01', nationality: 'NG',
  country: 'NG', id_document_type: 'drivers_license', id_document_number: 'D1', id_document_country: 'NG', id_expiry_date: '2030-01-01',
};

async function company(at: Bench, changes: Record<string, unknown> = {}): Promise<Json> {
  const { body } = await at.client.call('POST', '/customer', {
    type: 'business', email: 'ops@quill.test', country: 'NG', business_name: 'Quill Ltd', registration_number: 'RC77',
    incorporation_country: 'NG', owners: [owner], ...changes,
  });
  return body['data'] as Json;
}

async function addDocument(at: Bench, id: string): Promise<Json> {
  const { body } = await at.client.call('POST', `/customer/${id}/document/presigned-url`);
  await put(body['data'] as Json, pdf);
  const made = await at.client.call('POST', `/customer/${id}/document`, {
    type: 'CERTIFICATE_OF_INCORPORATION', name: 'CAC cert', file_id: body['data']?.['file_id'],
  });
  return made.body['data'] as Json;
}

async function ownerFile(at: Bench, id: string, ownerId: string, side: string): Promise<Json> {
  const path = `/customer/${id}/owner/${ownerId}`;
  const { body } = await at.client.call('POST', `${path}/file/presigned-url`, { file_category: side });
  await put(body['data'] as Json, pdf);
  return (await at.client.call('POST', `${path}/files`, { [side]: body['data']?.['file_id'] })).body;
}

async function complete(at: Bench, changes: Record<string, unknown> = {}): Promise<{ id: string; ownerId: string; documentId: string }> {
  const made = await company(at, changes);
  const [id, ownerId] = [String(made['id']), String(made['owners']?.[0]?.['id'])];
  await ownerFile(at, id, ownerId, 'id_document_front');
  await ownerFile(at, id, ownerId, 'id_document_back');
  return { id, ownerId, documentId: String((await addDocument(at, id))['id']) };
}

test('submit names every gap at once and leaves the customer editable', async () => {
  const at = await bench();
  const young = { ...owner, ownership_percentage: 99.99, date_of_birth: '2010-01-01', id_expiry_date: '2026-05-04' };
  const { id } = await company(at, { owners: [young] }) as unknown as { id: string };
  const refused = await at.client.call('POST', `/customer/${id}/submit`);
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body['errors'] ?? {}).toSorted()).toEqual([
    'documents', 'owners', 'owners.0.date_of_birth', 'owners.0.id_document_back', 'owners.0.id_document_front', 'owners.0.id_expiry_date',
  ]);
  expect((await at.client.call('PUT', `/customer/${id}`, { city: 'Lagos' })).status).toBe(200);
});

test('a complete company is processed, locked while it is, and then verified with its rows approved', async () => {
  const at = await bench();
  const { id, documentId } = await complete(at);
  expect((await at.client.call('POST', `/customer/${id}/submit`)).body['data']?.['verification_status']).toBe('PROCESSING');
  expect((await at.client.call('PUT', `/customer/${id}`, { city: 'Lagos' })).status).toBe(400);
  expect((await at.client.call('DELETE', `/customer/${id}/document/${documentId}`)).status).toBe(400);
  expect((await at.client.call('POST', `/customer/${id}/submit`)).status).toBe(400);
  await at.skip(90);
  const { body } = await at.client.call('GET', `/customer/${id}`);
  expect(body['data']).toMatchObject({
    verification_status: 'VERIFIED', owners: [{ status: 'APPROVED', ownership_percentage: '100.00' }], documents: [{ status: 'APPROVED', extension: 'pdf' }],
  });
});

test('after a rejection only the rejected rows can be corrected, and a new file clears the comments', async () => {
  const at = await bench();
  const { id, ownerId, documentId } = await complete(at);
  await at.client.call('POST', `/customer/${id}/submit`);
  await at.control('POST', `customers/${id}/documents/${documentId}/decision`, { status: 'APPROVED' });
  await at.control('POST', `customers/${id}/owners/${ownerId}/decision`, { status: 'REJECTED', comments: ['Front image is cropped'] });
  await at.control('POST', `customers/${id}/decision`, { status: 'REJECTED', comment: 'See the owners.' });
  const { body } = await at.client.call('GET', `/customer/${id}`);
  expect(body['data']).toMatchObject({ verification_status: 'REJECTED', owners: [{ admin_comments: ['Front image is cropped'] }] });
  expect((await at.client.call('PUT', `/customer/${id}/document/${documentId}`, { name: 'x' })).status).toBe(400);
  expect(await ownerFile(at, id, ownerId, 'id_document_front')).toMatchObject({ data: { status: 'PENDING', admin_comments: null } });
  expect((await at.client.call('POST', `/customer/${id}/submit`)).status).toBe(200);
});

test('a passport owner must not have a back side', async () => {
  const at = await bench();
  const { id } = await complete(at, { owners: [{ ...owner, id_document_type: 'passport' }] });
  const refused = await at.client.call('POST', `/customer/${id}/submit`);
  expect(Object.keys(refused.body['errors'] ?? {})).toEqual(['owners.0.id_document_back']);
});

test('documents can be listed, renamed and removed while open', async () => {
  const at = await bench();
  const { id, documentId } = await complete(at);
  const path = `/customer/${id}/document`;
  expect((await at.client.call('PUT', `${path}/${documentId}`, { name: 'Renamed' })).body['data']?.['name']).toBe('Renamed');
  expect((await at.client.call('GET', path)).body['data']).toHaveLength(1);
  expect((await at.client.call('DELETE', `${path}/${documentId}`)).status).toBe(200);
  expect((await at.client.call('GET', `${path}/${documentId}`)).status).toBe(404);
});

test('an allow-listed platform starts minimal and can upgrade once', async () => {
  const at = await bench();
  await at.control('POST', 'settings', { allow_minimal: true });
  const { id } = await company(at, { owners: undefined }) as unknown as { id: string };
  const short = await at.client.call('POST', `/customer/${id}/upgrade-kyb-scope`, { owners: [{ ...owner, ownership_percentage: 60 }] });
  expect(short.status).toBe(422);
  const upgraded = await at.client.call('POST', `/customer/${id}/upgrade-kyb-scope`, { owners: [owner] });
  expect(upgraded.body['data']).toMatchObject({ kyb_scope: 'FULL', verification_status: 'PENDING', owners: [{ last_name: 'Obi' }] });
  expect((await at.client.call('POST', `/customer/${id}/upgrade-kyb-scope`, { owners: [owner] })).status).toBe(422);
});

test('individuals have no owners or documents', async () => {
  const at = await bench();
  const { body } = await at.client.call('GET', '/customer?verification_status=PENDING');
  expect((await at.client.call('POST', `/customer/${String(body['data']?.[0]?.['id'])}/document/presigned-url`)).status).toBe(400);
});
