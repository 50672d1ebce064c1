/** A picture of many channels: row by row, the channels of a place side by side. */
export type Layer = { readonly height: number; readonly width: number; readonly depth: number; readonly data: Float32Array };

/** What a filter is: `size` places wide and high, its step, and whether it reaches over the edge (zeros lie there). */
export type Filter = { readonly weights: Float32Array; readonly bias: Float32Array; readonly size: number; readonly step: number; readonly over: boolean };

const reach = (length: number, { size, step, over }: Filter) => {
  const count = over ? Math.ceil(length / step) : Math.floor((length - size) / step) + 1;
  return { count, before: over ? Math.floor(Math.max(0, (count - 1) * step + size - length) / 2) : 0 };
};

/** Mixes all channels of the neighbourhood into each new channel. */
export function convolve(layer: Layer, filter: Filter): Layer {
  return filter.size === 1 && filter.step === 1 ? mix(layer, filter) : slide(layer, filter);
}

/** Four new channels at a time: each value is fetched once for all of them. */
function mix({ height, width, depth, data }: Layer, { weights, bias }: Filter): Layer {
  const wide = bias.length;
  const made = new Float32Array(height * width * wide);
  const fours = wide - (wide % 4);
  for (let from = 0, to = 0; from < data.length; from += depth, to += wide) {
    for (let channel = 0; channel < fours; channel += 4) mixFour(data, from, depth, weights, channel * depth, bias, channel, made, to);
    for (let channel = fours; channel < wide; channel += 1) made[to + channel] = (bias[channel] as number) + product(data, from, depth, weights, channel * depth);
  }
  return { height, width, depth: wide, data: made };
}

function mixFour(data: Float32Array, from: number, depth: number, weights: Float32Array, weight: number, bias: Float32Array, channel: number, made: Float32Array, to: number): void {
  let one = bias[channel] as number;
  let two = bias[channel + 1] as number;
  let three = bias[channel + 2] as number;
  let four = bias[channel + 3] as number;
  for (let at = 0, first = weight; at < depth; at += 1, first += 1) {
    const value = data[from + at] as number;
    one += value * (weights[first] as number);
    two += value * (weights[first + depth] as number);
    three += value * (weights[first + 2 * depth] as number);
    four += value * (weights[first + 3 * depth] as number);
  }
  made[to + channel] = one;
  made[to + channel + 1] = two;
  made[to + channel + 2] = three;
  made[to + channel + 3] = four;
}

function slide(layer: Layer, filter: Filter): Layer {
  const { weights, bias, size, step } = filter;
  const wide = bias.length;
  const rows = reach(layer.height, filter);
  const columns = reach(layer.width, filter);
  const made = new Float32Array(rows.count * columns.count * wide);
  for (let y = 0; y < rows.count; y += 1) {
    for (let x = 0; x < columns.count; x += 1) {
      const patch = cutOut(layer, y * step - rows.before, x * step - columns.before, size);
      const to = (y * columns.count + x) * wide;
      for (let channel = 0; channel < wide; channel += 1) made[to + channel] = (bias[channel] ?? 0) + product(patch, 0, patch.length, weights, channel * patch.length);
    }
  }
  return { height: rows.count, width: columns.count, depth: wide, data: made };
}

/** The neighbourhood of a place, zeros beyond the edge. */
function cutOut({ height, width, depth, data }: Layer, top: number, left: number, size: number): Float32Array {
  const patch = new Float32Array(size * size * depth);
  const from = Math.max(0, left);
  const to = Math.min(width, left + size);
  for (let row = Math.max(0, top); row < Math.min(height, top + size); row += 1) {
    patch.set(data.subarray((row * width + from) * depth, (row * width + to) * depth), ((row - top) * size + from - left) * depth);
  }
  return patch;
}

function product(data: Float32Array, from: number, count: number, weights: Float32Array, weight: number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += (data[from + at] as number) * (weights[weight + at] as number);
  return sum;
}

/** Filters each channel by itself. */
export function convolveEach(layer: Layer, filter: Filter): Layer {
  const { weights, bias, size, step } = filter;
  const { height, width, depth, data } = layer;
  const rows = reach(height, filter);
  const columns = reach(width, filter);
  const made = new Float32Array(rows.count * columns.count * depth);
  for (let y = 0, to = 0; y < rows.count; y += 1) {
    for (let x = 0; x < columns.count; x += 1, to += depth) {
      made.set(bias, to);
      for (let dy = 0; dy < size; dy += 1) {
        const row = y * step - rows.before + dy;
        if (row < 0 || row >= height) continue;
        for (let dx = 0; dx < size; dx += 1) {
          const column = x * step - columns.before + dx;
          if (column < 0 || column >= width) continue;
          addProducts(made, to, data, (row * width + column) * depth, weights, (dy * size + dx) * depth, depth);
        }
      }
    }
  }
  return { height: rows.count, width: columns.count, depth, data: made };
}

function addProducts(made: Float32Array, to: number, data: Float32Array, from: number, weights: Float32Array, weight: number, count: number): void {
  for (let at = 0; at < count; at += 1) made[to + at] = (made[to + at] as number) + (data[from + at] as number) * (weights[weight + at] as number);
}

/** The largest of each two by two places. */
export function halve({ height, width, depth, data }: Layer): Layer {
  const made = new Float32Array((height >> 1) * (width >> 1) * depth);
  const line = width * depth;
  for (let y = 0, to = 0; y + 1 < height; y += 2) {
    for (let x = 0; x + 1 < width; x += 2) {
      for (let at = y * line + x * depth, end = at + depth; at < end; at += 1, to += 1) {
        made[to] = Math.max(data[at] as number, data[at + depth] as number, data[at + line] as number, data[at + line + depth] as number);
      }
    }
  }
  return { height: height >> 1, width: width >> 1, depth, data: made };
}

/** Adds channels of zeros behind. */
export function deepen({ height, width, depth, data }: Layer, wide: number): Layer {
  const made = new Float32Array(height * width * wide);
  for (let place = 0; place < height * width; place += 1) made.set(data.subarray(place * depth, (place + 1) * depth), place * wide);
  return { height, width, depth: wide, data: made };
}

/** Adds two layers. */
export function add(one: Layer, other: Layer): Layer {
  return { ...one, data: one.data.map((value, at) => value + (other.data[at] ?? 0)) };
}

/** Nothing below zero. */
export function positive(layer: Layer): Layer {
  return { ...layer, data: layer.data.map((value) => Math.max(0, value)) };
}
