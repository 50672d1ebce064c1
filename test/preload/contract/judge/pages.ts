import { emptyCustomerFields, type CustomerFields } from '../../../../preload/contract/customers.ts';
import type { Evidence } from '../../../../preload/contract/evidence.ts';
import type { Judged } from '../../../../preload/contract/preflight.ts';
import { zoneLines, type ZoneKind } from '../../../../renderer/capture/specimen/people/mrz.ts';
import type { Person } from '../../../../renderer/capture/specimen/people/person.ts';
import { stateOf } from '../../../../renderer/capture/specimen/people/states.ts';

/** The day of every judgement here. */
export const today = '2026-11-20';

/** An upright box as an area. */
export function box(left: number, top: number, right: number, bottom: number): NonNullable<Evidence['zone']['area']> {
  return [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
}

/** A good picture of a passport page without its code lines. */
export const good: Evidence = {
  version: 1, width: 2400, height: 1800, shown: 'passport', document: { area: box(0.1, 0.1, 0.9, 0.9), dpi: 342 },
  sharpness: { score: 86, worst: 70, areas: [] }, glare: { share: 0, areas: [] }, exposure: { mean: 140, dark: 0.02, bright: 0.01 }, contrast: 130,
  cut: { corners: [], sides: [] }, cover: { share: 0, areas: [] }, screen: 3, copy: 4,
  zone: { state: 'none', area: null, lines: [], corrected: 0, certain: true }, barcode: null, faces: null, took: 400,
};

/** An invented person with a British passport. */
export const thea: Person = {
  family: 'Marlowe', given: 'Thea Ines', sex: 'F', birth: '1991-03-14', number: 'T41X88205', personal: '', issued: '2021-08-22', expires: '2031-08-22',
  state: stateOf('GBR'), nationality: stateOf('GBR'), street: '', town: '', zip: '', region: '', face: 'thea',
};

/** Her form. */
export const form: CustomerFields = {
  ...emptyCustomerFields, firstName: 'Thea Ines', lastName: 'Marlowe', country: 'GB', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22',
};

/** Code lines as they are read. */
export function zoneOf(person: Person, kind: ZoneKind = { size: 'TD3', code: 'P' }, change: Partial<Evidence['zone']> = {}): Evidence['zone'] {
  return { state: 'read', area: box(0.12, 0.75, 0.88, 0.88), lines: [...zoneLines(person, kind)], corrected: 0, certain: true, ...change };
}

/** A good picture of her passport. */
export const passport: Evidence = { ...good, zone: zoneOf(thea) };
/** Good pictures of both sides of a permit. */
export const permitFront: Evidence = { ...good, shown: 'card' };
/** The back of her permit, with its code lines. */
export const permitBack: Evidence = { ...good, shown: 'card', width: 2399, zone: zoneOf(thea, { size: 'TD1', code: 'IR' }) };

/** A good liveness photo. */
export const portrait: Evidence = {
  ...good, shown: 'face', document: null, faces: [{ area: box(0.3, 0.2, 0.7, 0.6), share: 0.4, sharpness: 55, confidence: 0.93 }],
};

/** What is judged, her passport unless told otherwise. */
export function judged(change: Partial<Judged> = {}): Judged {
  return { idType: 'passport', fields: form, today, documents: { identity: [passport] }, refused: null, ...change };
}
