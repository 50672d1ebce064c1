import type { EventPayloads, Reply, Request } from '../../preload/contract/api.ts';
import type { CaptureMime, CaptureSource } from '../../preload/contract/captures.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ScanProgress } from '../../preload/contract/scanning.ts';
import type { ScanPage } from '../scanner/run.ts';
import type { Scanners } from '../scanner/scanners.ts';
import type { OpenScanner } from '../scanner/open.ts';
import { within, type Timers } from '../vault/timers.ts';
import { createScannerBook, type ScannerMemory } from './scanner-book.ts';

/** The channels that scanning answers. */
export type ScanChannel = Extract<Channel, `scanners.${string}`>;

/** An original on its way into the tray. */
export type ScannedPage = { readonly name: string; readonly source: CaptureSource; readonly bytes: AsyncIterable<Uint8Array> };

/** What scanning is made from; `clock` gives epoch ms. */
export type ScanDeskDeps = {
  readonly scanners: Scanners;
  readonly memory: ScannerMemory;
  readonly keepCapture: (page: ScannedPage) => Promise<Result<unknown, AppError>>;
  readonly clock: () => number;
  readonly timers: Timers;
  readonly tellScanners: (event: EventPayloads['scanners']) => void;
  readonly tellScan: (event: EventPayloads['scan']) => void;
};

/** Scanning into the tray of one profile: one scan at a time. */
export type ScanDesk = {
  readonly handlers: { readonly [C in ScanChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };
  /** Stops looking and scanning; resolves when the last page is written down or thrown away, and soon after even if the scanner doesn't listen. */
  readonly pause: () => Promise<void>;
};

type Running = { readonly stop: AbortController; readonly done: Promise<unknown>; keeping: Promise<unknown>; progress: ScanProgress };

/** How long (ms) a lock waits for a scanner to hear that its job is over. */
const goodbye = 1_000;

const underWay = appError('conflict', 'A scan is running already.', { fix: 'Wait for it, or stop it first.' });

/** Makes the desk; nothing is looked for and no scanner spoken to before a request. */
export function createScanDesk(deps: ScanDeskDeps): ScanDesk {
  const book = createScannerBook(deps.scanners, deps.memory, (scanners) => { deps.tellScanners({ scanners }); });
  let running: Running | null = null;
  let paused = false;
  const start = async ({ id, settings }: Request<'scanners.scan'>) => {
    if (running || paused) return fail(underWay);
    const stop = new AbortController();
    const { promise: done, resolve } = Promise.withResolvers<null>();
    const mine: Running = { stop, done, keeping: Promise.resolve(), progress: { scannerId: id, state: 'starting', pages: 0, bytes: 0 } };
    running = mine;
    const tell = (progress: ScanProgress) => {
      mine.progress = { ...progress, scannerId: id, state: stop.signal.aborted ? 'cancelling' : progress.state };
      deps.tellScan(mine.progress);
    };
    try {
      const scanner = await book.opened(id, stop.signal);
      return scanner.ok ? await scanInto(deps, scanner.value, settings, { tell, keeping: (page) => { mine.keeping = page; } }, stop.signal) : scanner;
    } finally {
      running = null;
      resolve(null);
    }
  };
  return {
    handlers: {
      'scanners.list': async () => ok([...book.list()]),
      'scanners.watch': async ({ on }) => {
        if (on && !paused) book.watch();
        else book.unwatch();
        return ok(null);
      },
      'scanners.open': ({ at, trust }) => book.open(at, trust),
      'scanners.scan': start,
      'scanners.cancel': async () => {
        if (running && !running.stop.signal.aborted) {
          running.stop.abort();
          deps.tellScan({ ...running.progress, state: 'cancelling' });
        }
        await running?.done;
        return ok(null);
      },
      'scanners.forget': async ({ id }) => book.forget(id),
    },
    pause: async () => {
      paused = true;
      book.unwatch();
      running?.stop.abort();
      await running?.keeping;
      if (running) await within(running.done, goodbye, deps.timers);
    },
  };
}

function scanInto(
  { scanners, keepCapture, clock }: ScanDeskDeps, scanner: OpenScanner, settings: Request<'scanners.scan'>['settings'],
  { tell, keeping }: { readonly tell: (progress: ScanProgress) => void; readonly keeping: (page: Promise<unknown>) => void }, signal: AbortSignal,
): Promise<Result<Reply<'scanners.scan'>, AppError>> {
  const startedAt = clock();
  const keep = (page: ScanPage) => {
    const kept = keepCapture({ name: pageName(startedAt, page.number, page.mime), source: 'scanner', bytes: page.bytes });
    keeping(kept.catch(() => null));
    return kept;
  };
  return scanners.scan(scanner, settings, keep, tell, signal);
}

const endings: Partial<Readonly<Record<CaptureMime, string>>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

/** What a scanned page is called: when its scan began, by this computer's clock, and its number. */
export function pageName(startedAt: number, number: number, mime: CaptureMime): string {
  const at = new Date(startedAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `Scan ${day} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())} page ${number}.${endings[mime] ?? 'bin'}`;
}
