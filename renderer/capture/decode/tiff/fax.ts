import { faxTables, modes, type CodeTable } from './fax-codes.ts';

/** How rows are told: each by itself (`1`), by itself or against the one above as a bit after each end of line says (`mixed`), always against the one above (`2`). */
export type FaxRows = '1' | 'mixed' | '2';

/** Bits of a fax, read from the highest; `reversed` when the lowest comes first in each byte. */
class Bits {
  private readonly bytes: Uint8Array;
  place = 0;

  constructor(bytes: Uint8Array, reversed: boolean) {
    this.bytes = reversed ? bytes.map(mirrored) : bytes;
  }

  get over(): boolean {
    return this.place >= this.bytes.length * 8;
  }

  peek(count: number): number {
    const byte = this.place >> 3;
    const word = ((this.bytes[byte] ?? 0) << 16) | ((this.bytes[byte + 1] ?? 0) << 8) | (this.bytes[byte + 2] ?? 0);
    return (word >> (24 - (this.place & 7) - count)) & ((1 << count) - 1);
  }

  take(): number {
    const bit = this.peek(1);
    this.place += 1;
    return bit;
  }

  /** The value of the next code; null when there is none. */
  code(table: CodeTable): number | null {
    const found = table[this.peek(13)] ?? 0;
    if ((found & 15) === 0) return null;
    this.place += found & 15;
    return found >> 4;
  }

  /** A whole run: any number of long codes and a short one. */
  run(black: boolean): number | null {
    let sum = 0;
    for (;;) {
      const part = this.code(black ? faxTables.black : faxTables.white);
      if (part === null) return null;
      sum += part;
      if (part < 64) return sum;
      if (sum > 100_000) return null;
    }
  }

  /** Passes an end of line and the fill before it, when one comes next. */
  skipEnd(): boolean {
    const start = this.place;
    let zeros = 0;
    while (!this.over && this.peek(1) === 0) {
      this.place += 1;
      zeros += 1;
    }
    if (zeros >= 11 && !this.over) {
      this.place += 1;
      return true;
    }
    this.place = start;
    return false;
  }

  toByte(): void {
    this.place = (this.place + 7) & ~7;
  }
}

function mirrored(byte: number): number {
  let out = 0;
  for (let bit = 0; bit < 8; bit += 1) out |= ((byte >> bit) & 1) << (7 - bit);
  return out;
}

/** Unpacks a fax (ITU-T T.4 and T.6) into rows of bits, 1 for black; `byteRows` when each row begins at a byte. False when it errs or ends before the last row. */
export function unpackFax(bytes: Uint8Array, to: Uint8Array, width: number, rows: FaxRows, reversed: boolean, byteRows: boolean): boolean {
  const bits = new Bits(bytes, reversed);
  const stride = Math.ceil(width / 8);
  let above: readonly number[] = [];
  for (let from = 0; from + stride <= to.length; from += stride) {
    const ended = rows !== '2' && bits.skipEnd();
    const alone = rows === '1' || (rows === 'mixed' && (!ended || bits.take() === 1));
    if (byteRows) bits.toByte();
    const changes = alone ? rowAlone(bits, width) : rowAgainst(bits, above, width);
    if (changes === null) return false;
    paint(to, from, changes, width);
    above = changes;
  }
  return true;
}

/** The places where a row changes colour, beginning with the first black pixel. */
function rowAlone(bits: Bits, width: number): readonly number[] | null {
  const changes: number[] = [];
  let [place, black] = [0, false];
  while (place < width) {
    const run = bits.run(black);
    if (run === null || place + run > width) return null;
    place += run;
    changes.push(place);
    black = !black;
  }
  return changes;
}

/** Where a row that is told against the one above stands: how far it is told, in which colour, and which change above comes next. */
type Going = { place: number; black: boolean; begun: boolean; index: number; readonly changes: number[] };

function rowAgainst(bits: Bits, above: readonly number[], width: number): readonly number[] | null {
  const row: Going = { place: 0, black: false, begun: false, index: 0, changes: [] };
  while (row.place < width) {
    findAbove(row, above);
    if (!step(bits, row, above, width)) return null;
    row.begun = true;
  }
  return row.changes;
}

/** Finds the first change above that lies to the right and goes the other way; at the very left one at the edge counts. */
function findAbove(row: Going, above: readonly number[]): void {
  while (row.index > 0 && (above[row.index - 1] ?? 0) > row.place) row.index -= 1;
  const least = row.begun ? row.place + 1 : row.place;
  while (row.index < above.length && ((above[row.index] ?? 0) < least || (row.index % 2 === 1) !== row.black)) row.index += 1;
}

/** Reads one code and goes on; false when there is none that fits. */
function step(bits: Bits, row: Going, above: readonly number[], width: number): boolean {
  const mode = bits.code(faxTables.relation);
  if (mode === null || mode === modes.end) return false;
  if (mode === modes.across) return twoRuns(bits, row, width);
  const next = mode === modes.pass ? (above[row.index + 1] ?? width) : (above[row.index] ?? width) + mode;
  if (next < row.place || next > width) return false;
  row.place = next;
  if (mode === modes.pass) return true;
  row.changes.push(next);
  row.black = !row.black;
  return true;
}

function twoRuns(bits: Bits, row: Going, width: number): boolean {
  for (const black of [row.black, !row.black]) {
    const run = bits.run(black);
    if (run === null || row.place + run > width) return false;
    row.place += run;
    row.changes.push(row.place);
  }
  return true;
}

function paint(to: Uint8Array, from: number, changes: readonly number[], width: number): void {
  for (let index = 0; index < changes.length; index += 2) {
    const end = Math.min(width, changes[index + 1] ?? width);
    for (let place = changes[index] ?? width; place < end; place += 1) to[from + (place >> 3)] = (to[from + (place >> 3)] ?? 0) | (128 >> (place & 7));
  }
}
