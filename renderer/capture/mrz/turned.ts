import type { Grey, Point } from '../pixels.ts';

/** A picture turned so that text of a direction runs to the right, and the way back to the picture it came from. */
export type Turned = { readonly grey: Grey; readonly back: (point: Point) => Point };

/** Turns a picture by an angle (degrees, the direction of its text clockwise from the right) into a frame that holds all of it. */
export function turned(grey: Grey, angle: number): Turned {
  const radians = angle * Math.PI / 180;
  const cos = Math.cos(radians), sin = Math.sin(radians);
  const width = Math.ceil(Math.abs(grey.width * cos) + Math.abs(grey.height * sin)), height = Math.ceil(Math.abs(grey.width * sin) + Math.abs(grey.height * cos));
  const back = ({ x, y }: Point): Point => {
    const dx = x - width / 2, dy = y - height / 2;
    return { x: grey.width / 2 + dx * cos - dy * sin, y: grey.height / 2 + dx * sin + dy * cos };
  };
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = back({ x: 0, y });
    for (let x = 0; x < width; x += 1) data[y * width + x] = sample(grey, start.x + x * cos, start.y + x * sin);
  }
  return { grey: { width, height, data }, back };
}

function sample({ width, height, data }: Grey, x: number, y: number): number {
  const left = Math.floor(x), top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0;
  const at = top * width + left, right = x - left, down = y - top;
  const upper = (data[at] as number) * (1 - right) + (data[at + 1] as number) * right;
  return upper * (1 - down) + ((data[at + width] as number) * (1 - right) + (data[at + width + 1] as number) * right) * down;
}
