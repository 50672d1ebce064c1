/** Why nothing usable came from a scanner: nobody there, too slow, the line broke, an address that isn't of the own network, another certificate
 *  than the known one, no secure line, or stopped here. */
export type LineFailure =
  | { readonly kind: 'unreachable' | 'timeout' | 'broken' | 'outside' | 'insecure' | 'stopped' }
  | { readonly kind: 'changed'; readonly fingerprint: string };

/** Ends a stream of bytes that broke off; what came before is not the whole. */
export class LineBroken extends Error {
  readonly failure: LineFailure;
  constructor(failure: LineFailure) {
    super(`The line to the scanner ended: ${failure.kind}`);
    this.name = 'LineBroken';
    this.failure = failure;
  }
}

/** A request to a scanner. `fingerprint` is the SHA-256 of the certificate that must be there, null to take any; `patienceMs` is how long to wait for
 *  the head of the reply where it isn't the usual time. */
export type LineRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly fingerprint: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly patienceMs?: number;
  readonly signal: AbortSignal;
};

/** A reply whose bytes come as they are asked for; the stream throws {@link LineBroken} when it breaks off. Whoever doesn't read it to its end
 *  drops it. `fingerprint` is the certificate's SHA-256, null without TLS. */
export type LineReply = {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly fingerprint: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly drop: () => void;
};

/** Waits `ms`; comes back early when `signal` aborts, never fails. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;
/** Runs `run` after `ms` unless the function handed back is called first. */
export type After = (ms: number, run: () => void) => () => void;
