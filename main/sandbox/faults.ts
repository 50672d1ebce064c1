import type { EnvelopeName } from './kira/sample-envelopes.ts';

/** What may go wrong on purpose. */
export const faultKinds = [
  'timeout-after-commit', 'timeout-before-commit', 'reset', 'reset-after-headers', 'truncated', '500', '429', '401',
  '403-xml', 'malformed', 'empty', 'html', 'slow', 'latency', 'non-json-200', 'envelope', '500-e10',
  'commit-late', 'old-answer', 'odd-status', 'string-amounts',
] as const;

/** The name of a fault. */
export type FaultKind = (typeof faultKinds)[number];

/** A planned fault: it hits the next `times` requests that match, after letting `skip` pass. */
export interface Fault {
  readonly kind: FaultKind;
  /** Verb, or `*`. */
  readonly method: string;
  /** Beginning of the path, or all of it when `whole`. */
  readonly path: string;
  readonly whole?: boolean;
  times: number;
  skip: number;
  /** Whether the request is really carried out before its reply is spoilt. */
  readonly commit: boolean;
  /** Seconds in a `Retry-After` header, for 429. */
  readonly retryAfter: number | null;
  /** Milliseconds between two bytes, for slow; before the reply, for latency; after the client left, for commit-late. */
  readonly dripMs: number;
  /** Which of Kira's error shapes, for envelope. */
  readonly name?: EnvelopeName;
  /** The status it comes with; else the usual one of the shape. */
  readonly status?: number;
}

const committedByDefault: readonly FaultKind[] = [
  'timeout-after-commit', 'reset-after-headers', 'truncated', 'malformed', 'empty', 'slow', 'latency', 'odd-status', 'string-amounts', 'commit-late',
];

/** Whether a fault of this kind carries the request out when nothing else is said. */
export function commitsByDefault(kind: FaultKind): boolean {
  return committedByDefault.includes(kind);
}

/** The faults waiting to happen. */
export interface Faults {
  readonly planned: readonly Fault[];
  plan(fault: Fault): void;
  /** Takes the fault that hits this request, if any; `also` is another spelling of the path. */
  take(method: string, path: string, also?: string): Fault | undefined;
  clear(): void;
}

/** Builds the list of faults. */
export function createFaults(): Faults {
  const planned: Fault[] = [];
  return {
    planned,
    plan: (fault) => { planned.push(fault); },
    take(method, path, also = path) {
      const fault = planned.find((one) => (one.method === '*' || one.method === method)
        && (hits(one, path) || hits(one, also)));
      if (!fault) return undefined;
      if (fault.skip > 0) {
        fault.skip -= 1;
        return undefined;
      }
      fault.times -= 1;
      if (fault.times <= 0) planned.splice(planned.indexOf(fault), 1);
      return fault;
    },
    clear: () => { planned.length = 0; },
  };
}

function hits({ path, whole }: Fault, asked: string): boolean {
  return whole === true ? asked === path : asked.startsWith(path);
}
