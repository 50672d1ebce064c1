/** A connected part of a mask, with its box (right and bottom beyond it). */
export type Blob = { readonly cells: number; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number; readonly label: number };

/** A mask of cells, 0 for none. */
export type Mask = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** The connected parts of a mask (sides and corners touch), largest first; `labels` tells which cell belongs to which. */
export function blobsOf(mask: Mask): { readonly blobs: readonly Blob[]; readonly labels: Int32Array } {
  const labels = new Int32Array(mask.data.length);
  const blobs: Blob[] = [];
  for (let start = 0; start < mask.data.length; start += 1) {
    if (mask.data[start] === 0 || labels[start] !== 0) continue;
    blobs.push(filled(mask, labels, start, blobs.length + 1));
  }
  return { blobs: blobs.sort((a, b) => b.cells - a.cells), labels };
}

function filled({ width, height, data }: Mask, labels: Int32Array, start: number, label: number): Blob {
  const stack = [start];
  labels[start] = label;
  let [cells, left, top, right, bottom] = [0, width, height, 0, 0];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    cells += 1;
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const [u, v] = [x + dx, y + dy];
        const next = v * width + u;
        if (u < 0 || v < 0 || u >= width || v >= height || data[next] === 0 || labels[next] !== 0) continue;
        labels[next] = label;
        stack.push(next);
      }
    }
  }
  return { cells, left, top, right, bottom, label };
}

/** A mask without what is thinner than `by` cells on each side. */
export function thinned(mask: Mask, by: number): Mask {
  return swept(mask, by, 0);
}

/** A mask with `by` cells more on each side. */
export function thickened(mask: Mask, by: number): Mask {
  return swept(mask, by, 1);
}

/** Takes on the value `wins` wherever it comes up within `by` cells, first across and then down. */
function swept({ width, height, data }: Mask, by: number, wins: 0 | 1): Mask {
  const across = new Uint8Array(data.length);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) sweepLine(data, across, y * width, 1, width, by, wins);
  for (let x = 0; x < width; x += 1) sweepLine(across, out, x, width, height, by, wins);
  return { width, height, data: out };
}

function sweepLine(from: Uint8Array, to: Uint8Array, start: number, step: number, count: number, by: number, wins: 0 | 1): void {
  let last = -1 - by;
  for (let at = -by; at < count; at += 1) {
    const ahead = at + by;
    if (ahead < count && (from[start + ahead * step] === 0) === (wins === 0)) last = ahead;
    if (at >= 0) to[start + at * step] = at - last <= by ? wins : 1 - wins;
  }
}
