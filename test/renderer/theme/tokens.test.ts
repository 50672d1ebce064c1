import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/theme/tokens.css'), 'utf8');

/** The declarations of the one block that has exactly this selector. */
function block(selector: string): Readonly<Record<string, string>> {
  const [, body = '', ...more] = css.split(`\n${selector} {\n`);
  expect(more).toEqual([]);
  return Object.fromEntries([...body.slice(0, body.indexOf('\n}')).matchAll(/^ {2}([\w-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => [name, value]));
}

const always = css.slice(0, css.indexOf('\n}'));
const roles = [...always.matchAll(/^ {2}--([\w-]+): ([^;]+);/gm)].map(([, name = '', value = '']) => ({ name, value, ...sides(value) }));
const light = Object.fromEntries(roles.map((role) => [role.name, role.light]));
const dark = Object.fromEntries(roles.map((role) => [role.name, role.dark]));

/** What a value is in the light and in the dark theme. */
function sides(value: string): { readonly light: string; readonly dark: string } {
  const [, first, second] = /^light-dark\(((?:\([^)]*\)|[^(),])+), (.+)\)$/.exec(value) ?? [];
  return { light: first ?? value, dark: second ?? value };
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function ratio(theme: Record<string, string>, front: string, back: string): number {
  const [a, b] = [luminance(theme[front] ?? ''), luminance(theme[back] ?? '')].sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

/** front, back, least, and the ratio measured when the colours were chosen: light, dark. */
const pairs: readonly [string, string, number, number, number][] = [
  ['text', 'surface', 4.5, 17.22, 14.69], ['text-2', 'surface', 4.5, 7.9, 8.68], ['text-3', 'surface', 4.5, 5.39, 5.89],
  ['text-3', 'canvas', 4.5, 4.85, 6.36], ['text-3', 'selected', 4.5, 4.6, 4.62], ['text-3', 'accent-soft', 4.5, 4.6, 4.62],
  ['line-strong', 'surface', 3, 3.55, 3.96], ['accent', 'surface', 3, 7.79, 7.13], ['on-accent', 'accent', 4.5, 7.79, 7.55],
  ['on-accent', 'accent-hover', 4.5, 9.96, 9.11], ['accent-text', 'surface', 4.5, 7.79, 8.9], ['focus', 'surface', 3, 7.79, 8.9],
  ['idle-text', 'idle-soft', 4.5, 6.73, 7.04], ['idle-text', 'surface', 4.5, 7.9, 8.68],
  ['move-text', 'move-soft', 4.5, 6.18, 7.35], ['move-text', 'surface', 4.5, 7.15, 8.65],
  ['ok-text', 'ok-soft', 4.5, 5.85, 7.4], ['ok-text', 'surface', 4.5, 6.73, 8.75],
  ['wait-text', 'wait-soft', 4.5, 6.33, 7.72], ['wait-text', 'surface', 4.5, 7.14, 9.27],
  ['bad-text', 'bad-soft', 4.5, 5.84, 7], ['bad-text', 'surface', 4.5, 6.89, 8.03],
  ['unk-text', 'unk-soft', 4.5, 6.9, 7.18], ['unk-text', 'surface', 4.5, 8.08, 8.28],
  ['sand-text', 'sand-soft', 4.5, 6.61, 7.85], ['on-live-chip', 'live-chip', 4.5, 17.22, 15.86],
];

/** Pairs that only have to be legible. */
const legible: readonly [string, string, number][] = [
  ['text', 'sunken', 4.5], ['text', 'raised', 4.5], ['text', 'hover', 4.5], ['text-2', 'canvas', 4.5], ['text-2', 'hover', 4.5], ['text-3', 'sunken', 4.5], ['text-3', 'hover', 4.5],
  ['text-3', 'raised', 4.5], ['text-3', 'idle-soft', 4.5], ['on-sand-chip', 'sand-chip', 4.5], ['on-bad-fill', 'bad-fill', 4.5], ['on-bad-fill', 'bad-fill-hover', 4.5],
  ['text', 'wait-soft', 4.5], ['text', 'bad-soft', 4.5], ['text', 'unk-soft', 4.5], ['text-2', 'bad-soft', 4.5], ['text-2', 'wait-soft', 4.5], ['line-strong', 'canvas', 3], ['text-2', 'sand-soft', 4.5],
];

describe.each([['light', light, 3], ['dark', dark, 4]] as const)('the %s colours', (_name, theme, column) => {
  it.each(pairs)('%s on %s keep the contrast they were chosen for', (...pair) => {
    const [front, back, least] = pair;
    expect(ratio(theme, front, back)).toBeGreaterThanOrEqual(least);
    expect(ratio(theme, front, back)).toBeCloseTo(pair[column], 1);
  });

  it.each(legible)('%s on %s can be read', (front, back, least) => {
    expect(ratio(theme, front, back)).toBeGreaterThanOrEqual(least);
  });
});

it('follows the system unless a theme was chosen', () => {
  expect(always).toMatch(/:root \{\n {2}color-scheme: light dark;/);
  expect(block(":root[data-theme='light']")).toEqual({ 'color-scheme': 'light' });
  expect(block(":root[data-theme='dark']")).toEqual({ 'color-scheme': 'dark' });
});

it('gives every colour a light and a dark side, but the close button, which is the same in both', () => {
  const alike = roles.filter(({ value }) => /^(#|rgba|transparent)/.test(value)).map(({ name }) => name);
  expect(alike).toEqual(['close-hover', 'on-close']);
});

it('says each role once', () => {
  const names = roles.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const colours = roles.filter(({ light: a, dark: b }) => a !== b).map(({ name }) => name);
  expect(colours.filter((name) => css.split(`--${name}:`).length !== 2)).toEqual([]);
});
