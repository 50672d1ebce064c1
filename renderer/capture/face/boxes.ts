/** A face as the network sees it, in fractions of its square input: the box, and the middle of the right and left eye (the person's). */
export type Box = {
  readonly score: number; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number;
  readonly eyes: readonly [number, number, number, number];
};

/** The grids of the short-range model's guesses: so many cells a side, so many guesses a cell. */
const grids = [{ cells: 16, guesses: 2 }, { cells: 8, guesses: 6 }] as const;
const perGuess = 16;

/** The boxes among the network's guesses that score at least `least` (0 to 1), best first, one for each face. */
export function boxesFrom(places: Float32Array, scores: Float32Array, side: number, least: number): readonly Box[] {
  const found: Box[] = [];
  let guess = 0;
  for (const { cells, guesses } of grids) {
    for (let cell = 0; cell < cells * cells; cell += 1) {
      const middle = { x: ((cell % cells) + 0.5) / cells, y: (Math.floor(cell / cells) + 0.5) / cells };
      for (let each = 0; each < guesses; each += 1, guess += 1) {
        const score = 1 / (1 + Math.exp(-(scores[guess] ?? 0)));
        if (score >= least) found.push(boxAt(places.subarray(guess * perGuess, (guess + 1) * perGuess), middle, side, score));
      }
    }
  }
  return onePerFace(found.toSorted((a, b) => b.score - a.score));
}

function boxAt(values: Float32Array, middle: { readonly x: number; readonly y: number }, side: number, score: number): Box {
  const x = (index: number) => (values[index] ?? 0) / side + middle.x;
  const y = (index: number) => (values[index] ?? 0) / side + middle.y;
  const half = { width: (values[2] ?? 0) / side / 2, height: (values[3] ?? 0) / side / 2 };
  return { score, left: x(0) - half.width, right: x(0) + half.width, top: y(1) - half.height, bottom: y(1) + half.height, eyes: [x(4), y(5), x(6), y(7)] };
}

/** Guesses that overlap are one face: their mean by score, with the best one's score. */
function onePerFace(sorted: readonly Box[]): readonly Box[] {
  const [best] = sorted;
  if (best === undefined) return [];
  const same = sorted.filter((box) => overlap(best, box) > 0.3);
  const rest = sorted.filter((box) => !same.includes(box));
  return [mean(same, best), ...onePerFace(rest)];
}

function mean(boxes: readonly Box[], best: Box): Box {
  const total = boxes.reduce((sum, box) => sum + box.score, 0);
  const of = (value: (box: Box) => number) => boxes.reduce((sum, box) => sum + value(box) * box.score, 0) / total;
  return {
    score: best.score, left: of((box) => box.left), top: of((box) => box.top), right: of((box) => box.right), bottom: of((box) => box.bottom),
    eyes: [of((box) => box.eyes[0]), of((box) => box.eyes[1]), of((box) => box.eyes[2]), of((box) => box.eyes[3])],
  };
}

/** How much two boxes share of what they cover together, 0 to 1; a box inside another counts as the same. */
export function overlap(one: Omit<Box, 'score' | 'eyes'>, other: Omit<Box, 'score' | 'eyes'>): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  if (width <= 0 || height <= 0) return 0;
  const size = (box: typeof one) => (box.right - box.left) * (box.bottom - box.top);
  const shared = width * height;
  return Math.max(shared / (size(one) + size(other) - shared), shared / Math.min(size(one), size(other)) > 0.8 ? 1 : 0);
}
