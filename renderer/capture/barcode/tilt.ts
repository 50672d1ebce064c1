import type { Point, Rgba } from '../pixels.ts';

/** A tilted copy of a picture, and the way from a place in it to the place in the picture it came from. */
export type Tilted = { readonly picture: Rgba; readonly back: (point: Point) => Point };

/** Longer side of the copy, at most: bars of a licence photographed whole are still two pixels wide. */
const longest = 2000;

/** Turns a picture anticlockwise by an angle in degrees about its middle, into a frame that holds all of it; what lies outside is white. */
export function tilted(picture: Rgba, angle: number): Tilted {
  const scale = Math.max(1, Math.max(picture.width, picture.height) / longest);
  const cos = Math.cos(angle * Math.PI / 180) * scale, sin = Math.sin(angle * Math.PI / 180) * scale;
  const width = Math.ceil((Math.abs(picture.width * cos) + Math.abs(picture.height * sin)) / scale ** 2);
  const height = Math.ceil((Math.abs(picture.width * sin) + Math.abs(picture.height * cos)) / scale ** 2);
  const back = ({ x, y }: Point): Point => ({
    x: picture.width / 2 + (x - width / 2) * cos - (y - height / 2) * sin, y: picture.height / 2 + (x - width / 2) * sin + (y - height / 2) * cos,
  });
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    const start = back({ x: 0.5, y: y + 0.5 });
    for (let x = 0; x < width; x += 1) mix(picture, start.x + x * cos, start.y + x * sin, data, (y * width + x) * 4);
  }
  return { picture: { width, height, data }, back };
}

/** Writes the colour between the four pixels around a place. */
function mix(picture: Rgba, x: number, y: number, data: Uint8ClampedArray, at: number): void {
  const left = Math.floor(x - 0.5), top = Math.floor(y - 0.5);
  if (left < 0 || top < 0 || left + 1 >= picture.width || top + 1 >= picture.height) return;
  const from = (top * picture.width + left) * 4, below = from + picture.width * 4;
  const right = x - 0.5 - left, down = y - 0.5 - top;
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (picture.data[from + channel] as number) * (1 - right) + (picture.data[from + channel + 4] as number) * right;
    data[at + channel] = upper * (1 - down) + ((picture.data[below + channel] as number) * (1 - right) + (picture.data[below + channel + 4] as number) * right) * down;
  }
}
