import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Qr } from '../../../renderer/components/qr.tsx';
import { polygonAddress } from '../fake/deposit-samples.ts';
import { show } from '../stage.tsx';

const quiet = 4;

/** The dark modules that a drawn code has, read from its path; true is dark. */
function modulesOf(svg: Element): boolean[][] {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of (svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(length); step += 1) (grid[Number(y)] ?? [])[Number(x) + step] = true;
  }
  return grid;
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0, (_x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0, (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Reads a code of version 2 or 3 with one block, as a scanner does (ISO/IEC 18004): format, mask, zigzag, byte mode. */
function scan(code: boolean[][]): string {
  const size = code.length;
  const dark = (x: number, y: number) => code[y]?.[x] ?? false;
  const mask = [4, 3, 2].reduce((bits, x) => bits * 2 + Number(dark(x, 8)), 0) ^ 0b101;
  const fixed = (x: number, y: number) => (x < 9 && y < 9) || (x > size - 9 && y < 9) || (x < 9 && y > size - 9) || x === 6 || y === 6
    || (Math.abs(x - (size - 7)) <= 2 && Math.abs(y - (size - 7)) <= 2);
  const bits: number[] = [];
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!fixed(x, y)) bits.push(Number(dark(x, y) !== masks[mask]?.(x, y)));
    }
  }
  const number = (from: number, length: number) => bits.slice(from, from + length).reduce((sum, bit) => sum * 2 + bit, 0);
  expect(number(0, 4)).toBe(4);
  return String.fromCharCode(...Array.from({ length: number(4, 8) }, (_, index) => number(12 + index * 8, 8)));
}

it('is drawn so that a scanner reads the text and nothing else, letters in their case', () => {
  show(<Qr text={polygonAddress} label="The address as a QR code" />);
  const grid = modulesOf(screen.getByRole('img', { name: 'The address as a QR code' }));
  const inner = grid.slice(quiet, -quiet).map((row) => row.slice(quiet, -quiet));
  expect(scan(inner)).toBe(polygonAddress);
});

it('leaves four modules of white all around', () => {
  show(<Qr text={polygonAddress} label="code" />);
  const grid = modulesOf(screen.getByRole('img'));
  const edge = grid.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, grid.length - 1 - x, grid.length - 1 - y) < quiet));
  expect(edge.includes(true)).toBe(false);
  expect(grid[quiet]?.[quiet]).toBe(true);
});

it('does not read its text out', () => {
  const { container } = show(<Qr text={polygonAddress} label="code" />);
  expect(container.innerHTML).not.toContain(polygonAddress);
});
