import type { DocumentSlot } from '../../../preload/contract/documents.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { appError } from '../../../preload/contract/errors.ts';
import type { Reply, UploadTarget } from '../provider.ts';
import type { Api, Endpoint } from './api.ts';
import { fileFieldNames } from './field-names.ts';
import { presignReply } from './schemas.ts';
import { pick } from './tolerant.ts';

const presignEndpoint: Endpoint = {
  method: 'POST', route: '/api/external/file/get-presigned-url', kind: 'write',
  act: { failed: 'The upload was not started', scope: 'file:upload', fields: { file_category: 'documents', customer_id: 'customerId' } },
};
const attachEndpoint: Endpoint = {
  method: 'POST', route: '/api/external/customer/{customer}/files', kind: 'write',
  act: { failed: 'The documents were not attached', scope: 'customer:write', fields: fileFieldNames },
};

/** The order in which uploaded files are named: the front of the identity document last, because it starts the verification. */
const attachOrder: readonly (readonly [DocumentSlot, string])[] = [
  ['identity_back', 'id_file_back'], ['proof_of_address', 'proof_of_address_file'], ['liveness_check', 'liveness_check_file'],
  ['identity', 'id_file'],
];

/** Asks where a file's bytes go (Blaaiz API reference: Get presigned URL). Short-lived: ask right before uploading, keep nothing. */
export async function presignUpload(api: Api, remoteId: string, slot: DocumentSlot): Reply<UploadTarget> {
  const reply = await api.ask(presignEndpoint, { body: { customer_id: remoteId, file_category: slot } }, (body) => pick(body, presignReply));
  if (!reply.ok) return reply;
  const url = reply.value.url ?? reply.value.upload_url;
  if (url === null || !URL.canParse(url)) {
    return fail(appError('provider-unreadable', 'The upload was not started: Blaaiz gave no address for the file.', { fix: 'Try again in a minute.' }));
  }
  return ok({ fileId: reply.value.file_id, url, headers: reply.value.headers ?? {} });
}

/** Attaches uploaded files in one call (Blaaiz API reference: Upload customer files). */
export function attachFiles(api: Api, remoteId: string, files: Partial<Record<DocumentSlot, string>>): Reply<void> {
  const body = Object.fromEntries(attachOrder.flatMap(([slot, wire]) => (files[slot] === undefined ? [] : [[wire, files[slot]]])));
  return attach(api, remoteId, body);
}

async function attach(api: Api, remoteId: string, body: object): Reply<void> {
  const reply = await api.ask(attachEndpoint, { params: { customer: remoteId }, body }, () => true);
  return reply.ok ? ok(undefined) : reply;
}
