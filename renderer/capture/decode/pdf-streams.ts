import { at } from './bytes.ts';
import { inflated } from './inflate.ts';
import type { Trouble } from './trouble.ts';

/** Most bytes that a packed picture of a PDF may unfold to (A4 in colour at 600 dpi), any other stream, and all of them together. */
const most = { picture: 110_000_000, other: 24_000_000, all: 400_000_000 } as const;
/** Deflate packs at most 1,032 bytes into one, so a shorter stream can't go over. */
const shortest = Math.floor(most.other / 1032);

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const [stream, endstream] = [ascii('stream'), ascii('endstream')];

/** Largest picture inside a PDF that is decoded, in millions of pixels. */
export const mostMillions = 50;

/** What a PDF's streams say that makes it unfit to be opened; null when nothing does. Errors: `swells` for what is packed twice over or with little but
 *  repetition, `pixels` for a picture inside that is too large. */
export async function troubleInStreams(bytes: Uint8Array): Promise<Trouble | null> {
  let all = 0;
  for (const { from, to, dictionary } of streamsOf(bytes)) {
    const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary);
    const millions = isPicture ? (numberIn(dictionary, 'Width') * numberIn(dictionary, 'Height')) / 1_000_000 : 0;
    if (millions > mostMillions) return { kind: 'pixels', millions: Math.ceil(millions), most: mostMillions };
    const packed = [...dictionary.matchAll(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode|BrotliDecode)\b/g)].length;
    if (packed > 1) return { kind: 'swells' };
    if (packed === 0 || to - from < shortest) continue;
    const limit = isPicture ? most.picture : most.other;
    const size = await unfolded(bytes.subarray(from, to), limit);
    all += size;
    if (size >= limit || all >= most.all) return { kind: 'swells' };
  }
  return null;
}

function numberIn(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name}\\s+(\\d{1,9})\\b`).exec(dictionary)?.[1] ?? 0);
}

type Stream = { readonly from: number; readonly to: number; readonly dictionary: string };

function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  let from = find(bytes, stream, 0);
  while (from >= 0) {
    const start = from + stream.length + (bytes[from + stream.length] === 13 ? 2 : 1);
    const end = find(bytes, endstream, start);
    yield { from: start, to: end < 0 ? bytes.length : end, dictionary: dictionaryBefore(bytes, from) };
    from = end < 0 ? -1 : find(bytes, stream, end + endstream.length);
  }
}

/** What is said of a stream before it: from the beginning of its object, at most 2,000 bytes. */
function dictionaryBefore(bytes: Uint8Array, before: number): string {
  const text = at.text(bytes, Math.max(0, before - 2_000), Math.min(before, 2_000));
  return text.slice(text.lastIndexOf(' obj') + 1);
}

function find(bytes: Uint8Array, wanted: Uint8Array, start: number): number {
  const [first = 0, ...rest] = wanted;
  let from = bytes.indexOf(first, start);
  while (from >= 0) {
    const place = from;
    if (rest.every((byte, index) => bytes[place + 1 + index] === byte)) return from;
    from = bytes.indexOf(first, from + 1);
  }
  return -1;
}

/** How many bytes come out, counted up to the limit and never kept. */
async function unfolded(bytes: Uint8Array, most: number): Promise<number> {
  let size = 0;
  for await (const part of inflated(bytes)) {
    size += part.length;
    if (size >= most) break;
  }
  return size;
}
