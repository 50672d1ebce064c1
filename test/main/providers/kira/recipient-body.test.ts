import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeRecipient } from '../../../../main/providers/kira/recipient-body.ts';
import { composedFields } from '../../../../main/providers/kira/recipient-view.ts';
import { emptyRecipientFields, recipientFieldsSchema, type RecipientFields } from '../../../../preload/contract/recipients.ts';
import { swiftFields, user, wireFields } from '../support/kira.ts';

describe('a recipient\u2019s body', () => {
  it('traps 13, 14 and 15: has alpha-2 countries, addresses in parts and the IBAN as account number', () => {
    expect(composeRecipient(swiftFields)).toBe(JSON.stringify({
      user_id: user, type: 'business', company_name: 'Globex GmbH', email: 'ap@globex.test', phone: '+4930111222',
      address: { street_name: '1 Ring', city: 'Berlin', state: 'BE', postal_code: '10115', country: 'DE' },
      account: {
        account_type: 'SWIFT', account_number: 'DE02120300000000202051', swift_code: 'TESTDEFFXXX', bank_name: 'Testbank AG',
        bank_address: { street_name: '2 Ring', city: 'Berlin', state: 'BE', postal_code: '10117', country: 'DE' },
      },
    }));
  });
  it('of a wire has the routing number, the account\u2019s kind and the papers', () => {
    expect(JSON.parse(composeRecipient({ ...wireFields, routingNumber: '0210-0002 1', companyName: 'Not sent', intermediaryRouting: 'not sent', docType: 'passport', docNumber: 'X1', docCountry: 'us' }))).toEqual({
      user_id: user, type: 'individual', first_name: 'Ann', last_name: 'Roe', email: 'ann@roe.test',
      address: { street_name: '3 Main St', city: 'Dover', state: 'DE', postal_code: '19901', country: 'US' },
      account: {
        account_type: 'WIRE', account_number: '000123456789', routing_number: '021000021', type: 'checking', bank_name: 'First Test Bank',
        bank_address: { street_name: '4 Main St', city: 'Dover', state: 'DE', postal_code: '19901', country: 'US' }, doc_type: 'passport', doc_number: 'X1', doc_country_code: 'US',
      },
    });
  });
  it('keeps the case of an account number that is no IBAN', () => {
    expect(JSON.parse(composeRecipient({ ...swiftFields, accountNumber: 'Ab-12 cd' }))).toMatchObject({ account: { account_number: 'Ab12cd' } });
  });
  const texts = Object.keys(emptyRecipientFields).filter((key) => !['rail', 'kind', 'accountType', 'docType'].includes(key));
  const anyFields = fc.record(Object.fromEntries(texts.map((key) => [key, fc.oneof(fc.constant(''), fc.constant('  '), fc.string({ maxLength: 60 }))]))).chain((typed) => fc.record({
    rail: fc.constantFrom('wire' as const, 'swift' as const), kind: fc.constantFrom('individual' as const, 'business' as const),
    accountType: fc.constantFrom('' as const, 'checking' as const), docType: fc.constantFrom('' as const, 'ein' as const),
  }).map((more) => ({ ...emptyRecipientFields, ...typed, ...more }) as RecipientFields));
  it('trap 23: never has null or an empty part, and is the same for the same fields', () => {
    fc.assert(fc.property(anyFields, (fields) => {
      const body = composeRecipient(fields);
      expect(composeRecipient({ ...fields })).toBe(body);
      expect(body).not.toMatch(/:(null|""|\{\}|\[\])/);
    }));
  });
  it('is read back as the fields it was made from', () => {
    expect(composedFields(composeRecipient(wireFields))).toEqual(wireFields);
    fc.assert(fc.property(anyFields, (fields) => { expect(recipientFieldsSchema.safeParse(composedFields(composeRecipient(fields))).success).toBe(true); }));
    expect([composedFields('{'), composedFields('{}')]).toEqual([null, null]);
  });
});
