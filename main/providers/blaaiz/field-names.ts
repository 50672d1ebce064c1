import { camelName, listedName, type FieldNames } from '../field-names.ts';

/** Wire names of an individual's fields (Blaaiz API reference: Create customer), ours as keys; also the order in which they are sent. */
export const customerWireNames = {
  firstName: 'first_name', lastName: 'last_name', email: 'email', phone: 'phone', country: 'country', dob: 'dob', idType: 'id_type',
  idNumber: 'id_number', idIssueDate: 'id_issue_date', idExpiryDate: 'id_expiry_date', tin: 'tin', street: 'street', city: 'city',
  state: 'state', zipCode: 'zip_code',
} as const;

/** Our names of a customer's wire fields. */
export const customerFieldNames: FieldNames = Object.fromEntries(Object.entries(customerWireNames).map(([ours, wire]) => [wire, ours]));

/** Our names of the fields of a payout on the wire (Blaaiz API reference: Create payout), as the payout draft names them. */
export const payoutFieldNames: FieldNames = {
  wallet_id: 'walletId', customer_id: 'customerId', method: 'method', from_currency_id: 'fromCurrency', to_currency_id: 'toCurrency',
  from_amount: 'amountMinor', to_amount: 'amountMinor', note: 'reference', country_id: 'details.country',
  bank_id: 'details.bankId', account_number: 'details.accountNumber', account_name: 'details.accountName', sort_code: 'details.sortCode',
  iban: 'details.iban', bic_code: 'details.bic', swift_code: 'details.bic', routing_number: 'details.routingNumber',
  account_type: 'details.accountType', bank_name: 'details.bankName', type: 'details.payeeType', email: 'details.email',
  interac_first_name: 'details.interacFirstName', interac_last_name: 'details.interacLastName', wallet_address: 'details.walletAddress',
  wallet_token: 'details.walletToken', wallet_network: 'details.walletNetwork', phone_number: 'details.phoneNumber',
  mobile_money_operator_id: 'details.operatorId', street: 'details.street', city: 'details.city', state: 'details.state',
  zip_code: 'details.zipCode', country: 'details.country',
};

/** Our names of the slots of an individual's documents (Blaaiz API reference: Upload customer files), as `documents` names them. */
export const fileFieldNames: FieldNames = {
  id_file: 'identity', id_file_back: 'identity_back', proof_of_address_file: 'proof_of_address', liveness_check_file: 'liveness_check',
};

/** Our name of a wire field: from the map, else the same words in camel case. */
export function ourFieldName(path: string, names: FieldNames): string {
  return listedName(path, names) ?? camelName(path);
}
