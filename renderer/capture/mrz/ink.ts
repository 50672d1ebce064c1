import type { Grey } from '../pixels.ts';

/** How strongly thin dark things stand out at each pixel, 0 to 255, whatever the light: what closing the dark fills, as a part of the paper around it. */
export function inkOf(grey: Grey, reach: number): Grey {
  const paper = erode(dilate(grey, reach), reach);
  const data = new Uint8Array(grey.data.length);
  for (let i = 0; i < data.length; i += 1) {
    const light = paper.data[i] as number;
    data[i] = 255 * (light - (grey.data[i] as number)) / (light + 40);
  }
  return { ...grey, data };
}

function dilate(grey: Grey, reach: number): Grey {
  return flip(along(flip(along(grey, reach, Math.max)), reach, Math.max));
}

function erode(grey: Grey, reach: number): Grey {
  return flip(along(flip(along(grey, reach, Math.min)), reach, Math.min));
}

/** The running greatest (or least) of 2·reach+1 pixels along each row, by blocks: three comparisons a pixel whatever the reach (van Herk, Gil and Werman). */
function along({ width, height, data }: Grey, reach: number, pick: (a: number, b: number) => number): Grey {
  const size = 2 * reach + 1;
  const padded = Math.ceil((width + 2 * reach) / size) * size;
  const line = new Uint8Array(padded), ahead = new Uint8Array(padded), back = new Uint8Array(padded);
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width);
    line.fill(row[0] ?? 0, 0, reach);
    line.set(row, reach);
    line.fill(row[width - 1] ?? 0, reach + width);
    for (let i = 0; i < padded; i += 1) ahead[i] = i % size === 0 ? line[i] as number : pick(ahead[i - 1] as number, line[i] as number);
    for (let i = padded - 1; i >= 0; i -= 1) back[i] = (i + 1) % size === 0 ? line[i] as number : pick(back[i + 1] as number, line[i] as number);
    for (let x = 0; x < width; x += 1) result[y * width + x] = pick(back[x] as number, ahead[x + size - 1] as number);
  }
  return { width, height, data: result };
}

/** Rows become columns, by blocks that stay in the processor's cache. */
function flip({ width, height, data }: Grey): Grey {
  const result = new Uint8Array(data.length);
  for (let top = 0; top < height; top += 32) {
    for (let left = 0; left < width; left += 32) {
      for (let y = top; y < Math.min(height, top + 32); y += 1) {
        for (let x = left; x < Math.min(width, left + 32); x += 1) result[x * height + y] = data[y * width + x] as number;
      }
    }
  }
  return { width: height, height: width, data: result };
}
