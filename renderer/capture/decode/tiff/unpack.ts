/** Unpacks PackBits (TIFF 6.0, section 9) into `to`; false when the bytes end before it is full. */
export function unpackBits(from: Uint8Array, to: Uint8Array): boolean {
  let [read, write] = [0, 0];
  while (write < to.length && read < from.length) {
    const code = ((from[read] ?? 0) << 24) >> 24;
    read += 1;
    if (code >= 0) {
      const part = from.subarray(read, read + Math.min(code + 1, to.length - write));
      to.set(part, write);
      if (part.length === 0) return false;
      write += part.length;
      read += code + 1;
    } else if (code !== -128) {
      to.fill(from[read] ?? 0, write, write + 1 - code);
      write += 1 - code;
      read += 1;
    }
  }
  return write >= to.length;
}

/** Undoes the predictor: each sample is told as its difference from the pixel to its left (section 14). */
export function undoPredictor(row: Uint8Array, samples: number, bits: number, little: boolean): void {
  if (bits === 8) {
    for (let index = samples; index < row.length; index += 1) row[index] = ((row[index] ?? 0) + (row[index - samples] ?? 0)) & 0xff;
    return;
  }
  const [high, low] = little ? [1, 0] : [0, 1];
  for (let index = samples * 2; index + 1 < row.length; index += 2) {
    const sum = wide(row, index, high, low) + wide(row, index - samples * 2, high, low);
    row[index + high] = (sum >> 8) & 0xff;
    row[index + low] = sum & 0xff;
  }
}

function wide(row: Uint8Array, index: number, high: number, low: number): number {
  return ((row[index + high] ?? 0) << 8) | (row[index + low] ?? 0);
}
