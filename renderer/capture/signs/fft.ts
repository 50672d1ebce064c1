/** A transform of one size: its turns and the order in which it takes what it is given. */
type Plan = { readonly size: number; readonly cos: Float32Array; readonly sin: Float32Array; readonly order: Uint16Array };

/** Gets a transform ready for lines of a power of two. */
function planOf(size: number): Plan {
  const bits = Math.log2(size);
  const order = Uint16Array.from({ length: size }, (_, index) => {
    let turned = 0;
    for (let bit = 0; bit < bits; bit += 1) if (index & (1 << bit)) turned |= 1 << (bits - 1 - bit);
    return turned;
  });
  const turn = (index: number) => (-2 * Math.PI * index) / size;
  return { size, order, cos: Float32Array.from({ length: size / 2 }, (_, index) => Math.cos(turn(index))), sin: Float32Array.from({ length: size / 2 }, (_, index) => Math.sin(turn(index))) };
}

/** The power of each wave in a square patch of a power of two (256 at most); no wave at all stands at its beginning, and the last half mirrors the first. */
export function powersOf(patch: Float32Array, size: number): Float32Array {
  const plan = planOf(size);
  const [real, imaginary] = [Float32Array.from(patch), new Float32Array(patch.length)];
  const [re, im] = [new Float32Array(size), new Float32Array(size)];
  for (let row = 0; row < size; row += 1) line(plan, real, imaginary, row * size, 1, re, im);
  for (let column = 0; column < size; column += 1) line(plan, real, imaginary, column, size, re, im);
  return real.map((value, at) => value * value + (imaginary[at] ?? 0) ** 2);
}

/** Transforms one line of the patch, whose pixels stand `step` apart, in place. */
function line(plan: Plan, real: Float32Array, imaginary: Float32Array, start: number, step: number, re: Float32Array, im: Float32Array): void {
  const { size, order } = plan;
  for (let index = 0; index < size; index += 1) {
    const from = start + (order[index] ?? 0) * step;
    re[index] = real[from] ?? 0;
    im[index] = imaginary[from] ?? 0;
  }
  for (let half = 1; half < size; half *= 2) for (let base = 0; base < size; base += 2 * half) joined(plan, base, half, re, im);
  for (let index = 0; index < size; index += 1) {
    real[start + index * step] = re[index] ?? 0;
    imaginary[start + index * step] = im[index] ?? 0;
  }
}

/** Joins two transforms of half the length, that lie one behind the other. */
function joined({ size, cos, sin }: Plan, base: number, half: number, re: Float32Array, im: Float32Array): void {
  const stride = size / (2 * half);
  for (let a = base, turn = 0; a < base + half; a += 1, turn += stride) {
    const b = a + half;
    const c = cos[turn] ?? 0;
    const s = sin[turn] ?? 0;
    const x = (re[b] ?? 0) * c - (im[b] ?? 0) * s;
    const y = (re[b] ?? 0) * s + (im[b] ?? 0) * c;
    re[b] = (re[a] ?? 0) - x;
    im[b] = (im[a] ?? 0) - y;
    re[a] = (re[a] ?? 0) + x;
    im[a] = (im[a] ?? 0) + y;
  }
}
