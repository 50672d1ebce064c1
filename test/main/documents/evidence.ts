import countries from 'i18n-iso-countries/index.js';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import type { DocumentSlot } from '../../../preload/contract/documents.ts';
import type { Evidence } from '../../../preload/contract/evidence.ts';

type Place = NonNullable<Evidence['zone']['area']>;

const whole: Place = [{ x: 0.05, y: 0.05 }, { x: 0.95, y: 0.05 }, { x: 0.95, y: 0.95 }, { x: 0.05, y: 0.95 }];
const low: Place = [{ x: 0.1, y: 0.8 }, { x: 0.9, y: 0.8 }, { x: 0.9, y: 0.9 }, { x: 0.1, y: 0.9 }];
const noZone: Evidence['zone'] = { state: 'none', area: null, lines: [], corrected: 0, certain: true };
const face = { area: whole, share: 0.5, sharpness: 80, confidence: 0.95 };

let taken = 0;

/** What a good picture of a person's document says, for a slot; each call is another picture. */
export function goodEvidence(fields: CustomerFields, slot: DocumentSlot, change: Partial<Evidence> = {}): Evidence {
  // No two pictures are alike to the last digit.
  taken += 1;
  return {
    version: 1, width: 3000, height: 2000, shown: 'page', document: { area: whole, dpi: 300 }, sharpness: { score: 80 + taken / 1e6, worst: 60, areas: [] },
    glare: { share: 0, areas: [] }, exposure: { mean: 170, dark: 0.02, bright: 0.02 }, contrast: 150, cut: { corners: [], sides: [] }, cover: { share: 0, areas: [] },
    screen: 0, copy: 0, zone: noZone, barcode: null, faces: null, took: 12, ...shownIn(fields, slot), ...change,
  };
}

function shownIn(fields: CustomerFields, slot: DocumentSlot): Partial<Evidence> {
  if (slot === 'proof_of_address') return {};
  if (slot === 'liveness_check') return { shown: 'face', document: null, faces: [face] };
  if (fields.idType === 'passport') return { shown: 'passport', zone: { ...noZone, state: 'read', area: low, lines: passportLines(fields) } };
  const permit = fields.idType === 'resident_permit' && slot === 'identity_back';
  return { shown: 'card', ...(permit ? { zone: { ...noZone, state: 'read', area: low, lines: permitLines(fields) } } : {}) };
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().replaceAll(/[^A-Z0-9]+/g, '<');
const fill = (text: string, width: number) => text.slice(0, width).padEnd(width, '<');
const day = (date: string) => date.slice(2).replaceAll('-', '');
const state = (country: string) => fill(countries.alpha2ToAlpha3(country) ?? 'UTO', 3);

/** ICAO Doc 9303-3, 4.9: weights 7, 3, 1 over the values of the signs. */
function digit(text: string): string {
  const values = [...text].map((sign) => (sign === '<' ? 0 : Number.parseInt(sign, 36)));
  return String(values.reduce((sum, value, index) => sum + value * ([7, 3, 1][index % 3] ?? 0), 0) % 10);
}

function passportLines(fields: CustomerFields): string[] {
  const number = fill(plain(fields.idNumber), 9);
  const checked = [number, day(fields.dob), day(fields.idExpiryDate), '<'.repeat(14)].map((part) => part + digit(part)) as [string, string, string, string];
  const [numbered, born, expires, optional] = checked;
  return [
    `P<${state(fields.country)}${fill(`${plain(fields.lastName)}<<${plain(fields.firstName)}`, 39)}`,
    `${numbered}${state(fields.country)}${born}F${expires}${optional}${digit(numbered + born + expires + optional)}`,
  ];
}

function permitLines(fields: CustomerFields): string[] {
  const number = fill(plain(fields.idNumber), 9);
  const first = `IR${state(fields.country)}${number}${digit(number)}${'<'.repeat(15)}`;
  const [born, expires] = [day(fields.dob), day(fields.idExpiryDate)].map((part) => part + digit(part)) as [string, string];
  const second = `${born}F${expires}${state(fields.country)}${'<'.repeat(11)}`;
  const composite = digit(first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29));
  return [first, second + composite, fill(`${plain(fields.lastName)}<<${plain(fields.firstName)}`, 30)];
}
