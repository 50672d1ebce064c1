import { isoMicros } from './clock.ts';

/** One request as it arrived; secrets are masked. */
export interface SeenRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** `Bearer`, `key` or null. */
  readonly credential: 'Bearer' | 'key' | null;
  /** Names of the headers sent, lower case. */
  readonly headers: readonly string[];
  readonly body: unknown;
  /** Null until answered; stays null when the connection was cut instead. */
  status: number | null;
}

/** The requests seen since the start or the last clearing, oldest first. */
export interface RequestLog {
  readonly seen: readonly SeenRequest[];
  add(request: Omit<SeenRequest, 'at' | 'status' | 'body'> & { body: string }): SeenRequest;
  clear(): void;
}

const MOST_KEPT = 2000;
const secretFields = ['client_secret', 'card_number', 'cvc', 'expiry', 'security_answer', 'password', 'signing_secret'];

/** Builds the log. */
export function createRequestLog(now: () => number): RequestLog {
  const seen: SeenRequest[] = [];
  return {
    seen,
    add(request) {
      const entry = { ...request, at: isoMicros(now()), status: null, body: readable(request.body) };
      seen.push(entry);
      if (seen.length > MOST_KEPT) seen.shift();
      return entry;
    },
    clear: () => { seen.length = 0; },
  };
}

function readable(body: string): unknown {
  if (body === '') return null;
  try {
    return masked(JSON.parse(body));
  } catch {
    return masked(Object.fromEntries(new URLSearchParams(body)));
  }
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value)
    .map(([key, inner]) => [key, secretFields.includes(key) ? '***' : masked(inner)]));
}
