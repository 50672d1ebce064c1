import { describe, expect, test } from 'vitest';
import { readCapabilities, toUnits } from '../../../main/scanner/capabilities.ts';
import { parseXml } from '../../../main/scanner/xml.ts';
import { usualSwitches, type Switches } from '../../scanner-server/switches.ts';
import { capabilitiesXml, inDialect } from '../../scanner-server/xml.ts';

const read = (switches: Partial<Switches> = {}, change = (text: string) => text) => {
  const all = { ...usualSwitches(), ...switches };
  return readCapabilities(parseXml(inDialect(change(capabilitiesXml(all)), all.xml)));
};
const platen = (switches: Partial<Switches> = {}, change?: (text: string) => string) => read(switches, change)?.sources[0];

test('reads make, UUID, sources, sizes, resolutions and the best kind of file', () => {
  const caps = read();
  expect(caps).toMatchObject({ make: 'Bursar Specimen 1', uuid: '4509a320-00a0-008f-00b6-002507510eca' });
  expect(caps?.sources.map(({ source }) => source)).toEqual(['platen', 'feeder', 'duplex']);
  expect(caps?.sources[0]).toEqual({
    source: 'platen', colors: ['color', 'gray'], resolutions: [100, 200, 300, 600], maxWidth: 215.9, maxHeight: 355.6, format: 'image/jpeg', ext: true, intent: true,
    centred: false, units: { width: 2550, height: 4200, leastWidth: 16, leastHeight: 16 },
  });
});

test.each(['other-prefixes', 'default-namespace', 'no-namespace', 'utf-16', 'shared-profiles'] as const)('reads the same from the dialect %s', (xml) => {
  expect(read({ xml })).toEqual(read());
});

describe('sources', () => {
  test('are only those that are there', () => {
    expect(read({ feeder: false })?.sources.map(({ source }) => source)).toEqual(['platen']);
    expect(read({ platen: false, duplex: false })?.sources.map(({ source }) => source)).toEqual(['feeder']);
    expect(read({ platen: false, feeder: false })).toBeNull();
  });
  test('know where paper runs in the feeder', () => {
    expect(read({ centred: true })?.sources.map(({ centred }) => centred)).toEqual([false, true, true]);
  });
  test('that give no kind of file we take are left out', () => {
    expect(read({ formats: ['image/x-strange'] })).toBeNull();
    expect(platen({ formats: ['application/pdf', 'image/png', 'image/tiff'] })?.format).toBe('image/png');
    expect(platen({ formats: [] })?.format).toBe('image/jpeg');
  });
  test('offer black and white alone where a file can hold it', () => {
    expect(platen({ formats: ['application/pdf'] })?.colors).toEqual(['color', 'gray', 'mono']);
  });
});

describe('resolutions', () => {
  test('come from a range as the usual ones', () => {
    expect(platen({ resolutions: { min: 75, max: 600, step: 1 } })?.resolutions).toEqual([75, 100, 150, 200, 300, 400, 600]);
    expect(platen({ resolutions: { min: 100, max: 600, step: 100 } })?.resolutions).toEqual([100, 200, 300, 400, 600]);
  });
  test('are sorted, told once, and never beyond reason', () => {
    expect(platen({ resolutions: [600, 300, 300, 9600, 1] })?.resolutions).toEqual([300, 600]);
    expect(platen({ resolutions: [] })?.resolutions).toEqual([300]);
    expect(platen({}, (text) => text.replaceAll('<scan:YResolution>300', '<scan:YResolution>150'))?.resolutions).toEqual([100, 200, 600]);
  });
});

test('makes do without sizes, colours and a good UUID', () => {
  const bare = (text: string) => text.replaceAll(/<scan:(Min|Max)(Width|Height)>[^<]*<[^>]*>/g, '').replaceAll(/<scan:ColorModes>.*?<\/scan:ColorModes>/g, '').replace('4509a320', '../../');
  expect(platen({}, bare)).toMatchObject({ units: { width: 2480, height: 3508, leastWidth: 0, leastHeight: 0 }, colors: ['color'] });
  expect(read({}, bare)?.uuid).toBeNull();
  expect(read({ make: '   A\n\u202eB ' })?.make).toBe('A B');
  expect(read({ make: 'x'.repeat(500) })?.make).toHaveLength(120);
});

test('takes nothing else for capabilities', () => {
  expect([readCapabilities(null), readCapabilities(parseXml(Buffer.from('<ScannerCapabilities/>'))), readCapabilities(parseXml(Buffer.from('<html/>')))]).toEqual([null, null, null]);
});

test('counts lengths in 1/300 inch', () => {
  expect([toUnits(25.4), toUnits(210), toUnits(297)]).toEqual([300, 2480, 3508]);
});
