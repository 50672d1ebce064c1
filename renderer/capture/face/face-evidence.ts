import type { Area, Evidence, Spot } from '../../../preload/contract/evidence.ts';
import type { Point, Rgba } from '../pixels.ts';
import type { FindFaces } from './find-faces.ts';
import { faceSharpness } from './sharpness.ts';

type Faces = NonNullable<Evidence['faces']>;

/** What a picture's faces say as evidence: places as fractions of the picture, heights as part of its height. Most ten, surest first. */
export function faceEvidence(picture: Rgba, find: FindFaces): Faces {
  return find(picture).slice(0, 10).map(({ quad, confidence }) => {
    const [topLeft, topRight, bottomRight, bottomLeft] = quad;
    const spot = ({ x, y }: Point): Spot => ({ x: kept(x / picture.width), y: kept(y / picture.height) });
    const area: Area = [spot(topLeft), spot(topRight), spot(bottomRight), spot(bottomLeft)];
    const height = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y);
    return { area: [...area], share: Math.min(1, height / picture.height), sharpness: faceSharpness(picture, quad), confidence };
  });
}

const kept = (value: number) => Math.min(1.5, Math.max(-0.5, value));
