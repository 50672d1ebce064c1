import { describe, expect, it } from 'vitest';
import { greyOf, shrink, shrinkTo } from '../../../../renderer/capture/geometry/scale.ts';
import { turned } from '../../../../renderer/capture/geometry/turn.ts';
import type { Rgba } from '../../../../renderer/capture/pixels.ts';
import { painted } from '../measure/scene.ts';

const red = ({ data }: Rgba) => Array.from(data).filter((_, at) => at % 4 === 0);

describe('shrinking', () => {
  it('gives each new pixel the mean of its area', () => {
    const stripes = painted(6, 4, (x) => (x % 2 === 0 ? [100, 0, 200] : [200, 50, 0]));
    expect(Array.from(shrinkTo(stripes, 3, 2).data.slice(0, 4))).toEqual([150, 25, 100, 255]);
  });

  it('keeps the shape, and leaves small pictures as they are', () => {
    const picture = painted(90, 60, () => 10);
    expect(shrink(picture, 30)).toMatchObject({ width: 30, height: 20 });
    expect(shrink(picture, 90)).toBe(picture);
  });

  it('loses no light where sizes don’t divide', () => {
    const { data } = shrink(painted(101, 67, () => [9, 130, 255]), 40);
    expect(data.every((level, at) => level === [9, 130, 255, 255][at % 4])).toBe(true);
  });
});

describe('the grey of colours', () => {
  it('weighs green most and blue least', () => {
    const of = (ink: [number, number, number]) => greyOf(painted(1, 1, () => ink)).data[0] ?? 0;
    expect(of([255, 255, 255])).toBe(255);
    expect(of([0, 255, 0])).toBeGreaterThan(of([255, 0, 0]));
    expect(of([255, 0, 0])).toBeGreaterThan(of([0, 0, 255]));
  });
});

describe('turning', () => {
  const picture = painted(3, 2, (x, y) => y * 3 + x);

  it('turns clockwise by quarters', () => {
    expect(red(turned(picture, 90))).toEqual([3, 0, 4, 1, 5, 2]);
    expect(red(turned(picture, 180))).toEqual([5, 4, 3, 2, 1, 0]);
    expect(red(turned(picture, 270))).toEqual([2, 5, 1, 4, 0, 3]);
    expect(turned(picture, 0)).toBe(picture);
  });

  it('turns what is larger than one square too', () => {
    const large = painted(70, 45, (x, y) => [x, y, 7]);
    expect(turned(large, 270)).toEqual(turned(turned(large, 180), 90));
  });
});
