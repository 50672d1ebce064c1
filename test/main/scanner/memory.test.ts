import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startScanner } from './rig.ts';

const measure = fileURLToPath(new URL('../../scanner-server/measure.ts', import.meta.url));
const pageBytes = 100 * 1024 * 1024;

test('a page of 100 MB passes through without being held: memory grows by less than twice the page', async () => {
  const [large, small] = [await startScanner({ switches: { pageBytes } }), await startScanner()];
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', measure, large.url, small.url]);
  const { bytes, rss, held } = JSON.parse(stdout) as { readonly bytes: number; readonly rss: number; readonly held: number };
  expect(bytes).toBeGreaterThan(pageBytes);
  expect(rss).toBeLessThan(2 * pageBytes);
  // Pieces that are done with are swept up in their own time.
  expect(held).toBeLessThan(pageBytes / 2);
}, 120_000);
