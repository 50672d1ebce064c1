import { channels, type Channel } from '../../preload/contract/channels.ts';
import { errorCodes } from '../../preload/contract/errors.ts';

/** The only things a log line may say beside its event. `route` is a template such as `/customer/{id}/files`, never a real address;
 *  `code` is one of ours or of the system (`ECONNRESET`); numbers are whole. */
export type LogFields = {
  readonly code?: string;
  readonly durationMs?: number;
  readonly status?: number;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly route?: string;
  readonly attempt?: number;
  readonly provider?: 'blaaiz' | 'kira' | 'sandbox';
  readonly count?: number;
  readonly bytes?: number;
  /** A channel of the contract. */
  readonly channel?: Channel;
  readonly profileId?: string;
  /** The class of an exception, such as `TypeError`; never its message. */
  readonly errorName?: 'Error' | 'TypeError' | 'RangeError' | 'SyntaxError' | 'ReferenceError' | 'AggregateError' | 'EvalError' | 'URIError';
};

type Check = (value: unknown) => boolean;

const oneOf = (...values: readonly string[]): Check => (value) => typeof value === 'string' && values.includes(value);
const like = (pattern: RegExp, longest: number): Check => (value) => typeof value === 'string' && value.length <= longest && pattern.test(value);
const whole = (most: number): Check => (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

const ownCode = oneOf(...errorCodes);
/** Letters only after a known beginning: an IBAN or a reference has digits. */
const systemCode = like(/^(E[A-Z]{3,20}|(ERR|UND_ERR|SQLITE)(_[A-Z]{1,20}){1,6})$/, 60);
const routeTemplate = like(/^(\/([a-z]+(-[a-z]+)*|v[1-9]|\{[a-zA-Z]{1,20}\}))+$/, 120);
const profileId = like(/^(sandbox|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/, 36);

/** One check a field. What isn't listed here, or doesn't look exactly as it should, never reaches the file. */
const checks: Readonly<Record<keyof LogFields, Check>> = {
  code: (value) => ownCode(value) || systemCode(value),
  durationMs: whole(86_400_000),
  status: (value) => whole(599)(value) && Number(value) >= 100,
  method: oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'),
  route: routeTemplate,
  attempt: whole(1000),
  provider: oneOf('blaaiz', 'kira', 'sandbox'),
  count: whole(10_000_000),
  bytes: whole(10_000_000_000),
  channel: oneOf(...channels),
  profileId,
  errorName: oneOf('Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'AggregateError', 'EvalError', 'URIError'),
};

const eventName = like(/^[a-z]+(-[a-z]+){0,7}$/, 60);

/** Hands back the event's name, or `unnamed-event` for anything that doesn't look like one. */
export function safeEvent(event: string): string {
  return eventName(event) ? event : 'unnamed-event';
}

/** Hands back what of `fields` may be logged. No getter is run and no prototype followed: only own, plain values pass. */
export function safeFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    const value: unknown = Object.getOwnPropertyDescriptor(fields, name)?.value;
    const plain = typeof value === 'number' ? Math.round(value) : value;
    if (value !== undefined && check(plain)) safe[name] = plain;
  }
  return safe;
}
