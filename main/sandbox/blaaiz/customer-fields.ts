import { z } from 'zod';
import { country, day, isCountry, text } from '../fields.ts';
import { type FieldErrors } from '../errors.ts';
import { type Body, complaints, mergeErrors } from '../validate.ts';

const flag = z.boolean().optional();
const note = text.optional();

const shared = {
  email: z.email(), country, phone: note, tin: note, street: note, city: note, state: note, zip_code: note,
};

const individual = z.object({
  ...shared,
  first_name: text,
  last_name: text,
  id_type: z.enum(['drivers_license', 'passport', 'resident_permit']),
  id_number: text,
  dob: day.optional(),
  id_issue_date: day.optional(),
  id_expiry_date: day.optional(),
});

const owner = z.object({
  id: note, first_name: text, last_name: text, email: z.email().optional(), date_of_birth: day.optional(),
  nationality: country.optional(), country: country.optional(), title: note,
  ownership_percentage: z.union([z.number(), z.string()]).refine(isShare, {
    message: 'The :attribute field must be between 0 and 100.',
  }).optional(),
  has_control: flag, is_signer: flag, is_beneficial_owner: flag,
  id_document_type: z.enum(['passport', 'drivers_license', 'id_card', 'resident_permit']).optional(),
  id_document_number: note, id_document_country: country.optional(), id_expiry_date: day.optional(), is_pep: flag,
});

const business = z.object({
  ...shared,
  business_name: text,
  registration_number: text,
  incorporation_country: country,
  trading_name: note, industry_type: note, business_description: z.string().max(2000).optional(), website: note,
  business_type: note, incorporation_date: day.optional(), source_of_funds: note, estimated_annual_revenue: note,
  expected_monthly_payments: z.int().optional(), account_purpose: note,
  operating_street: note, operating_city: note, operating_state: note, operating_zip_code: note,
  operating_country: country.optional(),
  owners: z.array(owner).max(5).optional(),
});

const typeOnly = z.object({ type: z.enum(['individual', 'business']) });

/** The plain fields of each kind of customer, in the order they are listed (Blaaiz guide: Create customer). */
export const fieldNames: Readonly<Record<'individual' | 'business', readonly string[]>> = {
  individual: Object.keys(individual.shape),
  business: Object.keys(business.shape).filter((name) => name !== 'owners'),
};

/** The fields of an owner, without its id. */
export const ownerFieldNames: readonly string[] = Object.keys(owner.shape).filter((name) => name !== 'id');

/** Complaints about the body of a create call. */
export function createComplaints(body: Body, allowMinimal: boolean): FieldErrors {
  if (body['type'] === 'business') {
    return mergeErrors(complaints(business, body), businessRules(body), scopeRule(body, allowMinimal));
  }
  const kind = complaints(typeOnly, body);
  return body['type'] === 'individual' ? complaints(individual, body) : mergeErrors(kind, complaints(z.object(shared), body));
}

/** Complaints about the body of an update call, where every field may be left out. */
export function updateComplaints(type: 'individual' | 'business', body: Body, now: Body): FieldErrors {
  const schema = type === 'individual' ? individual.partial() : business.partial();
  const scope = body['kyb_scope'] === undefined ? {} : { kyb_scope: ['The kyb scope field is prohibited.'] };
  const rules = type === 'business' ? businessRules({ ...now, ...body, id_type: body['id_type'], id_number: body['id_number'] }) : {};
  return mergeErrors(complaints(schema, body), rules, scope);
}

/** Complaints about the owners of a scope upgrade. */
export function ownersComplaints(body: Body): FieldErrors {
  return complaints(z.object({ owners: z.array(owner).min(1).max(5) }), body);
}

function businessRules(body: Body): FieldErrors {
  const errors: Record<string, string[]> = {};
  if (body['id_type'] !== undefined) errors['id_type'] = ['The id type field is prohibited.'];
  if (body['id_number'] !== undefined) errors['id_number'] = ['The id number field is prohibited.'];
  const [home, incorporated] = [body['country'], body['incorporation_country']];
  const known = typeof home === 'string' && typeof incorporated === 'string' && isCountry(home) && isCountry(incorporated);
  if (known && home !== incorporated) {
    errors['incorporation_country'] = ['The incorporation country field must match country.'];
  }
  return errors;
}

// Only platforms on an allow-list may choose MINIMAL.
function scopeRule(body: Body, allowMinimal: boolean): FieldErrors {
  const scope = body['kyb_scope'];
  return scope === undefined || scope === 'FULL' || (scope === 'MINIMAL' && allowMinimal) ? {} : { kyb_scope: ['The selected kyb scope is invalid.'] };
}

function isShare(value: string | number): boolean {
  const share = String(value);
  return /^\d{1,3}(\.\d{1,4})?$/.test(share) && Number(share) <= 100;
}
