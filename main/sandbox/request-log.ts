import { createHash } from 'node:crypto';
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
  /** SHA-256 of the body's bytes, before anything is masked; null when there was none. */
  readonly body_sha256: string | null;
  /** Absent when none was sent. */
  readonly idempotency_key?: string;
  /** Null until answered; stays null when the connection was cut instead. */
  status: number | null;
}

/** The requests seen since the start or the last clearing, oldest first. */
export interface RequestLog {
  readonly seen: readonly SeenRequest[];
  /** Adds a request; `secrets` are masked beside the usual fields. */
  add(request: Omit<SeenRequest, 'at' | 'status' | 'body' | 'body_sha256'> & { body: string }, secrets?: readonly string[]): SeenRequest;
  clear(): void;
}

const MOST_KEPT = 2000;
const secretFields = ['client_secret', 'card_number', 'cvc', 'expiry', 'security_answer', 'password', 'signing_secret'];

/** Builds the log. */
export function createRequestLog(now: () => number): RequestLog {
  const seen: SeenRequest[] = [];
  return {
    seen,
    add(request, secrets = []) {
      const entry = { ...request, at: isoMicros(now()), status: null, body: readable(request.body, [...secretFields, ...secrets]), body_sha256: printOf(request.body) };
      seen.push(entry);
      if (seen.length > MOST_KEPT) seen.shift();
      return entry;
    },
    clear: () => { seen.length = 0; },
  };
}

function printOf(body: string): string | null {
  return body === '' ? null : createHash('sha256').update(body).digest('hex');
}

function readable(body: string, secrets: readonly string[]): unknown {
  if (body === '') return null;
  try {
    return masked(JSON.parse(body), secrets);
  } catch {
    return masked(Object.fromEntries(new URLSearchParams(body)), secrets);
  }
}

function masked(value: unknown, secrets: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => masked(one, secrets));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value)
    .map(([key, inner]) => [key, secrets.includes(key) ? '***' : masked(inner, secrets)]));
}
