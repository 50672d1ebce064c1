import type { CustomerFields } from '../../preload/contract/customers.ts';
import { normalizeEmail } from '../../preload/contract/email.ts';
import { toE164 } from '../../preload/contract/phone.ts';

/** The form as it is sent: trimmed, single spaces, e-mail domain and country in their usual case, phone in E.164 when it is one. */
export function normalizeFields(fields: CustomerFields): CustomerFields {
  const trimmed = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.normalize('NFC').trim().replace(/\s+/g, ' ')])) as CustomerFields;
  const country = trimmed.country.toUpperCase();
  return { ...trimmed, country, email: normalizeEmail(trimmed.email), phone: toE164(trimmed.phone, country) ?? trimmed.phone };
}

/** The filled fields of `wanted` that differ from `there`; case and spacing don't count. */
export function differences(wanted: CustomerFields, there: Partial<CustomerFields>): Partial<CustomerFields> {
  const plain = (text: string | undefined) => (text ?? '').trim().replace(/\s+/g, ' ').toLowerCase();
  const phone = (fields: Partial<CustomerFields>) => toE164(fields.phone ?? '', fields.country ?? '') ?? plain(fields.phone);
  const keys = Object.keys(wanted) as (keyof CustomerFields)[];
  const changed = keys.filter((key) => wanted[key] !== '' && (key === 'phone' ? phone(wanted) !== phone(there) : plain(wanted[key]) !== plain(there[key])));
  return Object.fromEntries(changed.map((key) => [key, wanted[key]]));
}
