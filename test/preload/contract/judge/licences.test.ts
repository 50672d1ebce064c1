import { describe, expect, it } from 'vitest';
import { emptyCustomerFields, type CustomerFields } from '../../../../preload/contract/customers.ts';
import type { Evidence } from '../../../../preload/contract/evidence.ts';
import { fillFrom } from '../../../../preload/contract/judge/fill.ts';
import { judge } from '../../../../preload/contract/judge/judge.ts';
import { verdictOf } from '../../../../preload/contract/judge/verdict.ts';
import type { CheckId, Finding } from '../../../../preload/contract/preflight.ts';
import type { Person } from '../../../../renderer/capture/specimen/people/person.ts';
import { stateOf } from '../../../../renderer/capture/specimen/people/states.ts';
import { aamvaText } from '../../../../renderer/capture/specimen/barcode-text.ts';
import { box, form, good, thea, today, zoneOf } from './pages.ts';

const american: Person = { ...thea, number: 'D1234567', state: stateOf('USA'), nationality: stateOf('USA') };
const card = (text: string | null): Evidence => ({ ...good, shown: 'card', barcode: text === null ? null : { area: box(0.2, 0.5, 0.8, 0.8), text } });
const front = { ...card(null), width: 2401 };
const fields: CustomerFields = { ...form, idType: 'drivers_license', country: 'US', idNumber: 'D1234567' };
const findings = (back: Evidence, change: Partial<CustomerFields> = {}) =>
  judge({ idType: 'drivers_license', fields: { ...fields, ...change }, today, documents: { identity: [front], identity_back: [back] }, refused: null });
const found = (back: Evidence, id: CheckId, change: Partial<CustomerFields> = {}): Finding | undefined => findings(back, change).identity_back?.find((finding) => finding.id === id);

describe('a licence of the United States or Canada', () => {
  it('passes when its barcode says what the form says', () => {
    const both = findings(card(aamvaText(american)));
    expect(verdictOf([...(both.identity ?? []), ...(both.identity_back ?? [])])).toBe('pass');
    expect(both.identity_back?.find(({ id }) => id === 'readable')).toMatchObject({ label: 'Barcode', value: 'read' });
    expect(both.identity_back?.find(({ id }) => id === 'issuer')).toMatchObject({ value: 'CA, US, same country' });
  });

  it('is compared with the form like code lines', () => {
    const back = card(aamvaText(american));
    expect(found(back, 'birth', { dob: '1991-03-15' })).toMatchObject({ verdict: 'stop', cause: 'The barcode says 14 March 1991, the form 15 March 1991' });
    expect(found(back, 'name', { lastName: 'Eriksson' })?.verdict).toBe('stop');
    expect(found(back, 'number', { idNumber: 'D-123 4567' })?.verdict).toBe('pass');
    expect(found(back, 'issuer', { country: 'CA' })).toMatchObject({ verdict: 'stop', field: 'country' });
    expect(found(card(aamvaText({ ...american, expires: '2026-11-01' })), 'expiry', { idExpiryDate: '2026-11-01' })).toMatchObject({ verdict: 'stop', cause: 'The licence expired on 1 November 2026' });
    expect(found(card(aamvaText({ ...american, state: stateOf('CAN') })), 'issuer', { country: 'CA' })?.verdict).toBe('pass');
  });

  it('needs its barcode, and a licence of another country doesn\u2019t', () => {
    expect(found(card(null), 'readable')).toMatchObject({ verdict: 'look-again', label: 'Barcode', value: 'not read' });
    expect(found(card('https://example.test'), 'readable')).toMatchObject({ verdict: 'look-again', value: 'not a licence\u2019s' });
    expect(found(card(null), 'readable', { country: 'GB' })).toBeUndefined();
  });

  it('is stopped when the barcode is a state\u2019s identity card\u2019s', () => {
    const text = aamvaText(american).replace('000001DL', '000001ID').replace(/DL(?=DAQ)/, 'ID');
    const identity = text.replace('100001DL', '100001ID');
    expect(found(card(identity), 'kind')).toMatchObject({ verdict: 'stop', value: 'national ID card' });
  });

  it('counts for a territory and for the United States', () => {
    const text = aamvaText(american).replace('ANSI 636014', 'ANSI 604431');
    expect(found(card(text), 'issuer', { country: 'PR' })?.verdict).toBe('pass');
    expect(found(card(text), 'issuer', { country: 'US' })?.verdict).toBe('pass');
    expect(found(card(text), 'issuer', { country: 'CA' })?.verdict).toBe('stop');
  });

  it('fills an empty form', () => {
    expect(fillFrom({ identity: [front], identity_back: [card(aamvaText(american))] }, emptyCustomerFields, today)).toEqual({
      firstName: 'Thea Ines', lastName: 'Marlowe', dob: '1991-03-14', idNumber: 'D1234567', idIssueDate: '2021-08-22', idExpiryDate: '2031-08-22', country: 'US', idType: 'drivers_license',
    });
  });

  it('wins over code lines that an enhanced licence carries beside it', () => {
    const both = { ...card(aamvaText(american)), zone: zoneOf(american, { size: 'TD1', code: 'I' }) };
    expect(found(both, 'kind')?.verdict).toBe('pass');
  });
});
