import { emptyRecipientFields, type RecipientFields } from '../../../preload/contract/recipients.ts';
import { isRecord, parseJson } from '../parse-json.ts';
import type { RemoteRecipient } from '../provider.ts';
import { recipientReply, type RecipientReply } from './schemas.ts';

/** The most characters that a field of ours holds. */
const longest = 200;
const rails: Readonly<Record<string, RecipientFields['rail']>> = { WIRE: 'wire', SWIFT: 'swift' };
const docTypes: readonly RecipientFields['docType'][] = ['id', 'dni', 'passport', 'ein'];

/** A recipient in our fields; null for one on a rail that virtual accounts don't pay on (Kira guide: Payouts). */
export function recipientOf(reply: RecipientReply, userId: string): RemoteRecipient | null {
  const rail = rails[reply.account_type?.trim().toUpperCase() ?? ''];
  return rail === undefined ? null : { remoteId: reply.recipient_id, fields: fieldsOf(reply, rail, userId) };
}

/** The fields of a body that was composed here; for when Kira's own answer about them can't be had. */
export function composedFields(body: string): RecipientFields | null {
  const sent = parseJson(body);
  if (!isRecord(sent) || !isRecord(sent['account'])) return null;
  const reply = recipientReply.safeParse({ ...sent, recipient_id: 'composed', account_type: sent['account']['account_type'], account_details: sent['account'] });
  const userId = typeof sent['user_id'] === 'string' ? sent['user_id'] : '';
  return reply.success ? recipientOf(reply.data, userId)?.fields ?? null : null;
}

function fieldsOf(reply: RecipientReply, rail: RecipientFields['rail'], userId: string): RecipientFields {
  const details = reply.account_details;
  return {
    ...emptyRecipientFields, userId, rail, kind: kindOf(reply),
    firstName: cut(reply.first_name), lastName: cut(reply.last_name), companyName: cut(reply.company_name), email: cut(reply.email), phone: cut(reply.phone),
    ...addressOf(reply.address), ...bankAddressOf(details?.bank_address ?? null),
    accountNumber: cut(details?.account_number), routingNumber: cut(details?.routing_number), bic: cut(details?.swift_code),
    intermediaryRouting: cut(details?.intermediary_routing_number), accountType: accountTypeOf(details?.type), bankName: cut(details?.bank_name),
    docType: docTypes.find((one) => one === details?.doc_type?.toLowerCase()) ?? '', docNumber: cut(details?.doc_number), docCountry: cut(details?.doc_country_code),
  };
}

function kindOf({ type, company_name: company }: RecipientReply): RecipientFields['kind'] {
  const said = type?.toLowerCase();
  if (said === 'individual' || said === 'business') return said;
  return company ? 'business' : 'individual';
}

function accountTypeOf(type: string | null | undefined): RecipientFields['accountType'] {
  const said = type?.toLowerCase();
  return said === 'checking' || said === 'savings' ? said : '';
}

type Address = NonNullable<RecipientReply['address']>;

function addressOf(address: Address | null): Pick<RecipientFields, 'street' | 'city' | 'state' | 'postalCode' | 'country'> {
  return { street: cut(address?.street_name), city: cut(address?.city), state: cut(address?.state), postalCode: cut(address?.postal_code), country: cut(address?.country) };
}

/** Wires and SWIFT have a bank address in parts, other rails one line (Kira API reference: Create a recipient). */
function bankAddressOf(address: Address | string | null): Pick<RecipientFields, 'bankStreet' | 'bankCity' | 'bankState' | 'bankPostalCode' | 'bankCountry'> {
  const { street, city, state, postalCode, country } = addressOf(typeof address === 'string' ? null : address);
  return {
    bankStreet: typeof address === 'string' ? cut(address) : street, bankCity: city, bankState: state, bankPostalCode: postalCode, bankCountry: country,
  };
}

function cut(text: string | null | undefined): string {
  return (text ?? '').slice(0, longest);
}
