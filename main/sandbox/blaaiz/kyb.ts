import { z } from 'zod';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { created, notFound, ok, type Reply, ruleBroken } from '../errors.ts';
import { id, text } from '../fields.ts';
import type { Customer, KybDocument, Owner } from '../model.ts';
import { mergeErrors, parse, said } from '../validate.ts';
import { documentView, ownerView } from './customer-view.ts';
import { ownCustomer } from './customers.ts';
import { fileComplaints } from './files.ts';
import { isEditable, isLocked } from './owners.ts';
import { presign } from './presign.ts';

const documentTypes = [
  'CERTIFICATE_OF_INCORPORATION', 'ARTICLES_OF_INCORPORATION', 'BENEFICIAL_OWNERSHIP_CERTIFICATE',
  'INCORPORATION_DOCUMENTS', 'CAC_STATUS_REPORT', 'ACCOUNT_AGREEMENT', 'PROOF_OF_ADDRESS', 'BANK_STATEMENT', 'LICENSE',
  'SHARE_REGISTRATION', 'COMPANY_OWNERSHIP_STRUCTURE', 'DIRECTORS_REGISTER', 'OTHER',
] as const;
const side = z.object({ file_category: z.enum(['id_document_front', 'id_document_back']) });
const sides = z.object({ id_document_front: id.optional(), id_document_back: id.optional() });
const newDocument = z.object({
  type: z.enum(documentTypes), name: text, file_id: id, description: z.string().max(2000).optional(),
});
const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };
const DOCUMENT_LOCKED = 'Cannot modify a document that has been approved or is currently under review.';
const OWNER_LOCKED = 'Cannot modify an owner that has been approved or is currently under review.';

/** Owners' files and documents of business customers (Blaaiz guide: KYB onboarding). */
export const kybEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/customer/:customer/owner/:owner/file/presigned-url', 'customer:write', presignOwner),
  endpoint('POST', '/customer/:customer/owner/:owner/files', 'customer:write', attachOwner),
  endpoint('DELETE', '/customer/:customer/owner/:owner', 'customer:write', removeOwner),
  endpoint('POST', '/customer/:customer/document/presigned-url', 'customer:write', presignDocument),
  endpoint('POST', '/customer/:customer/document', 'customer:write', addDocument),
  endpoint('GET', '/customer/:customer/document', 'customer:read', (call) => {
    const customer = businessCustomer(call);
    const data = customer.documents.map((document) => documentView(call.world, customer, document));
    return ok({ message: 'Documents retrieved successfully', data });
  }),
  endpoint('GET', '/customer/:customer/document/:document', 'customer:read', (call) => ok({
    message: 'Document retrieved successfully', data: documentView(call.world, ownCustomer(call), ownDocument(call)),
  })),
  endpoint('PUT', '/customer/:customer/document/:document', 'customer:write', changeDocument),
  endpoint('DELETE', '/customer/:customer/document/:document', 'customer:write', removeDocument),
];

function businessCustomer(call: Call): Customer {
  const customer = ownCustomer(call);
  if (customer.type !== 'business') throw ruleBroken('This endpoint is only available for business customers.');
  return customer;
}

function ownOwner(call: Call): Owner {
  const owner = businessCustomer(call).owners.find((one) => one.id === call.param('owner'));
  if (!owner) throw notFound('Owner not found');
  return owner;
}

function ownDocument(call: Call): KybDocument {
  const document = businessCustomer(call).documents.find((one) => one.id === call.param('document'));
  if (!document) throw notFound('Document not found');
  return document;
}

function unlocked<T extends Owner | KybDocument>(call: Call, row: T, sentence: string): T {
  if (!isEditable(ownCustomer(call)) || isLocked(row)) throw ruleBroken(sentence);
  return row;
}

function presignOwner(call: Call): Reply {
  const owner = ownOwner(call);
  const { file_category: category } = parse(side, call.body);
  unlocked(call, owner, OWNER_LOCKED);
  const place = { business_id: call.business.id, customer_id: call.param('customer'), category, owner_id: owner.id };
  return ok({ message: 'Presigned URL generated successfully', data: presign(call.world, place) });
}

function attachOwner(call: Call): Reply {
  const owner = ownOwner(call);
  const customer = ownCustomer(call);
  const given = ['id_document_front', 'id_document_back'].filter((field) => call.body[field] !== undefined);
  const errors = given.length > 0
    ? mergeErrors(...given.map((field) => fileComplaints(call, customer, field, said(call.body, field) ?? '', { category: field, owner_id: owner.id })))
    : { id_document_front: ['The id document front field is required when id document back is not present.'] };
  const files = parse(sides, call.body, errors);
  unlocked(call, owner, OWNER_LOCKED);
  owner.front_file_id = files.id_document_front ?? owner.front_file_id;
  owner.back_file_id = files.id_document_back ?? owner.back_file_id;
  owner.status = 'PENDING';
  owner.admin_comments = null;
  return ok({ message: 'Owner files uploaded successfully', data: ownerView(owner) });
}

function removeOwner(call: Call): Reply {
  const owner = unlocked(call, ownOwner(call), OWNER_LOCKED);
  const customer = ownCustomer(call);
  customer.owners.splice(customer.owners.indexOf(owner), 1);
  return ok({ message: 'Owner deleted successfully' });
}

function presignDocument(call: Call): Reply {
  const customer = businessCustomer(call);
  if (!isEditable(customer)) throw ruleBroken(DOCUMENT_LOCKED);
  const place = { business_id: call.business.id, customer_id: customer.id, category: 'document', owner_id: null };
  return ok({ message: 'Presigned URL generated successfully', data: presign(call.world, place) });
}

function documentFile(call: Call, customer: Customer): Record<string, readonly string[]> {
  if (call.body['file_id'] === undefined) return {};
  return fileComplaints(call, customer, 'file_id', said(call.body, 'file_id') ?? '', { category: 'document', owner_id: null });
}

function extensionOf(call: Call, fileId: string): string {
  return extensions[call.world.state.files[fileId]?.uploaded?.mime ?? ''] ?? 'pdf';
}

function addDocument(call: Call): Reply {
  const customer = businessCustomer(call);
  const given = parse(newDocument, call.body, documentFile(call, customer));
  if (!isEditable(customer)) throw ruleBroken(DOCUMENT_LOCKED);
  const now = call.world.clock.now();
  const document: KybDocument = {
    id: call.world.ids.uuid(), type: given.type, name: given.name, description: given.description ?? null,
    file_id: given.file_id, extension: extensionOf(call, given.file_id), status: 'PENDING', admin_comments: null,
    created_ms: now, updated_ms: now,
  };
  customer.documents.push(document);
  return created({ message: 'Document created successfully', data: documentView(call.world, customer, document) });
}

function changeDocument(call: Call): Reply {
  const document = ownDocument(call);
  const customer = ownCustomer(call);
  const given = parse(newDocument.partial(), call.body, documentFile(call, customer));
  unlocked(call, document, DOCUMENT_LOCKED);
  Object.assign(document, given, { updated_ms: call.world.clock.now() });
  if (given.file_id !== undefined) {
    document.extension = extensionOf(call, given.file_id);
    Object.assign(document, { status: 'PENDING', admin_comments: null });
  }
  return ok({ message: 'Document updated successfully', data: documentView(call.world, customer, document) });
}

function removeDocument(call: Call): Reply {
  const document = unlocked(call, ownDocument(call), DOCUMENT_LOCKED);
  const customer = ownCustomer(call);
  customer.documents.splice(customer.documents.indexOf(document), 1);
  return ok({ message: 'Document deleted successfully' });
}
