import { at } from '../bytes.ts';

const [clear, end, mostCodes] = [256, 257, 4096];

/** Reads codes from the highest bit on; past the end they are all end. */
function codeReader(from: Uint8Array): (width: number) => number {
  let place = 0;
  return (width) => {
    if (place + width > from.length * 8) return end;
    const byte = place >> 3;
    const word = at.u16(from, byte) * 256 + at.u8(from, byte + 2);
    const code = (word >> (24 - (place & 7) - width)) & ((1 << width) - 1);
    place += width;
    return code;
  };
}

/** What the codes stand for: each a stretch of what has been written already. */
class Stretches {
  private readonly starts = new Uint32Array(mostCodes);
  private readonly lengths = new Uint16Array(mostCodes);
  private next = 258;
  /** Where the code before was written, and how long it is; 0 after a clear. */
  private start = 0;
  private length = 0;

  clear(): void {
    this.next = 258;
    this.length = 0;
  }

  /** Bits of the next code: one code earlier than the table needs, as TIFF has it. */
  get width(): number {
    return this.next >= 2047 ? 12 : this.next >= 1023 ? 11 : this.next >= 511 ? 10 : 9;
  }

  /** Writes what a code stands for and learns the next; gives where it ends, -1 for a code that stands for nothing. */
  write(code: number, to: Uint8Array, from: number): number {
    const learns = this.length > 0;
    if (code > this.next || (code === this.next && !learns)) return -1;
    const fresh = code === this.next;
    const length = code < 256 ? 1 : fresh ? this.length + 1 : (this.lengths[code] ?? 0);
    if (code < 256) to[from] = code;
    else copy(to, from, fresh ? this.start : (this.starts[code] ?? 0), length);
    if (learns && this.next < mostCodes) {
      this.starts[this.next] = this.start;
      this.lengths[this.next] = this.length + 1;
      this.next += 1;
    }
    this.start = from;
    this.length = length;
    return from + length;
  }
}

/** Unpacks LZW as TIFF writes it (section 13) into `to`; false when it ends or errs before it is full. */
export function unpackLzw(from: Uint8Array, to: Uint8Array): boolean {
  const read = codeReader(from);
  const stretches = new Stretches();
  let write = 0;
  while (write < to.length) {
    const code = read(stretches.width);
    if (code === end) return false;
    if (code === clear) stretches.clear();
    else write = stretches.write(code, to, write);
    if (write < 0) return false;
  }
  return true;
}

/** Byte by byte, because a stretch may run into what it writes; what goes beyond the end is dropped. */
function copy(to: Uint8Array, from: number, start: number, length: number): void {
  for (let read = start, write = from; write < from + length && write < to.length; read += 1, write += 1) to[write] = to[read] ?? 0;
}
