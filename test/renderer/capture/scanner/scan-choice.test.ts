import { describe, expect, test } from 'vitest';
import { fitChoice, papersOf, settingsOf, sourceOf, usualChoice } from '../../../../renderer/capture/scanner/scan-choice.ts';
import { scanSettingsSchema, type ScannerInfo, type ScanSourceInfo } from '../../../../preload/contract/scanning.ts';

const glass: ScanSourceInfo = { source: 'platen', colors: ['color', 'gray'], resolutions: [150, 300, 600], maxWidth: 215.9, maxHeight: 296.9 };
const feeder: ScanSourceInfo = { source: 'feeder', colors: ['gray'], resolutions: [100, 200], maxWidth: 216, maxHeight: 356 };
const info: ScannerInfo = { id: 's', name: 'Desk', make: 'Desk', address: 'http://10.0.0.1/eSCL', secure: false, sources: [glass, feeder] };

test('300 dpi, colour and A4 from the glass are the usual', () => {
  expect(settingsOf(info, usualChoice)).toEqual({ source: 'platen', color: 'color', dpi: 300, width: 210, height: 297 });
});

describe('a choice', () => {
  test('stays as it is where the scanner can do it', () => {
    const choice = { source: 'platen', color: 'gray', dpi: 600, paper: 'passport' } as const;
    expect(fitChoice(info, choice)).toEqual(choice);
  });
  test('becomes the nearest that another source can', () => {
    expect(fitChoice(info, { source: 'feeder', color: 'color', dpi: 300, paper: 'legal' })).toEqual({ source: 'feeder', color: 'gray', dpi: 200, paper: 'legal' });
    expect(fitChoice(info, { source: 'platen', color: 'mono', dpi: 200, paper: 'legal' })).toEqual({ source: 'platen', color: 'color', dpi: 300, paper: 'whole' });
    expect(fitChoice(info, { ...usualChoice, source: 'duplex' }).source).toBe('platen');
  });
});

test('paper is what fits, a rounded millimetre forgiven, and all of the glass', () => {
  expect(papersOf(glass)).toEqual(['a4', 'letter', 'a5', 'passport', 'card', 'whole']);
  expect(papersOf(feeder)).toContain('legal');
  expect(papersOf({ ...glass, maxWidth: 100, maxHeight: 100 })).toEqual(['card', 'whole']);
  expect(settingsOf(info, { ...usualChoice, paper: 'whole' })).toMatchObject({ width: 215.9, height: 296.9 });
});

test('what is asked for is always well formed', () => {
  const odd = { ...info, sources: [{ ...glass, maxWidth: 4, maxHeight: 9000, resolutions: [75] }] };
  expect(scanSettingsSchema.parse(settingsOf(odd, { ...usualChoice, paper: 'whole' }))).toMatchObject({ dpi: 75, width: 10, height: 1000 });
});

test('a scanner without sources is none', () => {
  expect(() => sourceOf({ ...info, sources: [] }, 'platen')).toThrow();
});
