import { camelName, listedName, type FieldNames } from '../field-names.ts';

/** Our names of a recipient's wire fields (Kira API reference: Create a recipient), as `RecipientFields` has them. */
export const recipientFieldNames: FieldNames = {
  user_id: 'userId', type: 'kind', first_name: 'firstName', last_name: 'lastName', company_name: 'companyName', email: 'email', phone: 'phone',
  address: 'street', 'address.street_name': 'street', 'address.city': 'city', 'address.state': 'state', 'address.postal_code': 'postalCode', 'address.country': 'country',
  'account.account_type': 'rail', 'account.account_number': 'accountNumber', 'account.routing_number': 'routingNumber', 'account.swift_code': 'bic',
  'account.intermediary_routing_number': 'intermediaryRouting', 'account.type': 'accountType', 'account.bank_name': 'bankName',
  'account.bank_address': 'bankStreet', 'account.bank_address.street_name': 'bankStreet', 'account.bank_address.city': 'bankCity', 'account.bank_address.state': 'bankState',
  'account.bank_address.postal_code': 'bankPostalCode', 'account.bank_address.country': 'bankCountry',
  'account.doc_type': 'docType', 'account.doc_number': 'docNumber', 'account.doc_country_code': 'docCountry',
};

/** Our names of the fields of a payout on the wire (Kira guide: Payouts), as the payout draft names them. */
export const payoutFieldNames: FieldNames = {
  amount: 'amountMinor', recipient_id: 'payeeId', virtual_account_id: 'walletId', payment_instructions: 'kira.network',
  'payment_instructions.network': 'kira.network', 'payment_instructions.currency': 'kira.token', supporting_documents: 'documents',
  client_markup: 'kira.markup', 'client_markup.fixed_fee': 'kira.markup.fixedMinor', 'client_markup.percentage_fee': 'kira.markup.percent',
  'extra_info.memo': 'reference', 'extra_info.invoice_number': 'kira.invoiceNumber', 'extra_info.internal_notes': 'kira.internalNotes', extra_info: 'reference',
};

/** Our name of a wire path: its own, its nearest parent's, or that of the same field inside the account, where some answers leave the
 *  account's name out; else the same words in camel case. */
export function ourFieldName(path: string, names: FieldNames): string {
  const bare = path.replace(/^(body|query)\./, '').replace(/^account_details\./, 'account.');
  const steps = bare.split('.');
  for (let length = steps.length; length > 0; length--) {
    const part = steps.slice(0, length).join('.');
    const ours = listedName(part, names) ?? listedName(`account.${part}`, names);
    if (ours !== undefined) return ours;
  }
  return camelName(bare);
}
