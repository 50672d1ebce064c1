import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeRecipient, recipientFieldsFor, recipientIssues, recipientSections } from '../../../preload/contract/recipient-checks.ts';
import { emptyRecipientFields, recipientRails, type RecipientFieldKey, type RecipientFields } from '../../../preload/contract/recipients.ts';
import { swiftForm, wireForm } from './recipient-forms.ts';

const kinds = ['individual', 'business'] as const;
type Change = Partial<RecipientFields>;
const found = (form: RecipientFields, change: Change = {}) => recipientIssues({ ...form, ...change }).map(({ path, level }) => [path, level]);
const messages = (form: RecipientFields, change: Change) => recipientIssues({ ...form, ...change }).map(({ message }) => message);

describe('a recipient', () => {
  it.each([['wire', wireForm], ['swift', swiftForm]] as const)('by %s: a right form has no issue, as typed and as normalised', (_rail, form) => {
    expect(recipientIssues(form)).toEqual([]);
    expect(recipientIssues(normalizeRecipient(form))).toEqual([]);
  });

  it('names every missing field that must be filled, by its label, in form order', () => {
    for (const rail of recipientRails) for (const kind of kinds) {
      const asked = recipientFieldsFor(rail, kind).filter(({ required }) => required);
      const issues = recipientIssues({ ...emptyRecipientFields, rail, kind });
      expect(issues.map(({ path, level }) => [path, level])).toEqual(asked.map(({ key }) => [key, 'error']));
      for (const { key, label } of asked.slice(1)) expect(issues.find(({ path }) => path === key)?.message).toContain(`${label} is missing.`);
    }
  });

  it('asks for one holder\u2019s name, and for what its rail needs', () => {
    const keys = (rail: 'wire' | 'swift', kind: 'individual' | 'business', required = false) => recipientFieldsFor(rail, kind).filter((field) => !required || field.required).map(({ key }) => key);
    expect(keys('wire', 'business')).toContain('companyName');
    expect(keys('wire', 'business')).not.toContain('firstName');
    expect(keys('swift', 'individual')).not.toContain('companyName');
    expect([keys('wire', 'business', true).includes('phone'), keys('swift', 'business', true).includes('phone')]).toEqual([false, true]);
    expect(keys('wire', 'business')).toEqual(expect.arrayContaining<RecipientFieldKey>(['routingNumber', 'accountType', 'bic']));
    expect(keys('swift', 'business')).toEqual(expect.arrayContaining<RecipientFieldKey>(['bic', 'intermediaryRouting']));
    expect(keys('swift', 'business')).not.toContain('routingNumber');
    expect(new Set(recipientFieldsFor('swift', 'business').map(({ section }) => recipientSections[section])).size).toBe(6);
  });

  it.each<readonly [Change, RecipientFieldKey, 'error' | 'warning']>([
    [{ routingNumber: '02100002' }, 'routingNumber', 'error'],
    [{ routingNumber: '021000022' }, 'routingNumber', 'error'],
    [{ accountNumber: '123' }, 'accountNumber', 'error'],
    [{ accountNumber: '1'.repeat(35) }, 'accountNumber', 'error'],
    [{ accountNumber: '12/34' }, 'accountNumber', 'error'],
    [{ accountNumber: '1'.repeat(18) }, 'accountNumber', 'warning'],
    [{ accountNumber: 'DE89370400440532013000' }, 'accountNumber', 'warning'],
    [{ accountType: '' }, 'accountType', 'error'],
    [{ bic: 'DEUTDEF' }, 'bic', 'error'],
    [{ bic: 'DEUTDEFF' }, 'bic', 'warning'],
    [{ state: 'Maine' }, 'state', 'error'],
    [{ state: '' }, 'state', 'warning'],
    [{ postalCode: '' }, 'postalCode', 'warning'],
    [{ postalCode: '4101' }, 'postalCode', 'error'],
    [{ bankState: 'New York' }, 'bankState', 'error'],
    [{ bankPostalCode: '1000' }, 'bankPostalCode', 'error'],
    [{ bankState: '' }, 'bankState', 'error'],
    [{ bankCountry: 'MX' }, 'bankCountry', 'warning'],
    [{ bankCountry: 'USA' }, 'bankCountry', 'error'],
    [{ email: 'ap.quay.example' }, 'email', 'error'],
    [{ email: 'ap@gmial.com' }, 'email', 'warning'],
    [{ phone: '123' }, 'phone', 'error'],
    [{ companyName: 'Q' }, 'companyName', 'error'],
    [{ companyName: 'Q'.repeat(71) }, 'companyName', 'warning'],
    [{ companyName: '\u041a\u0432\u0430\u0439 LLC' }, 'companyName', 'warning'],
    [{ bankName: '\u9280\u884c Bank' }, 'bankName', 'warning'],
    [{ docType: 'ein', docNumber: '<12>', docCountry: 'US' }, 'docNumber', 'error'],
  ])('by wire with %j: %s is an %s', (change, path, level) => {
    expect(found(wireForm, change)).toEqual([[path, level]]);
  });

  it.each<readonly [Change, RecipientFieldKey, 'error' | 'warning']>([
    [{ accountNumber: 'DE89370400440532013001' }, 'accountNumber', 'error'],
    [{ accountNumber: 'DE8937040044053201300' }, 'accountNumber', 'error'],
    [{ accountNumber: '0532013000' }, 'accountNumber', 'warning'],
    [{ accountNumber: 'DE8' }, 'accountNumber', 'error'],
    [{ bic: 'DEUTXXFF' }, 'bic', 'error'],
    [{ bic: 'DEUTDEFF5' }, 'bic', 'error'],
    [{ bic: 'BNPAFRPP' }, 'bic', 'warning'],
    [{ bankCountry: 'FR', bic: 'BNPAFRPP' }, 'bic', 'warning'],
    [{ intermediaryRouting: '021000022' }, 'intermediaryRouting', 'error'],
    [{ phone: '' }, 'phone', 'error'],
    [{ postalCode: '' }, 'postalCode', 'warning'],
    [{ street: '2 Ring, 10115 BERLIN' }, 'street', 'warning'],
    [{ firstName: 'J' }, 'firstName', 'error'],
    [{ firstName: '\u0418\u0432\u0430\u043d' }, 'firstName', 'warning'],
    [{ lastName: 'Marlowe 2' }, 'lastName', 'warning'],
    [{ bankStreet: '' }, 'bankStreet', 'error'],
    [{ docType: 'passport', docNumber: 'X1' }, 'docCountry', 'error'],
  ])('by SWIFT with %j: %s is an %s', (change, path, level) => {
    expect(found(swiftForm, change)).toEqual([[path, level]]);
  });

  it('may hold an optional code, and a company may be called by digits', () => {
    expect(found(wireForm, { bic: 'CHASUS33', companyName: '3M', docType: 'ein', docNumber: '12-3456789', docCountry: 'US' })).toEqual([]);
    expect(found(swiftForm, { intermediaryRouting: '021000021' })).toEqual([]);
  });

  it('asks for all three facts of a document, or none', () => {
    expect(found(wireForm, { docType: 'passport' })).toEqual([['docNumber', 'error'], ['docCountry', 'error']]);
    expect(found(wireForm, { docCountry: 'US' })).toEqual([['docType', 'error'], ['docNumber', 'error']]);
  });

  it('takes letters in a SWIFT account where banks use no IBAN', () => {
    const abroad: Change = { accountNumber: 'ab-1234', bankCountry: 'SG', bic: 'DBSSSGSG', bankPostalCode: '018982', country: 'HK', postalCode: '', phone: '+852 2345 6789' };
    expect(found(swiftForm, abroad)).toEqual([]);
  });

  it('says that SWIFT refuses free-text addresses, but not to whom a wire goes', () => {
    for (const key of ['city', 'country'] as const) {
      expect(messages(swiftForm, { [key]: '' })[0]).toMatch(/Since November 2026 SWIFT refuses/);
      expect(messages(wireForm, { [key]: '' })[0]).not.toMatch(/SWIFT/);
    }
    expect(messages(swiftForm, { street: 'Berlin, Ring 2' })).toEqual([expect.stringContaining('free text')]);
    expect(found(swiftForm, { street: 'Berliner Ring 2' })).toEqual([]);
    expect(found(wireForm, { street: 'Portland Road 2' })).toEqual([]);
  });

  it('doubts a BIC once, and not where territories share one', () => {
    expect(messages(swiftForm, { bic: 'BNPAFRPP' })).toEqual(['The BIC is of a bank in France, the bank\u2019s address is in Germany.']);
    expect(messages(swiftForm, { bankCountry: 'FR', bic: 'BNPAFRPP' })).toEqual([expect.stringContaining('the IBAN of Germany')]);
    expect(found(swiftForm, { accountNumber: 'GB29NWBK60161331926819', bankCountry: 'JE', bic: 'NWBKGB2L' })).toEqual([]);
  });

  it('trap 13: takes countries as two letters, in any case, and nothing else', () => {
    expect(found(swiftForm, { country: 'de', bankCountry: ' de ' })).toEqual([]);
    expect(found(swiftForm, { country: 'DEU' })).toContainEqual(['country', 'error']);
    expect(found(swiftForm, { docType: 'id', docNumber: 'X1', docCountry: 'DEU' })).toEqual([['docCountry', 'error']]);
  });

  it('trap 15: finds an IBAN in the account number, the only field there is for it', () => {
    expect(recipientFieldsFor('swift', 'business').filter(({ key }) => key === 'accountNumber').map(({ label }) => label)).toEqual(['IBAN or account number']);
    expect(found(swiftForm, { accountNumber: 'de89-3704 0044 0532 0130 00' })).toEqual([]);
    expect(found(swiftForm, { accountNumber: 'DE88370400440532013000' })).toEqual([['accountNumber', 'error']]);
  });
});

describe('a normalised recipient', () => {
  it('is written as it is sent', () => {
    expect(normalizeRecipient({ ...swiftForm, bic: 'deut deff', phone: '030 901820', state: ' be ', email: ' Joerg@Marlowe.EXAMPLE ', street: ' 2  Ring\u200b ' }))
      .toEqual({ ...swiftForm, accountNumber: 'DE89370400440532013000', phone: '+4930901820', state: 'BE', email: 'Joerg@marlowe.example' });
  });

  it('trap 23: holds nothing that its rail and kind don\u2019t ask for', () => {
    const full = Object.fromEntries(Object.keys(emptyRecipientFields).map((key) => [key, 'X'])) as unknown as RecipientFields;
    for (const rail of recipientRails) for (const kind of kinds) {
      const asked = recipientFieldsFor(rail, kind).map(({ key }) => key as string);
      const normal = normalizeRecipient({ ...full, rail, kind, accountType: 'savings', docType: 'id' });
      expect(Object.entries(normal).filter(([key, value]) => value !== '' && !asked.includes(key)).map(([key]) => key)).toEqual(['rail', 'kind']);
    }
  });

  it('normalises only once: a second time changes nothing, whatever was typed', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('\u00df1', ' e \u0301', 'e\u200b\u0301', '\u0149', '\uff21\uff20b', '00 49 30', 'ny'));
    const keys = Object.keys(emptyRecipientFields).filter((key) => !['rail', 'kind', 'accountType', 'docType'].includes(key));
    const typed = fc.record({
      ...Object.fromEntries(keys.map((key) => [key, text])), rail: fc.constantFrom('wire', 'swift'), kind: fc.constantFrom(...kinds),
      accountType: fc.constantFrom('', 'checking'), docType: fc.constantFrom('', 'ein'),
    }) as unknown as fc.Arbitrary<RecipientFields>;
    fc.assert(fc.property(typed, (fields) => {
      const once = normalizeRecipient(fields);
      expect(normalizeRecipient(once)).toEqual(once);
    }), { numRuns: 300 });
  });

  it('has the same issues as what was typed', () => {
    const spaced = fc.constantFrom(wireForm, swiftForm).chain((form) => fc.constantFrom(...(Object.keys(form) as RecipientFieldKey[]).filter((key) => key !== 'rail' && key !== 'kind'))
      .chain((key) => fc.string({ maxLength: 12 }).map((value) => ({ ...form, [key]: value }) as RecipientFields)));
    fc.assert(fc.property(spaced, (fields) => {
      expect(recipientIssues(normalizeRecipient(fields))).toEqual(recipientIssues(fields));
    }));
  });
});
