import { expect, it } from 'vitest';
import { namesInvoice, numberKey, payeeKey } from '../../../main/store/alike-keys.ts';

it('spells an invoice’s number one way', () => {
  for (const text of ['INV-0042', 'inv 42', 'Invoice no. 42', '42', ' 0042', 'INVOICE 00 42']) expect(numberKey(text), text).toBe('42');
  expect(numberKey('RE/2026-0042')).toBe('re20260042');
  expect(numberKey('ns-2211')).toBe(numberKey('NS 2211'));
  expect(numberKey('Überweisung März')).toBe('uberweisungmarz');
});

it('keeps numbers apart that are others', () => {
  expect(numberKey('2026-0042')).not.toBe(numberKey('2026-0420'));
  expect(numberKey('INV-10042')).not.toBe(numberKey('INV-1042'));
  expect(numberKey('100')).not.toBe(numberKey('1'));
  expect(numberKey('0')).toBe('0');
  expect(numberKey('---')).toBe('');
});

it('knows what calls itself an invoice', () => {
  for (const text of ['Invoice 12', 'INV-1042', 'inv1042', 'Rechnung 7']) expect(namesInvoice(text), text).toBe(true);
  for (const text of ['Salary 00123', 'Contract 4711', 'investment 5']) expect(namesInvoice(text), text).toBe(false);
});

it('spells a payee’s name one way', () => {
  expect(payeeKey('Roy, Delphine')).toBe(payeeKey('delphine  ROY'));
  expect(payeeKey('Meridian Freight Ltd.')).toBe(payeeKey('MERIDIAN FREIGHT LIMITED'));
  expect(payeeKey('O’Brien')).toBe(payeeKey("O'Brien"));
  expect(payeeKey('Limited')).toBe('limited');
  expect(payeeKey('Ann Lee')).not.toBe(payeeKey('Ann Leeds'));
});
