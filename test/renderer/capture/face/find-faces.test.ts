import { describe, expect, it } from 'vitest';
import { faceEvidence } from '../../../../renderer/capture/face/face-evidence.ts';
import { installedFinder, pattern, smeared, turnedBy, wall } from './scenes.ts';

const find = installedFinder();
const alone = (seed: string, sex: 'F' | 'M' = 'F') => wall(480, 640, [{ x: 0.5, y: 0.45, half: 0.22, seed, sex }]);

describe('the face finder', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f'])('finds the one face of person %s where it is', (seed) => {
    const faces = find(alone(seed, seed < 'd' ? 'F' : 'M'));
    expect(faces).toHaveLength(1);
    const [topLeft, , bottomRight] = faces[0]!.quad;
    expect(faces[0]!.confidence).toBeGreaterThan(0.7);
    expect((topLeft.x + bottomRight.x) / 2).toBeCloseTo(240, -2);
    expect(topLeft.y).toBeLessThan(300);
    expect(bottomRight.y).toBeGreaterThan(300);
  });

  it.each([-35, -15, 20, 40])('finds a face held at %i degrees and turns its square with it', (degrees) => {
    const [face, ...others] = find(turnedBy(alone('tilted'), degrees));
    expect(others).toHaveLength(0);
    const [topLeft, topRight] = face!.quad;
    expect(Math.abs((Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) * 180) / Math.PI - degrees)).toBeLessThan(12);
  });

  it('finds two and three people beside each other', () => {
    expect(find(wall(640, 480, [{ x: 0.28, y: 0.35, half: 0.11, seed: 'one' }, { x: 0.72, y: 0.35, half: 0.11, seed: 'two', sex: 'M' }]))).toHaveLength(2);
    expect(find(wall(640, 360, [{ x: 0.18, y: 0.3, half: 0.08, seed: 'one' }, { x: 0.5, y: 0.3, half: 0.08, seed: 'two', sex: 'M' }, { x: 0.82, y: 0.3, half: 0.08, seed: 'three' }]))).toHaveLength(3);
  });

  it.each(['noise', 'stripes', 'blocks'] as const)('finds nobody in %s', (kind) => {
    expect(find(pattern(kind, 640, 480)).filter((face) => face.confidence >= 0.6)).toEqual([]);
  });

  it('finds nobody before an empty wall or in a picture of one pixel', () => {
    expect(find(wall(640, 480, []))).toEqual([]);
    expect(find(wall(1, 1, []))).toEqual([]);
  });
});

describe('faces as evidence', () => {
  it('measures a large face larger than a small one', () => {
    const share = (half: number) => faceEvidence(wall(480, 640, [{ x: 0.5, y: 0.45, half, seed: 'size' }]), find)[0]?.share ?? 0;
    expect(share(0.22)).toBeGreaterThan(0.2);
    expect(share(0.22)).toBeLessThan(0.5);
    expect(share(0.08)).toBeLessThan(0.2);
  });

  it('gives a blurred face a lower score, the lower the more it is blurred', () => {
    const score = (side: number) => faceEvidence(smeared(alone('blur'), side), find)[0]?.sharpness ?? 0;
    const scores = [1, 5, 11].map(score);
    expect(scores[0]).toBeGreaterThan(40);
    expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
    expect(scores[2]).toBeLessThan(20);
  });
});
