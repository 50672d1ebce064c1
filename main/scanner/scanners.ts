import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { ScanProgress, ScanSettings } from '../../preload/contract/scanning.ts';
import type { Discover } from './mdns.ts';
import { openScanner, type OpenScanner } from './open.ts';
import type { KeepPage, ScanDeps } from './run.ts';
import { scan } from './scan.ts';
import { scannersOf, type FoundScanner } from './services.ts';

/** What scanning stands on: the line, waiting, the time, and how scanners are found. */
export type ScannerDeps = ScanDeps & { readonly discover: Discover };

/** The scanners of the network, by eSCL (AirScan). Nothing looks for them but `watch`, and nothing leaves the own network. */
export type Scanners = {
  /** Looks for scanners and tells all that are there whenever that changes; the function handed back ends the looking. */
  readonly watch: (onChange: (found: readonly FoundScanner[]) => void) => () => void;
  /** Opens a typed or found address; a known fingerprint (SHA-256 of the certificate) must be there again. Errors as {@link openScanner}. */
  readonly open: (address: string, fingerprint: string | null, signal: AbortSignal, name?: string) => Promise<Result<OpenScanner, AppError>>;
  /** Scans pages one after the other into `keep`. Errors as {@link scan}. */
  readonly scan: (
    scanner: OpenScanner, settings: ScanSettings, keep: KeepPage, onProgress: (progress: ScanProgress) => void, signal: AbortSignal,
  ) => Promise<Result<{ readonly pages: number }, AppError>>;
};

/** Makes the scanners of the network from what is passed in. */
export function createScanners(deps: ScannerDeps): Scanners {
  return {
    watch: (onChange) => deps.discover((services) => { onChange(scannersOf(services)); }),
    open: (address, fingerprint, signal, name) => openScanner(deps.line, address, fingerprint, signal, name),
    scan: (scanner, settings, keep, onProgress, signal) => scan(deps, scanner, settings, keep, onProgress, signal),
  };
}
