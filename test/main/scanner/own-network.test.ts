import { describe, expect, test } from 'vitest';
import { isOwnAddress, ownLookup } from '../../../main/scanner/own-network.ts';

test.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.9', '169.254.7.7', '100.64.0.1', '::1', 'fd00::2', 'fe80::1', 'fe80::1%eth0', '::ffff:10.0.0.1'])('counts %s as of the own network', (address) => {
  expect(isOwnAddress(address)).toBe(true);
});

test.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '100.128.0.1', '2001:db8::1', '::ffff:8.8.8.8', '0.0.0.0', '224.0.0.251', 'printer', ''])('counts %s as of another', (address) => {
  expect(isOwnAddress(address)).toBe(false);
});

describe('looking a name up', () => {
  const answers = (...addresses: readonly string[]) => ((_name: string, _options: unknown, callback: (error: null, found: unknown) => void) => {
    callback(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  }) as unknown as Parameters<typeof ownLookup>[0];
  const look = (all: boolean, lookup: Parameters<typeof ownLookup>[0]) => new Promise<unknown[]>((resolve) => { ownLookup(lookup)('printer', { all }, (...args) => { resolve(args); }); });

  test('gives only addresses of the own network', async () => {
    expect(await look(true, answers('8.8.8.8', '10.0.0.5', 'fd00::5'))).toEqual([null, [{ address: '10.0.0.5', family: 4 }, { address: 'fd00::5', family: 6 }]]);
    expect(await look(false, answers('8.8.8.8', '10.0.0.5'))).toEqual([null, '10.0.0.5', 4]);
  });
  test('fails where none is', async () => {
    expect(await look(true, answers('8.8.8.8'))).toMatchObject([{ code: 'ERR_OUTSIDE' }, []]);
  });
  test('passes on that there is no such name', async () => {
    const missing = ((_name: string, _options: unknown, callback: (error: Error) => void) => { callback(Object.assign(new Error('x'), { code: 'ENOTFOUND' })); }) as unknown as Parameters<typeof ownLookup>[0];
    expect(await look(true, missing)).toMatchObject([{ code: 'ENOTFOUND' }, []]);
  });
});
