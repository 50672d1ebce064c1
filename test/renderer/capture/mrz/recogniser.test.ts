import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { zoneSigns } from '../../../../preload/contract/mrz-layout.ts';
import { createRecogniser } from '../../../../renderer/capture/mrz/recogniser.ts';
import { signCount, slotsOf } from '../../../../renderer/capture/mrz/slots.ts';
import { cutStrip } from '../../../../renderer/capture/mrz/strip.ts';
import { hardLines, recognise, weights, zones, type DrawnLine } from './strips.ts';

function textOf({ grey }: DrawnLine): string {
  const line = { runs: [], left: 0, right: grey.width, a: 16, b: 0, c: 0, h: 32 / 1.8, k: 0 };
  const slots = slotsOf(recognise(cutStrip(grey, line, (point) => point, false)));
  const length = slots.lengths.indexOf(Math.max(...slots.lengths));
  const odds = slots.of(length);
  return Array.from({ length }, (_, slot) => {
    const own = odds.subarray(slot * signCount, (slot + 1) * signCount);
    return zoneSigns.charAt(own.indexOf(Math.max(...own)));
  }).join('');
}

describe('the recogniser', () => {
  it('is the file that was trained', () => {
    expect(createHash('sha256').update(weights).digest('hex')).toBe('1889690c18482b9e58c0db0c8ab7bc21e443e56bac0f397a424f791597b342b6');
    expect(weights.length).toBeLessThan(600_000);
  });

  it('reads clean lines without a fault', () => {
    for (const line of [...zones.TD3, ...zones.TD1]) expect(textOf(line)).toBe(line.text);
  });

  it('reads most lines that are blurred, noisy and askew', () => {
    const right = hardLines.filter((line) => textOf(line) === line.text).length;
    expect(right).toBeGreaterThanOrEqual(hardLines.length - 3);
  });

  it('refuses a file that is none or is cut', () => {
    expect(() => createRecogniser(new Uint8Array(9))).toThrow(/no file/);
    expect(() => createRecogniser(weights.slice(0, -7))).toThrow();
  });
});
