import { expect, test } from 'vitest';
import { askedRejection } from '../../../../main/sandbox/blaaiz/asked-rejection.ts';
import { bench, person, upload, type Bench } from '../client.ts';

const asked = (email: string) => askedRejection({ type: 'individual', fields: { email } });

test('an e-mail asks for a rejection by what stands before its @, a line a point', () => {
  expect(asked('thea+reject-glare-name@quay.example')).toEqual({ times: 1, comment: 'Glare on the identity document.\nThe name does not match the identity document.' });
  expect(asked('thea+REJECT3-blur@quay.example')).toEqual({ times: 3, comment: 'The identity document is blurry and can not be read.' });
  expect(['thea@quay.example', 'thea+reject@quay.example', 'thea+reject-nothing@quay.example', 'x@reject-glare.example', '+reject-glare'].map(asked)).toEqual([null, null, null, null, null]);
  expect(askedRejection({ type: 'business', fields: { email: 'a+reject-glare@b.example' } })).toBeNull();
});

async function decided(at: Bench, id: string): Promise<Record<string, unknown>> {
  await at.client.call('POST', `/customer/${id}/files`, { id_file: await upload(at.client, id, 'identity') });
  await at.skip(90);
  return (await at.client.call('GET', `/customer/${id}`)).body['data'] as Record<string, unknown>;
}

test('the person is rejected so often and for these reasons, then verified', async () => {
  const at = await bench();
  const made = await at.client.call('POST', '/customer', person({ email: 'ife+reject2-crop-back@example.test' }));
  const id = String(made.body['data']?.['id']);
  const comment = 'The front image is cropped.\nThe back of the document is missing.';
  expect(await decided(at, id)).toMatchObject({ verification_status: 'REJECTED', comment });
  expect(await decided(at, id)).toMatchObject({ verification_status: 'REJECTED', comment });
  expect(await decided(at, id)).toMatchObject({ verification_status: 'VERIFIED', comment: null });
});

test('a reply has no comment unless it was asked for', async () => {
  const at = await bench();
  const made = await at.client.call('POST', '/customer', person({ last_name: 'Rejectson' }));
  const id = String(made.body['data']?.['id']);
  expect(await decided(at, id)).not.toHaveProperty('comment');
  await at.control('POST', 'settings', { tell_reasons: true });
  expect((await at.client.call('GET', `/customer/${id}`)).body['data']).toMatchObject({ comment: 'The document image is not readable.' });
});
