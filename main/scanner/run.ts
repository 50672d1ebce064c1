import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { ScanMime, ScanProgress } from '../../preload/contract/scanning.ts';
import { askXml, below } from './ask.ts';
import type { SourceCaps } from './capabilities.ts';
import type { Line } from './line.ts';
import type { Wait } from './line-types.ts';
import type { OpenScanner } from './open.ts';
import { readStatus, type ScannerStatus } from './status.ts';

/** A page as it arrives. Its bytes are read once and to their end; they throw when the page breaks off, and the scan then ends with its own error
 *  whatever the keeper says. `number` counts from 1. */
export type ScanPage = { readonly number: number; readonly mime: ScanMime; readonly bytes: AsyncIterable<Uint8Array> };

/** What a scan stands on: the line, waiting, and the time in ms. */
export type ScanDeps = { readonly line: Line; readonly wait: Wait; readonly clock: () => number };

/** Keeps one page; an error of it ends the scan. */
export type KeepPage = (page: ScanPage) => Promise<Result<unknown, AppError>>;

/** One scan under way. */
export type Run = {
  readonly deps: ScanDeps;
  readonly scanner: OpenScanner;
  readonly source: SourceCaps;
  readonly keep: KeepPage;
  readonly signal: AbortSignal;
  readonly report: (state: ScanProgress['state'], pages: number, bytes: number) => void;
};

/** How long (ms) to wait between two tries. */
export const pauseBetweenTries = 1_000;

/** What the scanner says of itself now; null when it can't be read. */
export async function lookAt({ deps, scanner, signal }: Run): Promise<ScannerStatus | null> {
  const answer = await askXml(deps.line, below(scanner.base, 'ScannerStatus'), scanner.fingerprint, signal);
  return answer.ok && answer.value.status === 200 ? readStatus(answer.value.root) : null;
}

/** Tells whether pages come from the feeder. */
export function isFed({ source }: Run): boolean {
  return source.source !== 'platen';
}
