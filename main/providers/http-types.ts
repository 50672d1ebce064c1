import type { Result } from '../../preload/contract/result.ts';
import type { Budget } from './budget.ts';
import type { HttpFailure } from './failure.ts';

/** What a request is for. Only reads and token calls are ever repeated; money and writes never. */
export type RequestKind = 'read' | 'token' | 'probe' | 'write' | 'money' | 'upload';

/** A request. `route` is its path with {placeholders}, the only form in which it is logged. */
export type HttpRequest = {
  readonly kind: RequestKind;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly route: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A body that is streamed; `onSent` hears how many bytes have left so far. */
  readonly stream?: { readonly bytes: AsyncIterable<Uint8Array>; readonly onSent: (total: number) => void };
  readonly signal?: AbortSignal;
  /** How long (ms) one try may take, where the provider's own limits ask for another than the kind's. */
  readonly timeoutMs?: number;
};

/** A reply; `json` is undefined when the text isn't JSON. */
export type HttpReply = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown };

/** One line of the log: nothing in it can name a person, an account or a secret. */
export type HttpLog = {
  readonly event: 'http';
  readonly method: string;
  readonly route: string;
  /** The status, or the failure's code when there was no reply. */
  readonly status: number | string;
  readonly durationMs: number;
  readonly attempt: number;
};

/** The part of fetch that is used. With a streamed body a Content-Length header is given (see {@link withOwnLength}). */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What the one fetch needs: the host's fetch, clock (epoch ms), random (0 to 1), waiting, and where to report. */
export type HttpDeps = {
  readonly fetch: Fetch;
  readonly clock: () => number;
  readonly random: () => number;
  /** Waits `ms`; comes back early when `signal` aborts, never fails. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Runs `run` after `ms` unless the function handed back is called first. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly log: (entry: HttpLog) => void;
  readonly onBudget: (budget: Budget) => void;
  /** Hears after each try whether the provider answered; `detail` is the failure's code when it didn't. */
  readonly onReach: (online: boolean, detail: string | null) => void;
  /** Hears from each answer what time it is there (epoch ms, whole seconds). */
  readonly onServerTime?: (at: number) => void;
};

/** The one fetch of a profile. */
export type Http = {
  request(request: HttpRequest): Promise<Result<HttpReply, HttpFailure>>;
  /** What is left of the allowance, and whether the provider has told it. */
  budget(): Budget & { readonly told: boolean };
  /** Stops everything in flight but money, and refuses new requests but money. */
  close(): void;
};
