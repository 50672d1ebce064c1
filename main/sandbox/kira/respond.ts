import type { Reply } from '../errors.ts';
import type { World } from '../world.ts';

/** One complaint about a field, under its dotted path (envelope of users and recipients). */
export interface FieldComplaint {
  readonly path: string;
  readonly message: string;
  readonly code: string;
}

/** One complaint of webhook registration. */
export interface LocatedComplaint {
  readonly loc: string;
  readonly msg: string;
  readonly type: string;
}

/** One complaint of the token call; `loc` begins with `body`. */
export interface BodyComplaint {
  readonly type: string;
  readonly loc: readonly string[];
  readonly msg: string;
}

/** The gateway's message alone: `Forbidden`, `Unauthorized`, … (Kira guide: Authentication). */
export function e1(message: string, status: number): Reply {
  return { status, body: { message } };
}

/** A code and a message, with more root keys where there are any (Kira guide: Errors). */
export function e2(code: string, message: string, status: number, extra: Readonly<Record<string, unknown>> = {}): Reply {
  return { status, body: { code, message, ...extra } };
}

/** 400 of a schema, paths as arrays (Kira guide: Quotations). */
export function e3(details: readonly { readonly code: string; readonly path: readonly string[]; readonly message: string }[]): Reply {
  return { status: 400, body: { code: 'validation_error', message: 'Invalid request body', details } };
}

/** 400 of a schema, the field's name glued into each message (Kira guide: Virtual accounts). */
export function e4(...messages: readonly string[]): Reply {
  return { status: 400, body: { code: 'validation_error', error: 'Invalid data', details: messages.map((message) => ({ message })) } };
}

/** 400 of a schema, paths dotted (Kira guide: Users, Recipients). */
export function e5(...details: readonly FieldComplaint[]): Reply {
  return { status: 400, body: { error: 'Invalid request data', details } };
}

/** An error object with a code in capitals (Kira guide: Recipients). */
export function e6(code: string, message: string, status: number, details: Readonly<Record<string, unknown>> = {}): Reply {
  return { status, body: { error: { code, message, details } } };
}

/** What the rules of virtual accounts answer (Kira guide: Virtual accounts). */
export function e7(world: Pick<World, 'clock'>, message: string, status = 400): Reply {
  const error = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 409: 'Conflict' }[status] ?? 'Error';
  return { status, body: { statusCode: status, error, message, timestamp: new Date(world.clock.now()).toISOString() } };
}

/** 400 of webhook registration (Kira guide: Webhooks). */
export function e8(...data: readonly LocatedComplaint[]): Reply {
  return { status: 400, body: { message: 'ERROR-V001: Validation Error', data } };
}

/** 422 of the token call (Kira guide: Authentication). */
export function e9(...data: readonly BodyComplaint[]): Reply {
  return { status: 422, body: { message: 'Invalid input data', data } };
}

/** 500 without a word about why. */
export function e10(): Reply {
  return { status: 500, body: { status: 'error', message: 'Internal server error' } };
}

/** The envelope of the newest reference pages: a code and complaints by field. */
export function e11(code: string, message: string, status: number, errors: readonly { readonly field: string; readonly message: string }[]): Reply {
  return { status, body: { code, message, errors } };
}
