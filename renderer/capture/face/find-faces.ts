import type { Point, Quad, Rgba } from '../pixels.ts';
import { boxesFrom, overlap, type Box } from './boxes.ts';
import { openNetwork, type Network } from './network.ts';
import { windowLayer, type Window } from './window.ts';

/** A face: its square from brow to chin, turned as the face is, in the picture's pixels; `confidence` from 0 to 1. */
export type FoundFace = { readonly quad: Quad; readonly confidence: number };

/** Finds the faces of a picture, surest first. */
export type FindFaces = (picture: Rgba) => readonly FoundFace[];

/** The least score at which a guess counts as a face at all; whoever asks may want more. */
const least = 0.5;

/** Makes a face finder from the short-range model of MediaPipe (BlazeFace, trained for faces within two metres; Apache 2.0). It takes the picture whole
 *  and, where that is long, its two ends as well: faces from about a tenth of its shorter side on are found. Meant for a copy of about 640 pixels. */
export function openFaceFinder(model: ArrayBuffer): FindFaces {
  const network = openNetwork(model);
  return (picture) => {
    const boxes = windowsOf(picture).flatMap((window) => look(network, picture, window));
    return distinct(boxes.toSorted((a, b) => b.score - a.score)).map((box) => ({ quad: turned(box), confidence: box.score }));
  };
}

/** The whole picture as one square, and where it is long two squares of its shorter side. */
function windowsOf({ width, height }: Rgba): readonly Window[] {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const whole = { left: (width - long) / 2, top: (height - long) / 2, side: long };
  const ends = width >= height ? [{ left: 0, top: 0 }, { left: long - short, top: 0 }] : [{ left: 0, top: 0 }, { left: 0, top: long - short }];
  return long < short * 1.5 ? [whole] : [whole, ...ends.map((end) => ({ ...end, side: short }))];
}

/** One square's faces in the picture's pixels. */
function look(network: Network, picture: Rgba, window: Window): readonly Box[] {
  const [places, scores] = network.run(windowLayer(picture, window, network.side));
  if (places === undefined || scores === undefined) return [];
  const x = (value: number) => window.left + value * window.side;
  const y = (value: number) => window.top + value * window.side;
  return boxesFrom(places, scores, network.side, least).map(({ score, left, top, right, bottom, eyes: [rightX, rightY, leftX, leftY] }) => ({
    score, left: x(left), right: x(right), top: y(top), bottom: y(bottom), eyes: [x(rightX), y(rightY), x(leftX), y(leftY)],
  }));
}

function distinct(sorted: readonly Box[]): readonly Box[] {
  return sorted.reduce<readonly Box[]>((kept, box) => (kept.some((one) => overlap(one, box) > 0.3) ? kept : [...kept, box]), []);
}

/** The box around its middle, turned so that the eyes are level. */
function turned({ left, top, right, bottom, eyes: [rightX, rightY, leftX, leftY] }: Box): Quad {
  const angle = Math.atan2(leftY - rightY, leftX - rightX);
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const half = (right - left + bottom - top) / 4;
  const corner = (across: number, down: number): Point => ({
    x: middle.x + half * (across * Math.cos(angle) - down * Math.sin(angle)),
    y: middle.y + half * (across * Math.sin(angle) + down * Math.cos(angle)),
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
