import { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { KiraUser } from './model.ts';
import { e5 } from './respond.ts';
import { filled, metadata, parseE5 } from './schema.ts';

const text = z.string();
const alpha = z.string().min(2).max(3);

// Conditional sets vary by product; what no set names is dropped.
const common = {
  email: z.email({ error: 'Invalid email' }), phone: text.optional(), address_street: text.optional(), address_city: text.optional(), address_state: text.optional(),
  address_zip_code: text.optional(), address_country: alpha.optional(), document_type: text.optional(), document_number: text.optional(),
  document_country: alpha.optional(), identifying_information: z.array(z.looseObject({ type: text })).optional(), source_of_funds: text.optional(),
  account_purpose: text.optional(), pep_status: z.union([text, z.boolean()]).optional(), metadata: metadata.optional(),
  verification_mode: z.enum(['automatic', 'verification_link']).optional(), redirect_uri: text.optional(), external_id: text.optional(),
  status: z.enum(['active', 'inactive', 'suspended']).optional(),
};
const individual = {
  first_name: filled, last_name: filled, middle_name: text.optional(), birth_date: text.optional(), nationality: alpha.optional(),
  gender: z.enum(['male', 'female', 'other']).optional(), employment_status: text.optional(), occupation: text.optional(),
  current_employer: text.optional(), immigration_status: text.optional(),
};
const business = {
  business_legal_name: filled, doing_business_as: text.optional(), business_type: text.optional(), business_industry: z.array(text).optional(),
  formation_date: text.optional(), formation_country: alpha.optional(), formation_state: text.optional(), ein: text.optional(),
  business_description: text.optional(), business_website: text.optional(), associated_persons: z.array(z.looseObject({ email: text })).optional(),
};

const schemas = { individual: z.object({ ...common, ...individual }), business: z.object({ ...common, ...business }) } as const;
const typed = z.object({ type: z.enum(['individual', 'business']) });

/** What each kind of customer must have told before accounts can be opened for it. */
export const wanted: Readonly<Record<KiraUser['type'], readonly string[]>> = {
  individual: ['phone', 'birth_date', 'nationality', 'address_street', 'address_city', 'address_zip_code', 'address_country', 'document_number', 'source_of_funds'],
  business: ['phone', 'ein', 'formation_country', 'address_street', 'address_city', 'address_zip_code', 'address_country', 'document_number', 'source_of_funds'],
};

/** A new customer as sent; throws the 400 (Kira guide: Users). */
export function readUser(body: unknown): { readonly type: KiraUser['type']; readonly fields: Record<string, unknown> } {
  const { type } = parseE5(typed, body);
  return { type, fields: parseE5(schemas[type], body) };
}

/** The fields to change; the newest version refuses what it doesn't know. */
export function readChanges(type: KiraUser['type'], body: Readonly<Record<string, unknown>>, strict: boolean): Record<string, unknown> {
  const schema = schemas[type];
  const unknown = Object.keys(body).filter((key) => !(key in schema.shape) || key === 'external_id');
  if (strict && unknown.length > 0) throw new Refusal(e5(...unknown.map((path) => ({ path, message: `Unrecognized key: ${path}`, code: 'unrecognized_keys' }))));
  return parseE5(schema.partial(), body);
}

/** The names of what is still missing of a customer. */
export function missingOf({ type, fields }: Pick<KiraUser, 'type' | 'fields'>): readonly string[] {
  return wanted[type].filter((name) => fields[name] === undefined || fields[name] === '');
}
