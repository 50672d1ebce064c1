import { Big } from 'big.js';
import { isoDay } from '../clock.ts';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { type FieldErrors, invalid, ok, type Reply, ruleBroken } from '../errors.ts';
import { isCountry } from '../fields.ts';
import type { Customer, Owner } from '../model.ts';
import { mergeErrors, refuseIfAny } from '../validate.ts';
import { ownersComplaints, updateComplaints } from './customer-fields.ts';
import { customerView } from './customer-view.ts';
import { ownCustomer } from './customers.ts';
import { announceCustomer } from './events.ts';
import { mergeOwners } from './owners.ts';
import { planReview } from './review.ts';

const formation = [
  'CERTIFICATE_OF_INCORPORATION', 'ARTICLES_OF_INCORPORATION', 'BENEFICIAL_OWNERSHIP_CERTIFICATE',
  'INCORPORATION_DOCUMENTS', 'CAC_STATUS_REPORT',
];
const upgradeFields = ['registration_number', 'incorporation_country', 'country'] as const;

/** Handing a customer over for review (Blaaiz guide: KYB overview). */
export const submitEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/customer/:customer/submit', 'customer:write', submit),
  endpoint('POST', '/customer/:customer/upgrade-kyb-scope', 'customer:write', upgrade),
];

function submit(call: Call): Reply {
  const customer = ownCustomer(call);
  const today = isoDay(call.world.clock.now());
  refuseIfAny(customer.type === 'business' ? businessGaps(customer, today) : individualGaps(customer));
  if (customer.status === 'PROCESSING' || customer.status === 'VERIFIED') {
    throw ruleBroken('The customer has already been submitted.');
  }
  const before = customer.status;
  customer.status = customer.type === 'business' ? 'PROCESSING' : 'PENDING';
  customer.comment = null;
  customer.updated_ms = call.world.clock.now();
  for (const row of [...customer.owners, ...customer.documents]) {
    if (row.status !== 'APPROVED') Object.assign(row, { status: 'PROCESSING', admin_comments: null });
  }
  if (before !== customer.status) announceCustomer(call.world, customer, before);
  planReview(call.world, customer);
  return ok({ message: 'Customer submitted successfully.', data: customerView(call.world, customer) });
}

function individualGaps(customer: Customer): FieldErrors {
  return customer.files['id_file'] === undefined ? { id_file: ['The id file field is required.'] } : {};
}

function businessGaps(customer: Customer, today: string): FieldErrors {
  const errors: Record<string, string[]> = {};
  for (const name of ['business_name', 'country', 'registration_number', 'incorporation_country']) {
    if (customer.fields[name] === undefined) errors[name] = [`The ${name.replaceAll('_', ' ')} field is required.`];
  }
  if (customer.fields['country'] !== customer.fields['incorporation_country']) {
    errors['incorporation_country'] = ['The incorporation country field must match country.'];
  }
  if (!customer.documents.some((document) => formation.includes(document.type))) {
    errors['documents'] = ['At least one formation document is required.'];
  }
  return mergeErrors(errors, customer.kyb_scope === 'FULL' ? ownersGaps(customer.owners, today) : {});
}

function ownersGaps(owners: readonly Owner[], today: string): FieldErrors {
  if (owners.length === 0) return { owners: ['The owners field must have between 1 and 5 items.'] };
  const total = owners.reduce((sum, owner) => sum.plus(String(owner.fields['ownership_percentage'] ?? 0)), new Big(0));
  const sum = total.eq(100) ? {} : { owners: ['The ownership percentages must add up to exactly 100.'] };
  return mergeErrors(sum, ...owners.map((owner, index) => ownerGaps(owner, index, today)));
}

function ownerGaps(owner: Owner, index: number, today: string): FieldErrors {
  const errors: Record<string, string[]> = {};
  const say = (field: string, sentence: string): void => { errors[`owners.${index}.${field}`] = [sentence]; };
  const { id_document_type: type, date_of_birth: birth, id_expiry_date: expiry } = owner.fields;
  if (type === undefined) say('id_document_type', 'The identity document type is required.');
  if (!owner.front_file_id) say('id_document_front', 'The front of the identity document is required.');
  if (type === 'passport' && owner.back_file_id) say('id_document_back', 'A passport must not have a back side.');
  if (type !== undefined && type !== 'passport' && !owner.back_file_id) {
    say('id_document_back', 'The back of the identity document is required.');
  }
  if (typeof birth !== 'string' || yearsLater(birth, 18) > today) say('date_of_birth', 'The owner must be at least 18 years old.');
  if (typeof expiry !== 'string' || expiry <= today) say('id_expiry_date', 'The identity document must not be expired.');
  for (const field of ['country', 'nationality', 'id_document_country']) {
    const code = owner.fields[field];
    if (code !== undefined && !isCountry(String(code))) say(field, 'The selected country is invalid.');
  }
  return errors;
}

function yearsLater(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
}

function upgrade(call: Call): Reply {
  const customer = ownCustomer(call);
  if (customer.type !== 'business') throw invalid({ customer: ['Only business customers have a KYB scope.'] });
  if (customer.kyb_scope === 'FULL') throw invalid({ kyb_scope: ['The customer already has the FULL scope.'] });
  const sum = shareTotal(call.body['owners']);
  const shares = sum?.eq(100) === false ? { owners: ['The ownership percentages must add up to exactly 100.'] } : {};
  const changes = Object.fromEntries(upgradeFields.flatMap((name) => call.body[name] === undefined ? [] : [[name, call.body[name]]]));
  refuseIfAny(mergeErrors(ownersComplaints(call.body), updateComplaints('business', changes, customer.fields), shares));
  if (customer.status === 'PROCESSING') throw ruleBroken('The customer is under review.');
  const before = customer.status;
  customer.status = 'PENDING';
  mergeOwners(call.world, customer, call.body['owners']);
  Object.assign(customer.fields, changes);
  customer.kyb_scope = 'FULL';
  if (before !== 'PENDING') announceCustomer(call.world, customer, before);
  return ok({ message: 'KYB scope upgraded successfully.', data: customerView(call.world, customer) });
}

function shareTotal(owners: unknown): Big | undefined {
  if (!Array.isArray(owners)) return undefined;
  try {
    return owners.reduce((sum: Big, owner: { ownership_percentage?: unknown }) => sum.plus(String(owner.ownership_percentage)), new Big(0));
  } catch {
    return undefined;
  }
}
