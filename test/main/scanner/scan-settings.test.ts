import { describe, expect, test } from 'vitest';
import type { SourceCaps } from '../../../main/scanner/capabilities.ts';
import { fitSource, scanSettingsXml } from '../../../main/scanner/scan-settings.ts';
import { parseXml } from '../../../main/scanner/xml.ts';
import { allOf } from '../../../main/scanner/xml-read.ts';
import { fromFeeder, fromGlass } from './rig.ts';

const caps: SourceCaps = {
  source: 'platen', colors: ['color', 'gray'], resolutions: [100, 300], maxWidth: 215.9, maxHeight: 355.6, format: 'image/jpeg', ext: true, intent: true, centred: false,
  units: { width: 2550, height: 4200, leastWidth: 300, leastHeight: 300 },
};
const said = (source: SourceCaps, settings = fromGlass) => {
  const root = parseXml(Buffer.from(scanSettingsXml(source, settings)));
  return Object.fromEntries(allOf(root, 'Version', 'Intent', 'XOffset', 'YOffset', 'Width', 'Height', 'InputSource', 'ColorMode', 'DocumentFormat', 'DocumentFormatExt', 'XResolution', 'YResolution', 'Duplex', 'ContentRegionUnits').map(({ name, text }) => [name, text]));
};

describe('scan settings', () => {
  test('name the page in 1/300 inch whatever the resolution', () => {
    expect(said(caps)).toEqual({
      Version: '2.0', Intent: 'Document', ContentRegionUnits: 'escl:ThreeHundredthsOfInches', XOffset: '0', YOffset: '0', Width: '2480', Height: '3508', InputSource: 'Platen',
      ColorMode: 'RGB24', DocumentFormat: 'image/jpeg', DocumentFormatExt: 'image/jpeg', XResolution: '100', YResolution: '100',
    });
  });
  test('say less to a scanner that knows less, and both sides to a feeder', () => {
    const simple = said({ ...caps, ext: false, intent: false });
    expect([simple['DocumentFormatExt'], simple['Intent'], simple['Duplex']]).toEqual([undefined, undefined, undefined]);
    expect(said({ ...caps, source: 'feeder' }, fromFeeder)).toMatchObject({ InputSource: 'Feeder', Duplex: 'false' });
    expect(said({ ...caps, source: 'duplex' }, { ...fromFeeder, source: 'duplex', color: 'gray' })).toMatchObject({ InputSource: 'Feeder', Duplex: 'true', ColorMode: 'Grayscale8' });
  });
  test('never ask for more or less than the scanner can', () => {
    expect(said(caps, { ...fromGlass, width: 1000, height: 1000 })).toMatchObject({ Width: '2550', Height: '4200' });
    expect(said(caps, { ...fromGlass, width: 10, height: 10 })).toMatchObject({ Width: '300', Height: '300' });
  });
  test('follow paper that runs along the middle', () => {
    expect(said({ ...caps, source: 'feeder', centred: true }, { ...fromFeeder, width: 127 })).toMatchObject({ XOffset: '525', Width: '1500' });
  });
});

describe('the wish', () => {
  test('must be one that the scanner offers', () => {
    expect(fitSource([caps], fromGlass)).toEqual({ ok: true, value: caps });
    expect(fitSource([caps], fromFeeder)).toMatchObject({ ok: false, error: { code: 'validation', fields: [{ path: 'source' }] } });
    expect(fitSource([caps], { ...fromGlass, color: 'mono' })).toMatchObject({ ok: false, error: { fields: [{ path: 'color' }] } });
    expect(fitSource([caps], { ...fromGlass, dpi: 600 })).toMatchObject({ ok: false, error: { fields: [{ path: 'dpi' }] } });
  });
});
