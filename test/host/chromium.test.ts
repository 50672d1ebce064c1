import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chromiumFlags, findChromium, temporaryProfile } from './chromium.ts';
import { hasDisplay } from './display.ts';

test('a browser that the environment names goes first; one that is not there is not replaced', () => {
  expect(findChromium({ BURSAR_CHROMIUM: process.execPath })).toBe(process.execPath);
  expect(findChromium({ BURSAR_CHROMIUM: '/no/such/browser' })).toBe(null);
});

test('a Mac and a Windows machine are searched in their own places', () => {
  expect(findChromium({ HOME: '/nowhere' }, 'darwin')).toBe(null);
  expect(findChromium({ PROGRAMFILES: '/nowhere' }, 'win32')).toBe(null);
});

test('Chromium keeps its own sandbox unless the superuser runs it', () => {
  expect(chromiumFlags({ headless: true, profile: '/p', root: false })).not.toContain('--no-sandbox');
  expect(chromiumFlags({ headless: true, profile: '/p', root: true })).toContain('--no-sandbox');
});

test('the profile of a host that died is swept at the next start', () => {
  const left = mkdtempSync(join(tmpdir(), 'bursar-host-999999999-'));
  mkdirSync(join(left, 'Default'));
  const fresh = temporaryProfile();
  expect([existsSync(left), existsSync(fresh)]).toEqual([false, true]);
  rmSync(fresh, { recursive: true });
});

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{ DISPLAY: '' }, 'linux', false],
  [{}, 'darwin', true],
  [{}, 'win32', true],
] as const)('with %o on %s a display is there: %s', (env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});
