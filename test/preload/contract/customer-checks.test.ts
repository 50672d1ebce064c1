import { describe, expect, it } from 'vitest';
import { checkCustomer, countryRule, problemsBeforeSubmit } from '../../../preload/contract/customer-checks.ts';
import { emptyCustomerFields, type CustomerFields } from '../../../preload/contract/customers.ts';
import { idTypes } from '../../../preload/contract/documents.ts';

const today = '2026-11-20';
const thea: CustomerFields = {
  ...emptyCustomerFields, firstName: 'Thea Ines', lastName: 'Marlowe', email: 'thea@quay.example', phone: '+44 20 7946 0018', country: 'GB',
  dob: '1991-03-14', idNumber: 'T41X88205', idIssueDate: '2021-08-22', idExpiryDate: '2031-08-22',
};
const paths = (change: Partial<CustomerFields>) => checkCustomer({ ...thea, ...change }, today).map((issue) => issue.path);
const words = (change: Partial<CustomerFields>) => checkCustomer({ ...thea, ...change }, today).map((issue) => issue.message).join(' ');

describe('a customer\u2019s form', () => {
  it('passes when it is right, with and without what is optional', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ phone: '', idIssueDate: '' })).toEqual([]);
    expect(paths({ idType: 'drivers_license', idExpiryDate: '' })).toEqual([]);
  });

  it('names what is missing, in form order', () => {
    expect(checkCustomer(emptyCustomerFields, today).map((issue) => issue.path))
      .toEqual(['firstName', 'lastName', 'dob', 'country', 'email', 'idNumber', 'idExpiryDate']);
    expect(words({ firstName: ' ' })).toBe('Given names is missing.');
  });

  it('takes customers from their eighteenth birthday on', () => {
    expect(paths({ dob: '2008-11-20' })).toEqual([]);
    expect(words({ dob: '2008-11-21' })).toMatch(/at least 18; this one is 17/);
    expect(words({ dob: '2030-01-01' })).toMatch(/future/);
    expect(words({ dob: '1890-01-01' })).toMatch(/year again/);
    expect(words({ dob: '1991-02-30', idIssueDate: '' })).toMatch(/calendar/);
  });

  it.each<readonly [Partial<CustomerFields>, keyof CustomerFields]>([
    [{ country: 'UTO' }, 'country'], [{ email: 'thea@' }, 'email'], [{ phone: '12' }, 'phone'], [{ idNumber: '!!' }, 'idNumber'], [{ idNumber: 'A1' }, 'idNumber'],
    [{ idExpiryDate: '2026-11-20' }, 'idExpiryDate'], [{ idIssueDate: '2027-01-01' }, 'idIssueDate'], [{ idIssueDate: '1990-01-01' }, 'idIssueDate'],
    [{ idIssueDate: '2021-08-22', idExpiryDate: '2021-08-22' }, 'idIssueDate'], [{ lastName: '<b>x</b>' }, 'lastName'],
  ])('%j is found at %s', (change, path) => { expect(paths(change)).toContain(path); });

  it('takes phones of any country', () => {
    expect(paths({ phone: '+234 803 123 4567' })).toEqual([]);
    expect(paths({ phone: '020 7946 0018' })).toEqual([]);
  });

  it('says when the document expired in words', () => {
    expect(words({ idExpiryDate: '2026-01-02', idIssueDate: '' })).toBe('The document expired on 2 January 2026. A valid one is needed.');
  });
});

describe('the documents before submitting', () => {
  it('asks for the back of two-sided documents only', () => {
    for (const idType of idTypes) {
      expect(problemsBeforeSubmit({ idType }, []).map((issue) => issue.path)).toEqual(idType === 'passport' ? ['identity'] : ['identity', 'identity_back']);
    }
    expect(problemsBeforeSubmit({ idType: 'drivers_license' }, [{ slot: 'identity' }])[0]?.message).toBe('Driving licence, back: no file yet.');
    expect(problemsBeforeSubmit({ idType: 'passport' }, [{ slot: 'identity' }])).toEqual([]);
  });

  it('says why the country matters', () => { expect(countryRule('NG')).toMatch(/Nigeria/); });
});
