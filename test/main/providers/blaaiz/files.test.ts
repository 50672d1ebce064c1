import { describe, expect, it } from 'vitest';
import { withReply } from '../support/blaaiz.ts';

describe('attaching', () => {
  it('names the front of the identity document last, in one call', async () => {
    await withReply({ body: { message: 'ok' } }, async ({ provider }, server) => {
      expect(await provider.customers.attach('c1', { identity: 'f1', liveness_check: 'f4', proof_of_address: 'f3', identity_back: 'f2' })).toEqual({ ok: true, value: undefined });
      expect(server.seen.slice(1)).toMatchObject([{ method: 'POST', path: '/api/external/customer/c1/files',
        body: '{"id_file_back":"f2","proof_of_address_file":"f3","liveness_check_file":"f4","id_file":"f1"}' }]);
    });
  });

  it('leaves empty slots out', async () => {
    await withReply({ body: { message: 'ok' } }, async ({ provider }, server) => {
      await provider.customers.attach('c1', { identity: 'f1' });
      expect(server.seen[1]?.body).toBe('{"id_file":"f1"}');
    });
  });

  it('explains a refusal by slot', async () => {
    await withReply({ status: 422, body: { message: 'x', errors: { id_file: ['The file is too large.'] } } }, async ({ provider }) => {
      expect(await provider.customers.attach('c1', { identity: 'f1' })).toMatchObject({ error: { code: 'validation', fields: [{ path: 'identity', message: 'The file is too large.' }] } });
    });
  });
});

describe('asking for an upload address', () => {
  it('sends the customer and the slot, nothing else', async () => {
    await withReply({ body: { file_id: 'f1', url: 'https://bucket.example.test/k', headers: [] } }, async ({ provider }, server) => {
      await provider.customers.presign('c1', 'identity_back');
      expect(server.seen[1]).toMatchObject({ method: 'POST', path: '/api/external/file/get-presigned-url', body: '{"customer_id":"c1","file_category":"identity_back"}' });
    });
  });
});
