/** A colour as luma and chroma, 0 to 255 each. */
export type Ycc = readonly [number, number, number];

const digits: readonly string[] = ['757557', '262227', '717477', '717177', '557111', '747177', '747577', '711111', '757577', '757117'];

/** What a page shows, in blocks of 8 by 8 dots: a grey frame, a bar of colours, and its number in large digits. */
export function blockAt(x: number, y: number, across: number, down: number, number: number): Ycc {
  if (x < 2 || y < 2 || x >= across - 2 || y >= down - 2) return [128, 128, 128];
  if (y > down * 0.85) return [180, Math.floor((x / across) * 255), Math.floor((1 - x / across) * 255)];
  const size = Math.max(1, Math.floor(Math.min(across, down) / 30));
  const [column, row] = [Math.floor((x - size * 4) / size), Math.floor((y - size * 4) / size)];
  const digit = digits[Number(String(number)[Math.floor(column / 4)] ?? 'x')];
  const ink = column >= 0 && row >= 0 && row < 6 && digit !== undefined && ((Number(digit[row]) >> (2 - (column % 4))) & 1) === 1 && column % 4 < 3;
  return ink ? [20, 128, 128] : [245, 128, 128];
}
