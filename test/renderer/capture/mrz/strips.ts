import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createRecogniser } from '../../../../renderer/capture/mrz/recogniser.ts';
import type { Grey } from '../../../../renderer/capture/pixels.ts';

/** A line that build/mrz/strips.py drew, 32 px high, and its text. */
export type DrawnLine = { readonly text: string; readonly grey: Grey };

/** The recogniser's file as it is shipped. */
export const weights = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../../renderer/capture/mrz/recogniser.bin')));
/** The recogniser as it is shipped. */
export const recognise = createRecogniser(weights);

const height = 32;
const all = lines();
/** Lines of chance, blurred, noisy and askew. */
export const hardLines = all.slice(0, -5);
/** A whole passport zone and a whole card's, as a scanner sees them. */
export const zones = { TD3: all.slice(-5, -3), TD1: all.slice(-3) } as const;

function lines(): readonly DrawnLine[] {
  const bytes = gunzipSync(readFileSync(join(import.meta.dirname, 'strips.bin')));
  const found: DrawnLine[] = [];
  let at = 1;
  while (at < bytes.length) {
    const width = bytes.readUInt16LE(at), length = bytes.readUInt8(at + 2);
    const text = bytes.toString('latin1', at + 3, at + 3 + length);
    const from = at + 3 + length;
    const data = Uint8Array.from({ length: width * height }, (_, place) => ((bytes[from + (place >> 1)] ?? 0) >> (place % 2 === 0 ? 4 : 0) & 15) * 17);
    found.push({ text, grey: { width, height, data } });
    at = from + width * height / 2;
  }
  return found;
}

/** A document on a desk: a zone near its lower edge, some text above, turned clockwise by `angle` degrees and `scale` times as large. */
export function photo(zone: readonly DrawnLine[], { angle = 0, scale = 1, cut = 0 }: { angle?: number; scale?: number; cut?: number } = {}): Grey {
  const paper = document(zone, cut);
  const radians = angle * Math.PI / 180;
  const [cos, sin] = [Math.cos(radians) / scale, Math.sin(radians) / scale];
  const width = Math.ceil((paper.width * Math.abs(Math.cos(radians)) + paper.height * Math.abs(Math.sin(radians))) * scale) + 60;
  const tall = Math.ceil((paper.width * Math.abs(Math.sin(radians)) + paper.height * Math.abs(Math.cos(radians))) * scale) + 60;
  const data = new Uint8Array(width * tall);
  for (let at = 0; at < data.length; at += 1) {
    const [dx, dy] = [at % width - width / 2, Math.floor(at / width) - tall / 2];
    data[at] = between(paper, dx * cos + dy * sin + paper.width / 2, -dx * sin + dy * cos + paper.height / 2);
  }
  return { width, height: tall, data };
}

function document(zone: readonly DrawnLine[], cut: number): Grey {
  const width = (zone[0]?.grey.width ?? 0) + 40 - cut, tall = 520;
  const data = new Uint8Array(width * tall).fill(225);
  zone.forEach(({ grey }, row) => {
    for (let y = 0; y < height; y += 1) data.set(grey.data.subarray(y * grey.width, (y + 1) * grey.width - cut), (tall - 34 - height * (zone.length - row) + y) * width + 20);
  });
  const words = zone[0]?.grey ?? { width: 0, height, data: new Uint8Array(0) };
  for (let y = 0; y < height; y += 1) {
    for (const [line, from] of [[60, 150], [120, 210], [180, 320]] as const) data.set(words.data.subarray(y * words.width + from, y * words.width + from + 170), (line + y) * width + 260);
  }
  return { width, height: tall, data };
}

function between({ width, height, data }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 70;
  const [right, down, at] = [x - left, y - top, top * width + left];
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  return upper * (1 - down) + ((data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right) * down;
}
