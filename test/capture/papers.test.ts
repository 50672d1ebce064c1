import { describe, expect, it } from 'vitest';
import { emptyCustomerFields } from '../../preload/contract/customers.ts';
import { parseZone } from '../../preload/contract/mrz.ts';
import { recipeFor, type Wish } from './papers.ts';
import { zoneOf } from '../../renderer/capture/specimen/zone-text.ts';

const today = '2026-11-21';
const fields = { ...emptyCustomerFields, firstName: 'Thea Ines', lastName: 'Marlowe', country: 'NG', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22' };
const zoneFor = (wish: Partial<Wish>) => {
  const recipe = recipeFor({ kind: 'passport', fields, today, ...wish });
  return parseZone(recipe.what === 'paper' && recipe.paper ? zoneOf(recipe.paper) : [], today);
};

describe('papers for a form', () => {
  it('say what the form says', () => {
    expect(zoneFor({})).toMatchObject({ issuerCountry: 'NG', surname: 'MARLOWE', givenNames: 'THEA INES', number: 'T41X88205', birth: '1991-03-14', expiry: '2031-08-22' });
  });

  it.each([
    ['expired', 'expiry'], ['other country', 'issuerCountry'], ['other name', 'surname'], ['other birth date', 'birth'], ['other number', 'number'],
  ] as const)('differ from it when asked for: %s', (defect, field) => { expect(zoneFor({ defect })?.[field]).not.toBe(zoneFor({})?.[field]); });

  it('refuse a defect that nobody can draw', () => { expect(() => recipeFor({ kind: 'passport', fields, today, defect: 'eaten by a dog' })).toThrow(/There is no defect/u); });
});
