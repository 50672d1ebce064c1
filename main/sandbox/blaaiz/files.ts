import { z } from 'zod';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { type FieldErrors, ok, type Reply, ruleBroken } from '../errors.ts';
import { id } from '../fields.ts';
import type { Customer, StoredFile } from '../model.ts';
import { type Body, mergeErrors, parse, said } from '../validate.ts';
import { findCustomer, ownCustomer } from './customers.ts';
import { presign } from './presign.ts';
import { planReview } from './review.ts';

const MOST_BYTES = 25 * 1024 * 1024;
const categories = ['identity', 'identity_back', 'proof_of_address', 'liveness_check'] as const;
const slots: Readonly<Record<string, (typeof categories)[number]>> = {
  id_file: 'identity', id_file_back: 'identity_back', proof_of_address_file: 'proof_of_address',
  liveness_check_file: 'liveness_check',
};
const presignBody = z.object({ customer_id: id, file_category: z.enum(categories) });
const attachBody = z.object({
  id_file: id.optional(), id_file_back: id.optional(), proof_of_address_file: id.optional(),
  liveness_check_file: id.optional(),
});

/** Uploads of individuals (Blaaiz guide: Upload files). PUT on the attach call is what one older client method sends. */
export const fileEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/file/get-presigned-url', 'file:upload', presignIndividual),
  endpoint(['POST', 'PUT'], '/customer/:customer/files', 'customer:write', attach),
];

/** Complaints about a file id: it must be this customer's, of this category, uploaded, of a known type and size. */
export function fileComplaints(
  call: Call, customer: Customer, field: string, fileId: string, place: Pick<StoredFile, 'category' | 'owner_id'>,
): FieldErrors {
  const file = call.world.state.files[fileId];
  const name = field.replaceAll('_', ' ');
  const fits = file?.business_id === call.business.id && file.customer_id === customer.id
    && file.category === place.category && file.owner_id === place.owner_id;
  if (!file || !fits) return { [field]: [`The selected ${name} is invalid.`] };
  if (!file.uploaded) return { [field]: [`The ${name} has not been uploaded yet.`] };
  if (file.uploaded.mime === null) return { [field]: [`The ${name} field must be a file of type: pdf, jpg, jpeg, png.`] };
  return file.uploaded.size <= MOST_BYTES ? {} : { [field]: [`The ${name} field must not be greater than 25 MB.`] };
}

function presignIndividual(call: Call): Reply {
  const named = findCustomer(call, (said(call.body, 'customer_id') ?? ''));
  const unknown = call.body['customer_id'] !== undefined && !named;
  const asked = parse(presignBody, call.body, unknown ? { customer_id: ['The selected customer id is invalid.'] } : {});
  if (!named || named.type === 'business') throw ruleBroken('Business customers upload files through the KYB endpoints.');
  const slip = presign(call.world, {
    business_id: call.business.id, customer_id: named.id, category: asked.file_category, owner_id: null,
  });
  return ok({ message: 'Upload URL generated successfully', ...slip });
}

function attach(call: Call): Reply {
  const customer = ownCustomer(call);
  if (customer.type === 'business') throw ruleBroken('Business customers upload files through the KYB endpoints.');
  const given = parse(attachBody, call.body, slotComplaints(call, customer, call.body));
  if (customer.status === 'VERIFIED') throw ruleBroken('Files cannot be uploaded for a verified customer.');
  for (const [slot, fileId] of Object.entries(given)) if (fileId !== undefined) customer.files[slot] = fileId;
  customer.updated_ms = call.world.clock.now();
  if (given.id_file !== undefined) {
    customer.status = 'PENDING';
    customer.comment = null;
    planReview(call.world, customer);
  }
  return ok({ message: 'Customer files uploaded successfully' });
}

function slotComplaints(call: Call, customer: Customer, body: Body): FieldErrors {
  const given = Object.entries(slots).filter(([slot]) => body[slot] !== undefined);
  if (given.length === 0) return { id_file: ['The id file field is required when no other file is present.'] };
  return mergeErrors(...given.map(([slot, category]) => fileComplaints(call, customer, slot, said(body, slot) ?? '', { category, owner_id: null })));
}
