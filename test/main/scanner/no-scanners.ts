import type { ScanDeskDeps } from '../../../main/documents/scan.ts';
import type { Scanners } from '../../../main/scanner/scanners.ts';
import { lineWords } from '../../../main/scanner/words.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

/** A network without scanners. */
export function noScanners(): Scanners {
  const gone = async () => fail(lineWords({ kind: 'unreachable' }, 'Nobody'));
  return { watch: () => () => undefined, open: gone, scan: gone };
}

/** What a session scans with where there is nothing to scan. */
export function noScanning(): Omit<ScanDeskDeps, 'keepCapture' | 'clock' | 'timers'> {
  return { scanners: noScanners(), memory: { all: () => [], remember: () => ok(undefined), forget: () => ok(undefined) }, tellScanners: () => undefined, tellScan: () => undefined };
}
