import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLine } from '../../main/scanner/line.ts';
import { openScanner } from '../../main/scanner/open.ts';
import { scan } from '../../main/scanner/scan.ts';
import { createBlobs } from '../../main/store/blobs.ts';
import { ok } from '../../preload/contract/result.ts';

// Scans one page at 600 dpi, A4, colour, from the scanner at the address given, sealed onto the disk as the app does it, and says as one line of JSON
// how many bytes it had and how far the memory of this process went beyond what it was before. Run with --expose-gc.

const [address = '', warmUp = ''] = process.argv.slice(2);
const dir = mkdtempSync(join(tmpdir(), 'bursar-scan-'));
const blobs = createBlobs({ dir, withKey: async (lend) => ok(await lend(new Uint8Array(32))), now: () => Date.now() });
const line = createLine({ after: (ms, run) => { const timer = setTimeout(run, ms); return () => { clearTimeout(timer); }; } });
const deps = { line, clock: () => performance.now(), wait: (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); }) };
const never = new AbortController().signal;

async function scanOnce(from: string, onPiece: () => void): Promise<number> {
  const opened = await openScanner(line, from, null, never);
  if (!opened.ok) throw new Error(opened.error.message);
  let bytes = 0;
  async function* counted(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      bytes += piece.byteLength;
      onPiece();
      yield piece;
    }
  }
  const done = await scan(deps, opened.value, { source: 'platen', color: 'color', dpi: 600, width: 210, height: 297 }, (page) => blobs.put(counted(page.bytes)), () => undefined, never);
  if (!done.ok) throw new Error(done.error.message);
  return bytes;
}

try {
  await scanOnce(warmUp, () => undefined);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const most = { rss: 0, held: 0 };
  const startedAt = performance.now();
  let pieces = 0;
  const bytes = await scanOnce(address, () => {
    pieces += 1;
    const now = process.memoryUsage();
    most.rss = Math.max(most.rss, now.rss - before.rss);
    // What is still held when nothing waits to be swept up.
    if (pieces % 500 !== 0) return;
    globalThis.gc?.();
    const swept = process.memoryUsage();
    most.held = Math.max(most.held, swept.heapUsed + swept.external - before.heapUsed - before.external);
  });
  console.log(JSON.stringify({ bytes, ms: Math.round(performance.now() - startedAt), ...most }));
} finally {
  rmSync(dir, { recursive: true, force: true });
}
