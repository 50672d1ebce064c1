import { describe, expect, it } from 'vitest';
import { emptyRecipientFields } from '../../../../preload/contract/recipients.ts';
import { ourFieldName, payoutFieldNames, recipientFieldNames } from '../../../../main/providers/kira/field-names.ts';

describe('the name of a field', () => {
  it.each([
    ['account.swift_code', 'bic'], ['account.bank_address.country', 'bankCountry'], ['account.bank_address', 'bankStreet'], ['address.postal_code', 'postalCode'],
    ['body.first_name', 'firstName'], ['swift_code', 'bic'], ['account_details.routing_number', 'routingNumber'], ['type', 'kind'], ['account.type', 'accountType'], ['account.odd_thing', 'account.oddThing'],
  ])('%s of a recipient is %s', (path, ours) => { expect(ourFieldName(path, recipientFieldNames)).toBe(ours); });

  it.each([
    ['amount', 'amountMinor'], ['supporting_documents.0.file', 'documents'], ['client_markup.percentage_fee', 'kira.markup.percent'], ['extra_info.memo', 'reference'], ['extra_info.new_one', 'reference'],
  ])('%s of a payout is %s', (path, ours) => { expect(ourFieldName(path, payoutFieldNames)).toBe(ours); });

  it('is always one that the recipient\u2019s form has', () => {
    const known = Object.keys(emptyRecipientFields);
    expect(Object.values(recipientFieldNames).filter((name) => !known.includes(name))).toEqual([]);
  });
});
