import { at } from './bytes.ts';

/** Most bytes that one packed stream of a PDF may unfold to, and all of them together: A4 in colour at 600 dpi, and ten at 300. */
const [mostOfOne, mostOfAll] = [160_000_000, 400_000_000];
/** Deflate packs at most 1,032 bytes into one, so a shorter stream can't go over. */
const shortest = Math.floor(mostOfOne / 1032);

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const [stream, endstream] = [ascii('stream'), ascii('endstream')];

/** Whether a PDF would unfold to more than this computer should hold: packed twice over, or packed with little but repetition. */
export async function swells(bytes: Uint8Array): Promise<boolean> {
  let all = 0;
  for (const { from, to, packed } of packedStreams(bytes)) {
    if (packed > 1) return true;
    if (to - from < shortest) continue;
    const size = await unfolded(bytes.subarray(from, to));
    all += size;
    if (size >= mostOfOne || all >= mostOfAll) return true;
  }
  return false;
}

type Packed = { readonly from: number; readonly to: number; readonly packed: number };

function* packedStreams(bytes: Uint8Array): Generator<Packed> {
  let from = find(bytes, stream, 0);
  while (from >= 0) {
    const start = from + stream.length + (bytes[from + stream.length] === 13 ? 2 : 1);
    const end = find(bytes, endstream, start);
    const to = end < 0 ? bytes.length : end;
    const packed = timesPacked(bytes, from);
    if (packed > 0) yield { from: start, to, packed };
    from = end < 0 ? -1 : find(bytes, stream, end + endstream.length);
  }
}

/** How often the dictionary before a stream says that it is deflated. */
function timesPacked(bytes: Uint8Array, before: number): number {
  const text = at.text(bytes, Math.max(0, before - 2_000), Math.min(before, 2_000));
  const dictionary = text.slice(text.lastIndexOf(' obj') + 1);
  return [...dictionary.matchAll(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode|BrotliDecode)\b/g)].length;
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
async function unfolded(bytes: Uint8Array): Promise<number> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let size = 0;
  try {
    while (size < mostOfOne) {
      const { done, value } = await reader.read();
      if (done) return size;
      size += value.length;
    }
    return size;
  } catch {
    // What follows the end of the packed bytes is an error too; what came before it counts.
    return size;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
