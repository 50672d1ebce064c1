import { looksLikeIban } from '../../../preload/contract/iban.ts';
import { toE164 } from '../../../preload/contract/phone.ts';
import type { RecipientFields } from '../../../preload/contract/recipients.ts';
import { jsonBody, type BodyPart } from './json-body.ts';

/** The body of a recipient as canonical JSON (Kira API reference: Create a recipient): only what its rail takes, addresses in parts, countries
 *  as alpha-2, an IBAN as the account number, nothing empty and no null. */
export function composeRecipient(fields: RecipientFields): string {
  const isPerson = fields.kind === 'individual';
  return jsonBody({
    user_id: fields.userId, type: fields.kind,
    first_name: isPerson ? fields.firstName.trim() : '', last_name: isPerson ? fields.lastName.trim() : '', company_name: isPerson ? '' : fields.companyName.trim(),
    email: fields.email.trim(), phone: phoneOf(fields),
    address: addressOf(fields.street, fields.city, fields.state, fields.postalCode, fields.country),
    account: accountOf(fields),
  });
}

function accountOf(fields: RecipientFields): BodyPart {
  const isWire = fields.rail === 'wire';
  return {
    account_type: isWire ? 'WIRE' : 'SWIFT', account_number: accountNumber(fields.accountNumber),
    routing_number: isWire ? compact(fields.routingNumber) : '', swift_code: compact(fields.bic).toUpperCase(),
    intermediary_routing_number: isWire ? '' : compact(fields.intermediaryRouting), type: isWire ? fields.accountType : '', bank_name: fields.bankName.trim(),
    bank_address: addressOf(fields.bankStreet, fields.bankCity, fields.bankState, fields.bankPostalCode, fields.bankCountry),
    doc_type: fields.docType, doc_number: fields.docNumber.trim(), doc_country_code: country(fields.docCountry),
  };
}

function addressOf(street: string, city: string, state: string, postalCode: string, land: string): BodyPart {
  return { street_name: street.trim(), city: city.trim(), state: state.trim(), postal_code: postalCode.trim(), country: country(land) };
}

function country(code: string): string {
  return code.trim().toUpperCase();
}

function phoneOf({ phone, country: land }: RecipientFields): string {
  return toE164(phone, country(land)) ?? phone.trim();
}

/** Account marks lose the spaces and dashes people write into them. */
function compact(text: string): string {
  return text.replace(/[\s-]/g, '');
}

function accountNumber(text: string): string {
  const bare = compact(text);
  return looksLikeIban(bare.toUpperCase()) ? bare.toUpperCase() : bare;
}
