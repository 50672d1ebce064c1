import type { HttpReply } from '../http-types.ts';
import { isRecord } from '../parse-json.ts';
import { requestIdOf } from './words.ts';

/** What an error says of one field; `path` as on the wire, dotted, null when the answer names none. */
export type ProblemField = { readonly path: string | null; readonly message: string; readonly code: string | null };

/** An error of Kira in one shape, whichever of its envelopes it came in (Kira guide: Errors). `code` is in lower case, {@link unreadableCode}
 *  when nothing can be read in it; `gateway` tells the bare `{"message": …}` of the door before the API, behind which nothing was processed. */
export type KiraProblem = {
  readonly http: number;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly ProblemField[];
  readonly retryable: boolean;
  readonly requestId: string | null;
  readonly attemptsRemaining: number | null;
  readonly isBlocked: boolean;
  readonly gateway: boolean;
};

type Body = Readonly<Record<string, unknown>>;
type Said = Pick<KiraProblem, 'code' | 'message' | 'fields'>;

/** The code of an answer that isn't a JSON object or says nothing. */
export const unreadableCode = 'non_json';

const longestMessage = 200;
/** The most fields of one error, and the longest path of one, that are read. */
const mostFields = 100;
const longestPath = 200;
const codesOfStatus: Readonly<Record<number, string>> = {
  400: 'bad_request', 401: 'unauthorized', 403: 'forbidden', 404: 'not_found', 408: 'request_timeout', 409: 'conflict', 422: 'validation_error',
  429: 'rate_limit_exceeded',
};

/** Reads whatever Kira answered instead of a success. */
export function readProblem(reply: HttpReply): KiraProblem {
  const { json, status, headers } = reply;
  const said = isRecord(json) ? saidIn(json, status) : { code: unreadableCode, message: reply.text.slice(0, longestMessage), fields: [] };
  return {
    ...said, http: status, code: said.code.trim().toLowerCase(), retryable: status === 408 || status === 429 || status >= 500,
    requestId: requestIdOf(headers), attemptsRemaining: attemptsIn(json), isBlocked: blockedIn(json), gateway: isGateway(json),
  };
}

function saidIn(body: Body, status: number): Said {
  const { error, details } = body;
  const code = textOf(body['code']);
  const message = textOf(body['message']) ?? textOf(body['Message']) ?? '';
  if (isRecord(error)) return saidInside(error, code ?? ofStatus(status), message);
  if (typeof error === 'string' && Array.isArray(details)) return { code: code ?? 'validation_error', message: error, fields: fieldsIn(details) };
  if (code !== null) return { code, message: message || (textOf(error) ?? ''), fields: [...fieldsIn(details), ...fieldsIn(body['errors'])] };
  if (body['statusCode'] !== undefined) return { code: slug(textOf(error)) ?? ofStatus(status), message, fields: [] };
  return saidPlainly(fieldsIn(body['data']), status, message);
}

function saidInside(error: Body, code: string, message: string): Said {
  return { code: textOf(error['code']) ?? code, message: textOf(error['message']) ?? message, fields: fieldsIn(error['details']) };
}

function saidPlainly(fields: readonly ProblemField[], status: number, message: string): Said {
  if (fields.length > 0) return { code: 'validation_error', message, fields };
  return { code: message === '' ? unreadableCode : ofStatus(status), message, fields };
}

function ofStatus(status: number): string {
  return codesOfStatus[status] ?? (status >= 500 ? 'internal_error' : `http_${status}`);
}

function slug(text: string | null): string | null {
  return text?.toLowerCase().replace(/[^a-z0-9]+/g, '_') ?? null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function fieldsIn(list: unknown): readonly ProblemField[] {
  return Array.isArray(list) ? list.slice(0, mostFields).filter(isRecord).map(fieldOf) : [];
}

function fieldOf(item: Body): ProblemField {
  const message = textOf(item['message']) ?? textOf(item['msg']) ?? '';
  const path = joined(item['path']) ?? joined(item['loc']) ?? joined(item['field']);
  const glued = path === null ? /^([A-Za-z_][\w.]*) is (.+)$/.exec(message) : null;
  return { path: path ?? glued?.[1] ?? null, message: glued?.[2] ?? message, code: textOf(item['code']) ?? textOf(item['type']) };
}

function joined(path: unknown): string | null {
  return textOf(Array.isArray(path) ? path.filter((step) => typeof step === 'string' || typeof step === 'number').join('.') : path)?.slice(0, longestPath) ?? null;
}

/** The objects of a body that may carry the extra words about codes. */
function places(json: unknown): readonly Body[] {
  const error = isRecord(json) ? json['error'] : undefined;
  const inner = [json, error].flatMap((place) => (isRecord(place) ? [place, place['details']] : []));
  return inner.filter(isRecord);
}

function attemptsIn(json: unknown): number | null {
  const found = places(json).map((place) => place['attemptsRemaining'] ?? place['attempts_remaining']).find((value) => Number.isInteger(value));
  return typeof found === 'number' ? found : null;
}

function blockedIn(json: unknown): boolean {
  return places(json).some((place) => (place['isBlocked'] ?? place['is_blocked']) === true);
}

function isGateway(json: unknown): boolean {
  return isRecord(json) && Object.keys(json).length === 1 && textOf(json['message'] ?? json['Message']) !== null;
}
