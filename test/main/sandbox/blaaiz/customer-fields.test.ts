import { describe, expect, it } from 'vitest';
import { createComplaints, fieldNames, ownerFieldNames, ownersComplaints, updateComplaints } from '../../../../main/sandbox/blaaiz/customer-fields.ts';

const person = { type: 'individual', first_name: 'Jo', last_name: 'Field', email: 'jo@example.test', country: 'NG', id_type: 'passport', id_number: 'P1' };
const company = { type: 'business', email: 'ops@quill.test', country: 'NG', business_name: 'Quill', registration_number: 'RC1', incorporation_country: 'NG' };
const owner = { first_name: 'Ada', last_name: 'Obi' };
const named = (errors: object): string[] => Object.keys(errors).toSorted();

describe('a new customer', () => {
  it('of either kind is fine when complete', () => {
    expect([createComplaints(person, false), createComplaints(company, false)]).toEqual([{}, {}]);
  });
  it('without a kind is asked for it and for what every kind needs', () => {
    expect(named(createComplaints({}, false))).toEqual(['country', 'email', 'type']);
  });
  it('may choose the minimal scope only where it is allowed', () => {
    const scoped = (scope: string, allowed: boolean): string[] => named(createComplaints({ ...company, kyb_scope: scope }, allowed));
    expect([scoped('MINIMAL', true), scoped('FULL', false), scoped('MINIMAL', false), scoped('HALF', true)]).toEqual([[], [], ['kyb_scope'], ['kyb_scope']]);
  });
  it('says of two countries only that they differ when both are real', () => {
    expect(createComplaints({ ...company, country: 'ZZ' }, false)).toEqual({ country: ['The selected country is invalid.'] });
    expect(named(createComplaints({ ...company, country: 'GH' }, false))).toEqual(['incorporation_country']);
  });
});

describe('an update', () => {
  it('may leave everything out, but spoil nothing', () => {
    expect(updateComplaints('individual', {}, person)).toEqual({});
    expect(named(updateComplaints('individual', { email: 'jo', dob: '1990-02-30' }, person))).toEqual(['dob', 'email']);
  });
  it('of one country is held against the other that is kept', () => {
    expect(named(updateComplaints('business', { country: 'GH' }, company))).toEqual(['incorporation_country']);
    expect(updateComplaints('business', { country: 'GH', incorporation_country: 'GH' }, company)).toEqual({});
  });
  it('never changes the scope, nor gives a company a passport', () => {
    expect(named(updateComplaints('business', { kyb_scope: 'FULL', id_type: 'passport' }, company))).toEqual(['id_type', 'kyb_scope']);
    expect(updateComplaints('business', { website: 'x' }, { ...company, id_type: 'kept from before' })).toEqual({});
  });
});

describe('owners', () => {
  it.each([0, 100, '33.3333', '100.00'])('may hold %j percent', (share) => { expect(ownersComplaints({ owners: [{ ...owner, ownership_percentage: share }] })).toEqual({}); });
  it.each([-1, 100.01, '1e2', 'half', '33.33333'])('may not hold %j percent', (share) => {
    expect(named(ownersComplaints({ owners: [{ ...owner, ownership_percentage: share }] }))).toEqual(['owners.0.ownership_percentage']);
  });
  it('are one to five', () => {
    expect([[], Array.from({ length: 6 }, () => owner), undefined].map((owners) => named(ownersComplaints({ owners })))).toEqual([['owners'], ['owners'], ['owners']]);
  });
  it('are no plain field of a company, and their id none of theirs', () => {
    expect(fieldNames.business).not.toContain('owners');
    expect(ownerFieldNames).not.toContain('id');
  });
});
