import type { Recipient } from './model.ts';

/** The recipients of a fresh state: a company by wire, a company by SWIFT, a person by ACH (which payouts refuse). */
export const seedRecipients: readonly Pick<Recipient, 'type' | 'fields' | 'account'>[] = [
  {
    type: 'business',
    fields: {
      company_name: 'Calder Freight Inc', email: 'accounts@calder.example', phone: '+13125550188',
      address: { street_name: '220 W Lake Street', city: 'Chicago', state: 'IL', postal_code: '60606', country: 'US' },
    },
    account: {
      account_type: 'WIRE', account_number: '000456789012', routing_number: '111111118', type: 'checking', bank_name: 'First Lakeside Bank',
      bank_address: { street_name: '1 Lakeside Plaza', city: 'Chicago', state: 'IL', postal_code: '60601', country: 'US' },
    },
  },
  {
    type: 'business',
    fields: {
      company_name: 'Werkhof GmbH', email: 'buchhaltung@werkhof.example', phone: '+4930555010',
      address: { street_name: 'Ringstrasse 4', city: 'Berlin', state: 'BE', postal_code: '10115', country: 'DE' },
    },
    account: {
      account_type: 'SWIFT', account_number: 'DE02120300000000202051', swift_code: 'TESTDEFFXXX', bank_name: 'Testbank AG',
      bank_address: { street_name: 'Taunusanlage 8', city: 'Frankfurt', state: 'HE', postal_code: '60329', country: 'DE' },
    },
  },
  {
    type: 'individual',
    fields: {
      first_name: 'Dana', last_name: 'Whitlock', email: 'dana.whitlock@example.test',
      address: { street_name: '9 Alder Court', city: 'Portland', state: 'OR', postal_code: '97201', country: 'US' },
    },
    account: {
      account_type: 'ACH', account_number: '77120045', routing_number: '123456780', type: 'savings', bank_name: 'Cascade Community Bank',
      bank_address: '500 Pine Street, Portland, OR 97204', doc_type: 'passport', doc_number: 'X5512009', doc_country_code: 'US',
    },
  },
];
