import { describe, expect, it } from 'vitest';
import { emptyCustomerFields } from '../../../../preload/contract/customers.ts';
import { fillFrom, titleCase } from '../../../../preload/contract/judge/fill.ts';
import { form, good, passport, permitBack, permitFront, thea, today, zoneOf } from './pages.ts';

describe('filling the form from a document', () => {
  it('takes what the code lines say, in people\u2019s capitals', () => {
    expect(fillFrom({ identity: [passport] }, emptyCustomerFields, today)).toEqual({
      firstName: 'Thea Ines', lastName: 'Marlowe', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22', country: 'GB', idType: 'passport',
    });
  });

  it('leaves what is filled alone, the type too', () => {
    expect(fillFrom({ identity: [passport] }, { ...form, idNumber: '', country: '' }, today)).toEqual({ idNumber: 'T41X88205', country: 'GB' });
    expect(fillFrom({ identity: [passport] }, form, today)).toEqual({});
  });

  it('finds the code lines of a permit on its back and chooses the type', () => {
    expect(fillFrom({ identity: [permitFront], identity_back: [permitBack] }, emptyCustomerFields, today)).toMatchObject({ idType: 'resident_permit', lastName: 'Marlowe' });
  });

  it('takes nothing that is in any doubt', () => {
    const wrong = [...passport.zone.lines];
    wrong[1] = wrong[1]!.replace('910314', '910315');
    for (const zone of [zoneOf(thea, undefined, { certain: false }), zoneOf(thea, undefined, { corrected: 1 }), { ...passport.zone, lines: wrong }, zoneOf(thea, { size: 'TD1', code: 'ID' })]) {
      expect(fillFrom({ identity: [{ ...good, zone }] }, emptyCustomerFields, today)).toEqual({});
    }
  });

  it('leaves names out that the line cut', () => {
    const long = { ...thea, family: 'Papandropoulous-Featherstonehaugh', given: 'Jonathon Alec Maximilian' };
    const filled = fillFrom({ identity: [{ ...good, zone: zoneOf(long) }] }, emptyCustomerFields, today);
    expect(filled).toMatchObject({ idNumber: 'T41X88205' });
    expect(filled).not.toHaveProperty('lastName');
  });

  it.each([['VAN DER MEER', 'Van Der Meer'], ['SMITH-JONES', 'Smith-Jones'], ['O\u2019BRIEN', 'O\u2019Brien'], ['', '']])('writes %s as %s', (capitals, written) => { expect(titleCase(capitals)).toBe(written); });
});
