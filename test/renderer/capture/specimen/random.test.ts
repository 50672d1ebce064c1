import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../../renderer/capture/specimen/random.ts';

describe('chances', () => {
  it('repeat for the same seed and differ for another', () => {
    const draw = (seed: string) => { const chance = chanceOf(seed); return Array.from({ length: 5 }, () => chance.next()); };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('give forks that shift nothing in what they come from', () => {
    const [plain, forked] = [chanceOf('a'), chanceOf('a')];
    forked.fork('x').next();
    expect(forked.next()).toBe(plain.next());
  });

  it('spread evenly', () => {
    const chance = chanceOf('spread');
    const hits = Array.from({ length: 10_000 }, () => chance.whole(0, 9));
    for (let digit = 0; digit < 10; digit += 1) expect(hits.filter((hit) => hit === digit).length).toBeGreaterThan(850);
  });
});
