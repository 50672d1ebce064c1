import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BlobDamaged } from '../store/sealed-file.ts';

/** One file inside a backup, read in pieces when its turn comes; `size` in bytes is what `read` gives. */
export type Entry = { readonly name: string; readonly size: number; readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

/** Where the pieces of one entry go; `end` is called once, also when not all of them came. */
export type EntrySink = { readonly write: (piece: Uint8Array) => Promise<void>; readonly end: () => Promise<void> };

/** Where an entry goes that is only to be compared. */
export const nowhere: EntrySink = { write: async () => undefined, end: async () => undefined };

// Nothing else is ever unpacked, so no name leads out of the folder.
const namePattern = /^(bursar\.db|profiles\.json|sandbox\.sealed|files\/[0-9a-f]{64})$/;
const headSchema = z.strictObject({ name: z.string().regex(namePattern), size: z.int().min(0) });
const contentsSchema = z.strictObject({ contents: z.array(z.tuple([z.string(), z.int().min(0), z.string().length(64)])) });
type Line = readonly [name: string, size: number, sha256: string];

// Layout of the stream: for each entry the length of its head (4, big-endian), the head as JSON, its bytes; at the end, in the place of a head, the
// table of contents with every name, size and SHA-256.
const maxHeadBytes = 64 * 1024 * 1024;

function framed(value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json]);
}

/** The entries one after the other, and the table of contents; throws when an entry gives more or less than it said. */
export async function* packEntries(entries: Iterable<Entry> | AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const lines: Line[] = [];
  for await (const { name, size, read } of entries) {
    yield framed({ name, size });
    const hash = createHash('sha256');
    let given = 0;
    for await (const piece of read()) {
      hash.update(piece);
      given += piece.length;
      yield piece;
    }
    if (given !== size) throw new Error(`${name} changed while it was read`);
    lines.push([name, size, hash.digest('hex')]);
  }
  yield framed({ contents: lines });
}

/** Takes a stream apart again, giving each entry to the sink that `open` makes for it. Throws {@link BlobDamaged} unless everything is there, in order, as
 *  the table of contents says, and nothing after it. */
export async function unpackEntries(stream: AsyncIterable<Uint8Array>, open: (name: string, size: number) => Promise<EntrySink>): Promise<void> {
  const source = pieceReader(stream);
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (;;) {
    const head = parsed(await source.whole((await source.whole(4)).readUInt32BE(0)));
    const contents = contentsSchema.safeParse(head);
    if (contents.success) {
      if (!same(contents.data.contents, lines) || !(await source.atEnd())) throw new BlobDamaged();
      return;
    }
    const entry = headSchema.safeParse(head);
    if (!entry.success || seen.has(entry.data.name)) throw new BlobDamaged();
    seen.add(entry.data.name);
    lines.push([entry.data.name, entry.data.size, await unpackOne(source, entry.data, open)]);
  }
}

async function unpackOne(source: PieceReader, { name, size }: { readonly name: string; readonly size: number }, open: (name: string, size: number) => Promise<EntrySink>): Promise<string> {
  const sink = await open(name, size);
  const hash = createHash('sha256');
  try {
    for await (const piece of source.pieces(size)) {
      hash.update(piece);
      await sink.write(piece);
    }
  } finally {
    await sink.end();
  }
  return hash.digest('hex');
}

function same(contents: readonly Line[], lines: readonly Line[]): boolean {
  return JSON.stringify(contents) === JSON.stringify(lines);
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    throw new BlobDamaged();
  }
}

type PieceReader = {
  readonly whole: (bytes: number) => Promise<Buffer>;
  readonly pieces: (bytes: number) => AsyncGenerator<Uint8Array>;
  readonly atEnd: () => Promise<boolean>;
};

/** Gives a stream's bytes in the lengths that are asked for. */
function pieceReader(stream: AsyncIterable<Uint8Array>): PieceReader {
  const source = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await source.next();
      if (next.done) return false;
      rest = next.value;
    }
    return true;
  };
  async function* pieces(bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0;) {
      if (!(await more())) throw new BlobDamaged();
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  return {
    pieces, atEnd: async () => !(await more()),
    whole: async (bytes) => {
      if (bytes > maxHeadBytes) throw new BlobDamaged();
      const parts: Uint8Array[] = [];
      for await (const piece of pieces(bytes)) parts.push(piece);
      return Buffer.concat(parts);
    },
  };
}
