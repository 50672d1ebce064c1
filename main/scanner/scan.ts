import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { ScanProgress, ScanSettings } from '../../preload/contract/scanning.ts';
import type { OpenScanner } from './open.ts';
import { takePages } from './pages.ts';
import type { KeepPage, Run, ScanDeps } from './run.ts';
import { fitSource } from './scan-settings.ts';
import { startJob } from './start-job.ts';

/** How long (ms) a scanner may take to forget a job. */
const goodbyePatience = 5_000;

/** Scans: starts a job, hands each page to `keep` as it comes, and lets the scanner forget the job. Aborting `signal` cancels at the scanner too.
 *  Errors: validation, scanner-*, file-size, file-pages, tls, cancelled, and what `keep` says; pages that came before stay kept. */
export async function scan(
  deps: ScanDeps, scanner: OpenScanner, settings: ScanSettings, keep: KeepPage, onProgress: (progress: ScanProgress) => void, signal: AbortSignal,
): Promise<Result<{ readonly pages: number }, AppError>> {
  const source = fitSource(scanner.sources, settings);
  if (!source.ok) return source;
  const report: Run['report'] = (state, pages, bytes) => { onProgress({ scannerId: scanner.info.id, state, pages, bytes }); };
  const run: Run = { deps, scanner, source: source.value, keep, signal, report };
  report('starting', 0, 0);
  const path = await startJob(run, settings);
  if (!path.ok) return path;
  let alive = true;
  try {
    const taken = await takePages(run, path.value);
    alive = taken.alive;
    return taken.result;
  } finally {
    if (alive) await forget(run, path.value);
  }
}

/** Cancels a job, or cleans up after it; a scanner that doesn't listen forgets it by itself. */
async function forget({ deps, scanner }: Run, path: string): Promise<void> {
  const url = new URL(new URL(scanner.base).origin + path);
  const reply = await deps.line({ method: 'DELETE', url, fingerprint: scanner.fingerprint, patienceMs: goodbyePatience, signal: new AbortController().signal });
  if (reply.ok) reply.value.drop();
}
