import { onTestFinished } from 'vitest';
import { createLine, type LineDeps } from '../../../main/scanner/line.ts';
import type { OpenScanner } from '../../../main/scanner/open.ts';
import { openScanner } from '../../../main/scanner/open.ts';
import type { ScanPage } from '../../../main/scanner/run.ts';
import { scan } from '../../../main/scanner/scan.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { ScanProgress, ScanSettings } from '../../../preload/contract/scanning.ts';
import { startScannerServer, type ScannerServer, type ServerOptions } from '../../scanner-server/server.ts';

/** Timers of the system, for lines to a real server. */
export const after: LineDeps['after'] = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => { clearTimeout(timer); };
};

export const never = () => new AbortController().signal;

/** A page of A4 from the glass, coarse so that it is drawn quickly. */
export const fromGlass: ScanSettings = { source: 'platen', color: 'color', dpi: 100, width: 210, height: 297 };
export const fromFeeder: ScanSettings = { ...fromGlass, source: 'feeder' };

/** A specimen scanner that is gone when the test is over. */
export async function startScanner(options: ServerOptions = {}): Promise<ScannerServer> {
  const server = await startScannerServer(options);
  onTestFinished(() => server.close());
  return server;
}

export type Kept = { readonly number: number; readonly mime: string; readonly bytes: Buffer };

/** Reads a page whole. */
export async function readPage({ number, mime, bytes }: ScanPage): Promise<Kept> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return { number, mime, bytes: Buffer.concat(parts) };
}

/** A client whose waiting takes no time and is written down. */
export function client(line: Partial<LineDeps> = {}) {
  const waits: number[] = [];
  let now = 0;
  const deps = {
    line: createLine({ after, ...line }), clock: () => { now += 100; return now; },
    wait: async (ms: number) => { if (ms > 0) waits.push(ms); },
  };
  const open = (address: string, fingerprint: string | null = null) => openScanner(deps.line, address, fingerprint, never());
  const must = async (address: string): Promise<OpenScanner> => {
    const opened = await open(address);
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
  return { deps, waits, open, must };
}

export type Scanned = {
  readonly result: Result<{ readonly pages: number }, AppError>;
  readonly pages: readonly Kept[];
  readonly progress: readonly ScanProgress[];
  readonly waits: readonly number[];
};

type More = { readonly line?: Partial<LineDeps>; readonly signal?: AbortSignal; readonly keep?: (page: ScanPage) => Promise<Result<unknown, AppError>> };

/** Opens a specimen scanner and scans from it. */
export async function scanFrom(server: ScannerServer, settings: ScanSettings = fromGlass, more: More = {}): Promise<Scanned> {
  const { deps, waits, must } = client(more.line);
  const pages: Kept[] = [];
  const progress: ScanProgress[] = [];
  const keep = more.keep ?? (async (page: ScanPage) => {
    pages.push(await readPage(page));
    return ok(null);
  });
  const result = await scan(deps, await must(server.url), settings, keep, (one) => { progress.push(one); }, more.signal ?? never());
  return { result, pages, progress, waits };
}

/** The code of a failure, null of a success. */
export function codeOf(result: Result<unknown, AppError>): string | null {
  return result.ok ? null : result.error.code;
}
