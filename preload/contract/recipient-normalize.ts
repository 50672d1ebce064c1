import { normalizeEmail } from './email.ts';
import { toE164 } from './phone.ts';
import { recipientFieldsFor } from './recipient-fields.ts';
import { emptyRecipientFields, type RecipientFieldKey, type RecipientFields } from './recipients.ts';

const unseen = /[\u200b-\u200f\u2060\ufeff]/g;
const plain = (text: string) => text.replace(unseen, '').normalize('NFKC').trim().replace(/\s+/g, ' ');
const code = (text: string) => plain(text).replace(/[\s\u2010-\u2015-]/g, '').toUpperCase().normalize('NFKC');

const codes: readonly RecipientFieldKey[] = ['accountNumber', 'routingNumber', 'bic', 'intermediaryRouting', 'country', 'bankCountry', 'docCountry'];
const states: readonly RecipientFieldKey[] = ['state', 'bankState'];

/** A recipient as it is checked, kept and sent: what its rail and kind don't ask for is empty, spaces and dashes are out of numbers, codes in upper
 *  case, the phone in E.164, text trimmed. What can't be read is left as typed, for the check to name. */
export function normalizeRecipient(fields: RecipientFields): RecipientFields {
  const asked = recipientFieldsFor(fields.rail, fields.kind).map(({ key }) => [key, normalizeField(fields, key)]);
  return { ...emptyRecipientFields, rail: fields.rail, kind: fields.kind, ...(Object.fromEntries(asked) as Partial<RecipientFields>) };
}

function normalizeField(fields: RecipientFields, key: RecipientFieldKey): string {
  const value = fields[key];
  if (codes.includes(key)) return code(value);
  if (states.includes(key)) return /^[a-z]{2}$/i.test(plain(value)) ? plain(value).toUpperCase() : plain(value);
  if (key === 'email') return normalizeEmail(plain(value));
  if (key === 'phone') return toE164(value, code(fields.country)) ?? plain(value);
  return plain(value);
}
