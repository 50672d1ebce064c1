/** The sandbox's time: the machine's (or a test's) plus whatever was skipped. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** Builds the clock; `offset` is asked each time, as a control may move it. */
export function createClock(base: () => number, offset: () => number): SandboxClock {
  return { now: () => base() + offset() };
}

/** ISO-8601 UTC with six decimals, the way Laravel prints times. */
export function isoMicros(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}

/** The UTC day, `YYYY-MM-DD`. */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
