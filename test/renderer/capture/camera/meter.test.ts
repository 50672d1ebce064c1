import { describe, expect, it } from 'vitest';
import { createMeter, type MeterEyes, type MeterFrame } from '../../../../renderer/capture/camera/meter.ts';
import type { Quad, Rgba } from '../../../../renderer/capture/pixels.ts';

const quad: Quad = [{ x: 16, y: 12 }, { x: 48, y: 12 }, { x: 48, y: 36 }, { x: 16, y: 36 }];
const eyes: MeterEyes = { find: () => ({ quad, dotsAnInch: 40 }), sharpness: () => 71, glare: () => 0.02 };

function plain(value: number): Rgba {
  return { width: 64, height: 48, data: new Uint8ClampedArray(64 * 48 * 4).fill(value) };
}

function frame(value: number, at = 0, piece: MeterFrame['piece'] = () => ({ width: 1, height: 1, data: new Uint8Array(1) })): MeterFrame {
  return { small: plain(value), fullWidth: 640, piece, at };
}

describe('the live meter', () => {
  it('says where the document is in fractions, how much it fills and how many dots an inch it would have', () => {
    const reading = createMeter(eyes, () => 0)(frame(128));
    expect(reading.area?.[0]).toEqual({ x: 0.25, y: 0.25 });
    expect(reading.fills).toBeCloseTo(0.25);
    expect(reading.dpi).toBe(400);
    expect(reading).toMatchObject({ sharpness: 71, glare: 0.02, mean: 128 });
  });

  it('takes a picture that stays for still, and one that changes for moved', () => {
    const read = createMeter(eyes, () => 0);
    expect(read(frame(100)).moved).toBe(1);
    expect(read(frame(100, 33)).moved).toBe(0);
    expect(read(frame(200, 66)).moved).toBeGreaterThan(0.3);
  });

  it('judges sharpness on the document, or in the middle when there is none', () => {
    const places: { x: number; y: number }[] = [];
    const piece: MeterFrame['piece'] = (around) => {
      places.push({ ...around });
      return { width: 1, height: 1, data: new Uint8Array(1) };
    };
    const off: Quad = [{ x: 0, y: 0 }, { x: 32, y: 0 }, { x: 32, y: 24 }, { x: 0, y: 24 }];
    createMeter({ ...eyes, find: () => ({ quad: off, dotsAnInch: null }) }, () => 0)(frame(1, 0, piece));
    createMeter({ ...eyes, find: () => null }, () => 0)(frame(1, 0, piece));
    expect(places).toEqual([{ x: 0.25, y: 0.25 }, { x: 0.5, y: 0.5 }]);
  });

  it('says that it sees nothing when there is nothing', () => {
    expect(createMeter({ ...eyes, find: () => null }, () => 0)(frame(1))).toMatchObject({ area: null, fills: 0, dpi: null, glare: 0 });
  });

  it('tells how long it looked', () => {
    let now = 0;
    expect(createMeter(eyes, () => (now += 5))(frame(1)).took).toBe(5);
  });
});
