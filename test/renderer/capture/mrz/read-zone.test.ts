import { describe, expect, it } from 'vitest';
import { parseZone } from '../../../../preload/contract/mrz.ts';
import { findZone } from '../../../../renderer/capture/mrz/find-zone.ts';
import { readZone } from '../../../../renderer/capture/mrz/read-zone.ts';
import { hardLines, photo, recognise, zones } from './strips.ts';

const textOf = (zone: (typeof zones)['TD3']) => zone.map(({ text }) => text);

describe('a photo of a document', () => {
  it.each([
    ['TD3', 0, 0], ['TD3', 90, 270], ['TD3', 180, 180], ['TD3', 270, 90], ['TD3', 11, 0], ['TD3', 127, 270], ['TD1', 0, 0], ['TD1', -17, 0], ['TD1', 194, 180], ['TD1', 88, 270],
  ] as const)('gives its %s zone when it lies turned by %s degrees, and how to turn it upright', (format, angle, turn) => {
    const reading = readZone(photo(zones[format], { angle }), recognise);
    expect(reading).toMatchObject({ state: 'read', format, lines: textOf(zones[format]), turn, certain: true, corrected: [] });
  });

  it.each([0.65, 1.7, 3])('gives its zone at %s times the size', (scale) => {
    expect(readZone(photo(zones.TD3, { scale }), recognise)).toMatchObject({ state: 'read', lines: textOf(zones.TD3), certain: true });
  });

  it('shows where the zone is, its corners as it reads', () => {
    const upright = photo(zones.TD3), upsideDown = photo(zones.TD3, { angle: 180 });
    const [topLeft, topRight, bottomRight] = readZone(upright, recognise)?.quad ?? [];
    expect((topRight?.x ?? 0) - (topLeft?.x ?? 0)).toBeGreaterThan(upright.width * 0.8);
    expect(bottomRight?.y).toBeGreaterThan(topRight?.y ?? 0);
    expect(topLeft?.y).toBeGreaterThan(upright.height * 0.7);
    expect(readZone(upsideDown, recognise)?.quad[0].x).toBeGreaterThan(upsideDown.width * 0.8);
    expect(findZone(upright)).not.toBeNull();
  });

  it('whose zone is cut off is told from one without a zone', () => {
    expect(readZone(photo(zones.TD3, { cut: 120 }), recognise)).toMatchObject({ state: 'unreadable', turn: 0 });
    expect(readZone(photo(zones.TD1, { cut: 90, angle: 180 }), recognise)).toMatchObject({ state: 'unreadable', turn: 180 });
  });

  it('gives no zone where there is only other text, or nothing', () => {
    expect(readZone(photo(hardLines.slice(0, 1)), recognise)).toBeNull();
    expect(readZone({ width: 800, height: 600, data: new Uint8Array(480_000).fill(120) }, recognise)).toBeNull();
    expect(readZone({ width: 3, height: 2, data: new Uint8Array(6) }, recognise)).toBeNull();
  });

  it('gives lines whose check digits are all right', () => {
    for (const format of ['TD1', 'TD3'] as const) {
      const reading = readZone(photo(zones[format]), recognise);
      expect(reading?.state === 'read' && parseZone(reading.lines, '2026-01-01')?.checks.every(({ right }) => right)).toBe(true);
    }
  });
});
