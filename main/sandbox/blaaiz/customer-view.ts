import { isoMicros } from '../clock.ts';
import type { Customer, KybDocument, Owner } from '../model.ts';
import type { World } from '../world.ts';
import { askedRejection } from './asked-rejection.ts';

type Fields = Customer['fields'];

const ownFields = ['phone', 'country', 'id_type', 'id_number', 'tin'];
const profileFields = [
  'trading_name', 'industry_type', 'business_description', 'website', 'business_type', 'incorporation_date',
  'source_of_funds', 'estimated_annual_revenue', 'expected_monthly_payments', 'account_purpose',
];
const kycFields = [
  'dob', 'street', 'city', 'state', 'zip_code', 'operating_street', 'operating_city', 'operating_state',
  'operating_zip_code', 'operating_country', 'id_expiry_date', 'id_issue_date',
];
const ownerFields = [
  'first_name', 'last_name', 'email', 'date_of_birth', 'nationality', 'country', 'title', 'ownership_percentage',
  'has_control', 'is_signer', 'is_beneficial_owner', 'id_document_type', 'id_document_number', 'id_document_country',
  'id_expiry_date', 'is_pep',
];

/** A customer as `GET /customer/{id}` shows it (Blaaiz guide: Get customer). */
export function customerView(world: World, customer: Customer): Record<string, unknown> {
  const business = customer.type === 'business' ? businessPart(customer) : { kyb_scope: null };
  return {
    id: customer.id,
    business_id: customer.business_id,
    type: customer.type,
    ...pick(customer.fields, ['first_name', 'last_name', 'business_name', 'email']),
    ...pick(customer.fields, ownFields),
    ...business,
    verification_status: customer.status,
    ...(tellsReason(world, customer) ? { comment: customer.comment } : {}),
    enhanced_due_diligence: customer.edd,
    kyc_data: { id: customer.id, ...pick(customer.fields, kycFields) },
    ...(customer.type === 'business' ? reviewPart(world, customer) : {}),
    created_at: isoMicros(customer.created_ms),
    updated_at: isoMicros(customer.updated_ms),
  };
}

/** A customer as the list shows it. */
export function customerRow(customer: Customer): Record<string, unknown> {
  return {
    id: customer.id,
    business_id: customer.business_id,
    type: customer.type,
    ...pick(customer.fields, ['first_name', 'last_name', 'business_name', 'email', ...ownFields]),
    registration_number: customer.fields['registration_number'] ?? null,
    kyb_scope: customer.kyb_scope,
    verification_status: customer.status,
    enhanced_due_diligence: customer.edd,
    created_at: isoMicros(customer.created_ms),
    updated_at: isoMicros(customer.updated_ms),
  };
}

/** An owner of a business customer. */
export function ownerView(owner: Owner): Record<string, unknown> {
  const share = owner.fields['ownership_percentage'];
  return {
    id: owner.id,
    ...pick(owner.fields, ownerFields),
    ownership_percentage: share === undefined ? null : Number(share).toFixed(2),
    id_document_path: owner.front_file_id && `kyb/owners/${owner.front_file_id}`,
    id_document_back_path: owner.back_file_id && `kyb/owners/${owner.back_file_id}`,
    status: owner.status,
    admin_comments: owner.admin_comments,
  };
}

/** A document of a business customer; its address names the file, whose bytes the sandbox does not keep. */
export function documentView(world: World, customer: Customer, document: KybDocument): Record<string, unknown> {
  return {
    id: document.id,
    business_customer_id: customer.id,
    type: document.type,
    name: document.name,
    extension: document.extension,
    description: document.description,
    status: document.status,
    admin_comments: document.admin_comments,
    url: `${world.address.upload}/upload/${document.file_id}`,
    created_at: isoMicros(document.created_ms),
    updated_at: isoMicros(document.updated_ms),
  };
}

function businessPart(customer: Customer): Record<string, unknown> {
  return {
    ...pick(customer.fields, ['registration_number', 'incorporation_country']),
    kyb_scope: customer.kyb_scope,
    ...pick(customer.fields, profileFields),
  };
}

/** The provider tells an individual's reason only by webhook (Blaaiz guide: Customer webhooks). Who has none to receive it can ask for it here. */
function tellsReason(world: World, customer: Customer): boolean {
  return customer.type === 'individual' && (world.state.settings.tell_reasons === true || askedRejection(customer) !== null);
}

function reviewPart(world: World, customer: Customer): Record<string, unknown> {
  return {
    owners: customer.owners.map(ownerView),
    documents: customer.documents.map((document) => documentView(world, customer, document)),
  };
}

function pick(fields: Fields, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
