import type { KiraProfile, KiraUser } from './model.ts';
import { missingOf } from './user-fields.ts';

const products = [
  ['49a1c0de-0000-4000-8000-000000000001', 'usa-virtual-accounts', 'USA Virtual Accounts'],
  ['49a1c0de-0000-4000-8000-000000000002', 'usa-va-fiat-payout', 'USA Virtual Account Payouts'],
  ['49a1c0de-0000-4000-8000-000000000003', 'usa-va-crypto-payout', 'USA Virtual Account Crypto Payouts'],
] as const;

const verification: Readonly<Record<string, string>> = {
  CREATED: 'unverified', VERIFYING: 'started', REVIEW: 'in_review', VERIFIED: 'verified', REJECTED: 'rejected',
};

// Told under other names, or not at all.
const apart = [
  'email', 'status', 'metadata', 'verification_mode', 'address_street', 'address_city', 'address_state', 'address_zip_code', 'address_country',
  'identifying_information', 'associated_persons',
];

/** A customer as it is read: the address under another name, and what is still missing (Kira guide: Users). */
export function userView(user: KiraUser, profile: KiraProfile): Record<string, unknown> {
  const { id, type, status, fields } = user;
  return {
    id, type, email: fields['email'], status, verification_status: verificationStatus(status),
    created_at: new Date(user.created_ms).toISOString(), updated_at: new Date(user.updated_ms).toISOString(),
    verification_mode: fields['verification_mode'] ?? 'automatic', metadata: fields['metadata'] ?? {},
    ...Object.fromEntries(Object.entries(fields).filter(([key]) => !apart.includes(key))),
    [type === 'business' ? 'registered_address' : 'residential_address']: addressView(fields),
    ...productsView(user, profile),
    associated_persons: personsView(fields['associated_persons']),
  };
}

/** The older word for where the review stands. */
export function verificationStatus(status: string): string {
  return verification[status] ?? 'needs_action';
}

function addressView(fields: Readonly<Record<string, unknown>>): object {
  const of = (name: string): unknown => fields[name] ?? '';
  return {
    street_line_1: of('address_street'), street_line_2: '', city: of('address_city'), subdivision: of('address_state'),
    postal_code: of('address_zip_code'), country: of('address_country'),
  };
}

// What is missing is told in a map, and by the newest version with each product.
function productsView(user: KiraUser, profile: KiraProfile): object {
  const eligible = user.status === 'VERIFIED';
  const missing = eligible ? [] : missingOf(user);
  const rows = products.map(([id, code, name]) => ({
    product_id: id, product_code: code, product_name: name, eligible, ...(profile === 'G3' ? { missing_fields: missing } : {}),
  }));
  if (profile === 'G3') return { eligible_products: rows };
  return { eligible_products: rows, missing_fields: missing.length === 0 ? {} : Object.fromEntries(products.map(([, code]) => [code, missing])) };
}

function personsView(persons: unknown): unknown[] {
  if (!Array.isArray(persons)) return [];
  return persons.map((one: unknown) => (one !== null && typeof one === 'object' ? Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'ssn')) : one));
}
