/** A picture of numbers with several values a place: row by row, place by place, channel by channel. */
export type Plane = { readonly height: number; readonly width: number; readonly channels: number; readonly data: Float64Array };

/**
 * One layer of the recogniser. `weights` stand by channel out, row, column, channel in; a layer that is `alone` looks at one channel at a time.
 * The picture is framed with zeros so that a kernel of 3 rows or 5 columns keeps its size before the steps (`down`, `across`).
 */
export type Layer = {
  readonly into: number; readonly out: number; readonly rows: number; readonly columns: number; readonly down: number; readonly across: number;
  readonly alone: boolean; readonly weights: Float64Array; readonly bias: Float64Array;
};

/** Rows and columns of zeros around the picture for a layer: kernels of 3 and 5 are centred, one of 4 rows swallows the height. */
function frame(kernel: number): number {
  return kernel === 3 || kernel === 5 ? (kernel - 1) / 2 : 0;
}

function framed(plane: Plane, top: number, side: number): Plane {
  if (top === 0 && side === 0) return plane;
  const { height, width, channels } = plane;
  const wide = width + 2 * side;
  const data = new Float64Array((height + 2 * top) * wide * channels);
  for (let y = 0; y < height; y += 1) data.set(plane.data.subarray(y * width * channels, (y + 1) * width * channels), ((y + top) * wide + side) * channels);
  return { height: height + 2 * top, width: wide, channels, data };
}

/** Puts a picture through a layer; `rectify` lifts negative results to 0. */
export function convolve(plane: Plane, layer: Layer, rectify: boolean): Plane {
  const source = framed(plane, frame(layer.rows), frame(layer.columns));
  const height = Math.floor((source.height - layer.rows) / layer.down) + 1;
  const width = Math.floor((source.width - layer.columns) / layer.across) + 1;
  const target = { height, width, channels: layer.out, data: new Float64Array(height * width * layer.out) };
  for (let y = 0; y < height; y += 1) {
    if (layer.alone) rowAlone(source, layer, y, target);
    else rowOf(source, layer, y, target);
  }
  if (rectify) lift(target.data);
  return target;
}

/** Adds the second picture to the first and lifts negative sums to 0. */
export function addAndLift(first: Plane, second: Plane): Plane {
  const data = first.data.slice();
  for (let i = 0; i < data.length; i += 1) data[i] = Math.max(0, (data[i] ?? 0) + (second.data[i] ?? 0));
  return { ...first, data };
}

function lift(data: Float64Array): void {
  for (let i = 0; i < data.length; i += 1) if ((data[i] as number) < 0) data[i] = 0;
}

// The casts below stand where an index is known to be inside: these loops are the whole cost of reading, and a fallback value would double it.
/** One row of results: two places by four channels at a time share what they load. */
function rowOf(source: Plane, layer: Layer, y: number, target: Plane): void {
  const { weights, out, rows, across } = layer;
  const run = layer.columns * layer.into;
  const stride = source.width * source.channels;
  const size = rows * run;
  const data = source.data;
  const result = target.data;
  for (let x = 0; x < target.width; x += 2) {
    const from = y * layer.down * stride + x * across * source.channels;
    const next = x + 1 < target.width ? from + across * source.channels : from;
    const at = (y * target.width + x) * out;
    const beside = x + 1 < target.width ? at + out : at;
    for (let channel = 0; channel < out; channel += 4) {
      const w0 = channel * size, w1 = Math.min(channel + 1, out - 1) * size, w2 = Math.min(channel + 2, out - 1) * size, w3 = Math.min(channel + 3, out - 1) * size;
      let a0 = 0, a1 = 0, a2 = 0, a3 = 0, b0 = 0, b1 = 0, b2 = 0, b3 = 0;
      for (let row = 0; row < rows; row += 1) {
        const p = from + row * stride, q = next + row * stride, w = row * run;
        for (let i = 0; i < run; i += 1) {
          const a = data[p + i] as number, b = data[q + i] as number;
          const k0 = weights[w0 + w + i] as number, k1 = weights[w1 + w + i] as number, k2 = weights[w2 + w + i] as number, k3 = weights[w3 + w + i] as number;
          a0 += a * k0; a1 += a * k1; a2 += a * k2; a3 += a * k3;
          b0 += b * k0; b1 += b * k1; b2 += b * k2; b3 += b * k3;
        }
      }
      store(result, at, channel, out, layer.bias, a0, a1, a2, a3);
      store(result, beside, channel, out, layer.bias, b0, b1, b2, b3);
    }
  }
}

function store(result: Float64Array, at: number, channel: number, out: number, bias: Float64Array, v0: number, v1: number, v2: number, v3: number): void {
  result[at + channel] = v0 + (bias[channel] as number);
  if (channel + 1 < out) result[at + channel + 1] = v1 + (bias[channel + 1] as number);
  if (channel + 2 < out) result[at + channel + 2] = v2 + (bias[channel + 2] as number);
  if (channel + 3 < out) result[at + channel + 3] = v3 + (bias[channel + 3] as number);
}

/** One row of results of a layer whose channels stand alone. */
function rowAlone(source: Plane, layer: Layer, y: number, target: Plane): void {
  const { out, columns, rows, weights, bias } = layer;
  const stride = source.width * out;
  for (let x = 0; x < target.width; x += 1) {
    const from = y * layer.down * stride + x * layer.across * out;
    const at = (y * target.width + x) * out;
    for (let channel = 0; channel < out; channel += 1) {
      let sum = bias[channel] as number;
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          sum += (source.data[from + row * stride + column * out + channel] as number) * (weights[(channel * rows + row) * columns + column] as number);
        }
      }
      target.data[at + channel] = sum;
    }
  }
}
