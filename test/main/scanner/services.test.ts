import { describe, expect, test } from 'vitest';
import { scannersOf, type Service } from '../../../main/scanner/services.ts';

const service = (change: Partial<Omit<Service, 'txt'>> & { readonly txt?: Record<string, string> } = {}): Service => ({
  name: 'Desk scanner', secure: false, addresses: ['192.168.1.20'], port: 80, ...change, txt: new Map(Object.entries(change.txt ?? { rs: 'eSCL', uuid: '4509A320-00a0' })),
});

test('one device is one scanner, by its secure address where it has one', () => {
  const plain = service();
  const secure = service({ secure: true, port: 443 });
  const scanner = { id: '4509a320-00a0', name: 'Desk scanner', address: 'https://192.168.1.20/eSCL', secure: true };
  expect(scannersOf([plain, secure])).toEqual([scanner]);
  expect(scannersOf([secure, plain])).toEqual([scanner]);
  expect(scannersOf([plain])).toEqual([{ ...scanner, address: 'http://192.168.1.20/eSCL', secure: false }]);
});

test('without a UUID the name and place tell devices apart; they come by name', () => {
  const found = scannersOf([service({ name: 'B', txt: {} }), service({ name: 'A', txt: {} }), service({ name: 'A', txt: {}, addresses: ['192.168.1.21'] })]);
  expect(found.map(({ id, address }) => [id, address])).toEqual([
    ['A@192.168.1.20', 'http://192.168.1.20/eSCL'], ['A@192.168.1.21', 'http://192.168.1.21/eSCL'], ['B@192.168.1.20', 'http://192.168.1.20/eSCL'],
  ]);
});

describe('the address', () => {
  test.each([
    [{ port: 8080, txt: { rs: '/a/eSCL/' } }, 'http://192.168.1.20:8080/a/eSCL'], [{ txt: { rs: '' } }, 'http://192.168.1.20'],
    [{ addresses: ['fe80::1', 'fd00::5', '192.168.1.9'] }, 'http://192.168.1.9/eSCL'], [{ addresses: ['fe80::1', 'fd00::5'] }, 'http://[fd00::5]/eSCL'],
    [{ addresses: ['127.0.0.1'], port: 60000 }, 'http://127.0.0.1:60000/eSCL'],
  ])('of %j', (change, address) => {
    expect(scannersOf([service(change)])[0]?.address).toBe(address);
  });

  test.each([
    [{ addresses: ['8.8.8.8'] }], [{ addresses: ['fe80::1'] }], [{ addresses: [] }], [{ port: 0 }], [{ port: 99_999 }], [{ txt: { rs: '../x' } }], [{ txt: { rs: 'a?b' } }],
    [{ txt: { rs: '@evil.example/' } }], [{ txt: { rs: 'a b' } }],
  ])('is refused of %j', (change) => {
    expect(scannersOf([service(change)])).toEqual([]);
  });
});

test('a name without words is replaced', () => {
  expect(scannersOf([service({ name: '\u0000\u202e', txt: { ty: 'Model 1' } }), service({ name: ' ', txt: {}, port: 81 })]).map(({ name }) => name)).toEqual(['Model 1', 'Scanner']);
});

test('a network full of scanners is cut short', () => {
  expect(scannersOf(Array.from({ length: 300 }, (_, index) => service({ name: `S${index}`, txt: {} })))).toHaveLength(100);
});
