import { describe, expect, it } from 'vitest';
import { differences, normalizeFields } from '../../../main/customers/normalize.ts';
import { emptyCustomerFields, type CustomerFields } from '../../../preload/contract/customers.ts';
import { thea } from './desk.ts';

const typed = (change: Partial<CustomerFields>) => normalizeFields({ ...thea, ...change });

describe('the form as it is sent', () => {
  it('is trimmed with single spaces, and letters composed one way', () => {
    expect(typed({ firstName: '  Thea \t Ines\n', lastName: 'Ma\u0301rlowe' })).toMatchObject({ firstName: 'Thea Ines', lastName: 'M\u00e1rlowe' });
  });

  it('has the country and the e-mail’s domain in their usual case, and the rest of the e-mail as typed', () => {
    expect(typed({ country: ' gb ', email: ' Thea@QUAY.example ' })).toMatchObject({ country: 'GB', email: 'Thea@quay.example' });
  });

  it('has a phone of its country in E.164, and one that is none as typed', () => {
    expect(typed({ country: 'gb', phone: '020 7946 0018' }).phone).toBe('+442079460018');
    expect(typed({ phone: ' 12  x ' }).phone).toBe('12 x');
  });

  it('is the same when it is sent again, also empty', () => {
    const once = typed({ phone: '020 7946 0018', country: 'gb' });
    expect(normalizeFields(once)).toEqual(once);
    expect(normalizeFields(emptyCustomerFields)).toEqual(emptyCustomerFields);
  });
});

describe('what differs', () => {
  it('is nothing for other case, other spacing or the same phone in other words', () => {
    expect(differences(thea, { ...thea, firstName: 'THEA  ines ', email: 'Thea@Quay.example', phone: '020 7946 0018' })).toEqual({});
  });

  it('is what is filled here, with its own spelling, and never what is empty here', () => {
    expect(differences({ ...thea, lastName: 'Marlow', dob: '' }, { ...thea, street: 'Quay 1' })).toEqual({ lastName: 'Marlow' });
    expect(Object.keys(differences(thea, {})).toSorted()).toEqual(Object.entries(thea).filter(([, value]) => value !== '').map(([key]) => key).toSorted());
  });

  it('tells phones that can’t be read apart as they stand', () => {
    expect(differences({ ...thea, phone: '12' }, { ...thea, phone: '13' })).toEqual({ phone: '12' });
    expect(differences({ ...thea, phone: '12 X' }, { ...thea, phone: '12  x' })).toEqual({});
  });
});
