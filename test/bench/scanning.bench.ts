import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startScannerServer } from '../scanner-server/server.ts';
import type { Report } from './figures.ts';

const measure = fileURLToPath(new URL('../scanner-server/measure.ts', import.meta.url));
const pageBytes = 100 * 1024 * 1024;

/** A page of 600 dpi, A4, colour, from a scanner of our own to the sealed file: how far the memory of the process grows. */
export async function run(report: Report): Promise<void> {
  const [large, small] = [await startScannerServer({ switches: { pageBytes } }), await startScannerServer()];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', measure, large.url, small.url]);
    const { bytes, ms, rss } = JSON.parse(stdout) as { readonly bytes: number; readonly ms: number; readonly rss: number };
    report({ name: 'scan-memory-to-page', value: rss / bytes, unit: 'ratio', budget: 2, gate: true, reference: { value: rss, of: bytes, unit: 'bytes' } });
    report({ name: 'scan-of-100-mb', value: ms, unit: 'ms', budget: null });
  } finally {
    await Promise.all([large.close(), small.close()]);
  }
}
