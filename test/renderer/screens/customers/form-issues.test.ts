import { describe, expect, it } from 'vitest';
import { emptyCustomerFields, type CustomerFields } from '../../../../preload/contract/customers.ts';
import type { DocumentInfo } from '../../../../preload/contract/documents.ts';
import type { Evidence } from '../../../../preload/contract/evidence.ts';
import { asProblems, fieldLabel, formIssues, notYetWords, submitIssues, validFor } from '../../../../renderer/screens/customers/form-issues.ts';
import { sampleDocument } from '../../fake/sample-customers.ts';
import { glaringEvidence, goodEvidence } from '../../fake/sample-evidence.ts';

const now = Date.UTC(2026, 10, 20, 14);
const whole: CustomerFields = {
  ...emptyCustomerFields, firstName: 'Thea Ines', lastName: 'Marlowe', email: 'thea@quay.example', country: 'KE', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22',
};

const page = (evidence: Evidence[] = []) => sampleDocument('identity', now, { evidence });
const against = (fields: CustomerFields) => ({ fields, rejection: null, now });

describe('what keeps a customer from being submitted', () => {
  it('is nothing when form and files are complete', () => {
    expect(submitIssues([page()], against(whole))).toEqual([]);
    expect(notYetWords([])).toBeNull();
  });

  it('leads to fields and slots by the names that stand there', () => {
    const fields = { ...whole, idNumber: '', idType: 'drivers_license' as const };
    expect(asProblems(submitIssues([page()], against(fields)), fields)).toEqual([
      { id: 'customer-idNumber', label: 'Licence number', message: 'it is missing.' },
      { id: 'customer-identity_back', label: 'Driving licence, back', message: 'no file yet.' },
    ]);
  });

  it('is a document that would be refused, until a written reason lets it go', () => {
    const problems = (document: DocumentInfo) => asProblems(submitIssues([document], against(whole)), whole);
    expect(problems(page([goodEvidence]))).toEqual([]);
    const bad = page([glaringEvidence]);
    expect(problems(bad)).toEqual([{ id: 'customer-identity', label: 'Passport page', message: 'look again: glare hides part of the passport.' }]);
    expect(problems({ ...bad, overrides: [{ id: 'glare', reason: 'The only passport there is.', at: now, actor: 'Femke Osei' }] })).toEqual([]);
  });

  it('is a document that contradicts the form as it is typed', () => {
    const other = { ...whole, country: 'GH' };
    expect(submitIssues([page([goodEvidence])], against(other))).toEqual([{ path: 'identity', message: 'stopped: issued by Kenya; the customer\u2019s country is Ghana.' }]);
  });

  it('names a missing field as the form does', () => {
    expect(formIssues({ ...whole, idNumber: '' }, now)).toEqual([{ path: 'idNumber', message: 'Passport number is missing.' }]);
    expect(fieldLabel('idNumber', 'resident_permit')).toBe('Permit number');
  });

  it('is said in one sentence on the button', () => {
    const fields = { ...whole, lastName: '', email: '' };
    const problems = asProblems(submitIssues([], against(fields)), fields);
    expect(notYetWords(problems.slice(0, 1))).toBe('Family name: it is missing.');
    expect(notYetWords(problems)).toBe('Family name: it is missing. 2 more things are missing or wrong.');
  });

  it('keeps what the provider complained about although the form has no such field', () => {
    expect(asProblems([{ path: 'type', message: 'The type is invalid.' }], whole)).toEqual([{ id: 'customer-type', label: 'Blaaiz', message: 'The type is invalid.' }]);
  });
});

describe('how long a document is still valid', () => {
  it.each([
    ['2031-08-22', '4 years 9 months'], ['2027-11-20', '1 year'], ['2027-01-20', '2 months'], ['2026-12-19', 'less than a month'], ['2026-11-20', null], ['2020-01-01', null], ['soon', null],
  ])('%s: %s', (expiry, words) => {
    expect(validFor(expiry, now)).toBe(words);
  });
});
