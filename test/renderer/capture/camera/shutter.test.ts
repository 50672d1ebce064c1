import { describe, expect, it } from 'vitest';
import { adviceFor, frameLimits, type Reading } from '../../../../renderer/capture/camera/reading.ts';
import { createShutter, shutterTimes } from '../../../../renderer/capture/camera/shutter.ts';
import { goodReading } from './fake-media.ts';

const good = goodReading;

describe('advice for a frame', () => {
  it.each<[string, Partial<Reading>, string]>([
    ['no document', { area: null }, 'look-for'],
    ['a corner outside', { area: [{ x: -0.05, y: 0.1 }, { x: 0.9, y: 0.1 }, { x: 0.9, y: 0.9 }, { x: 0.1, y: 0.9 }] }, 'whole'],
    ['a dark room', { mean: 20 }, 'light'],
    ['a document far away', { dpi: 120, fills: 0.15 }, 'closer'],
    ['a document of unknown size far away', { dpi: null, fills: 0.1 }, 'closer'],
    ['a lamp on it', { glare: 0.05 }, 'tilt'],
    ['a moving hand', { moved: 0.2 }, 'still'],
    ['a blurred picture', { sharpness: 10 }, 'focus'],
    ['a good picture', {}, 'ready'],
    ['a coarse camera that can come no closer', { dpi: frameLimits.dpi - 20, fills: 0.7 }, 'ready'],
  ])('for %s', (_what, change, advice) => {
    expect(adviceFor({ ...good, ...change })).toBe(advice);
  });

  it('asks for no edge where a face is wanted', () => {
    expect(adviceFor({ ...good, area: null, fills: 0 }, true)).toBe('ready');
    expect(adviceFor({ ...good, area: null, mean: 10 }, true)).toBe('light');
  });
});

describe('the shutter', () => {
  const run = (readings: readonly Reading[]) => {
    const shutter = createShutter();
    return readings.map((reading) => shutter.see(reading).shoot);
  };
  const at = (ms: number, change: Partial<Reading> = {}): Reading => ({ ...good, at: ms, ...change });

  it('takes the picture once it was good and still for long enough', () => {
    expect(run([at(0), at(300), at(600), at(shutterTimes.hold)])).toEqual([false, false, false, true]);
  });

  it('takes it only once while it stays good', () => {
    expect(run([at(0), at(400), at(800), at(1_200), at(1_600)]).filter(Boolean)).toHaveLength(1);
  });

  it('begins anew after a frame that was not good', () => {
    expect(run([at(0), at(400), at(600, { moved: 0.3 }), at(800), at(1_200), at(1_400)])).toEqual([false, false, false, false, false, false]);
  });

  it('takes another one after the document was changed', () => {
    expect(run([at(0), at(400), at(800), at(900, { area: null }), at(1_000), at(1_400), at(1_800)]).filter(Boolean)).toHaveLength(2);
  });

  it('does not count a gap in which no frame came', () => {
    expect(run([at(0), at(5_000)])).toEqual([false, false]);
  });

  it('shows how far the wait has come', () => {
    const shutter = createShutter();
    shutter.see(at(0));
    expect(shutter.see(at(shutterTimes.hold / 2)).held).toBeCloseTo(0.5);
  });
});
