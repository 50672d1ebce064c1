import { emptyRecipientFields, type RecipientFields } from '../../../preload/contract/recipients.ts';

/** A business paid by wire, right in every field. */
export const wireForm: RecipientFields = {
  ...emptyRecipientFields, userId: 'user-1', rail: 'wire', kind: 'business', companyName: 'Quay Instruments LLC', email: 'ap@quay.example',
  street: '12 Harbor Way', city: 'Portland', state: 'ME', postalCode: '04101', country: 'US', routingNumber: '021000021', accountNumber: '123456789', accountType: 'checking',
  bankName: 'First Coast Bank', bankStreet: '1 Main St', bankCity: 'New York', bankState: 'NY', bankPostalCode: '10001', bankCountry: 'US',
};

/** A person paid by SWIFT to an IBAN, right in every field. */
export const swiftForm: RecipientFields = {
  ...emptyRecipientFields, userId: 'user-1', rail: 'swift', kind: 'individual', firstName: 'J\u00f6rg', lastName: 'Marlowe', email: 'joerg@marlowe.example', phone: '+49 30 901820',
  street: '2 Ring', city: 'Berlin', postalCode: '10115', country: 'DE', accountNumber: 'DE89 3704 0044 0532 0130 00', bic: 'DEUTDEFF',
  bankName: 'Testbank AG', bankStreet: '3 Ring', bankCity: 'Berlin', bankState: 'Berlin', bankPostalCode: '10117', bankCountry: 'DE',
};
