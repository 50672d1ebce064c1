import type { Act } from './act.ts';
import type { HttpRequest, RequestKind } from './http-types.ts';

/** One operation of a provider's API: its path with {placeholders}, what kind of request it is, and the words for its errors. */
export type Endpoint<A extends Act = Act> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly route: string;
  readonly kind: Extract<RequestKind, 'read' | 'write' | 'money'>;
  readonly act: A;
};

/** What goes into one call: values of the placeholders, the query, headers of its own, and a JSON body (an object, or text that is sent as
 *  it is). */
export type CallInput = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
};

/** Builds the request of a call that is signed by `headers`. The path is put behind the whole base address, so that a path in it stays; ids
 *  are escaped, so that no id can reach another path. */
export function requestTo(baseUrl: string, endpoint: Endpoint, input: CallInput, signed: Readonly<Record<string, string>>): HttpRequest {
  const path = endpoint.route.replace(/\{(\w+)\}/g, (_all, name: string) => segment(input.params?.[name] ?? ''));
  const query = input.query ? `?${new URLSearchParams(input.query).toString()}` : '';
  const headers = { ...signed, Accept: 'application/json', ...input.headers };
  const base = { kind: endpoint.kind, method: endpoint.method, route: endpoint.route, url: `${baseUrl}${path}${query}` };
  if (input.body === undefined) return { ...base, headers };
  const body = typeof input.body === 'string' ? input.body : JSON.stringify(input.body);
  return { ...base, headers: { ...headers, 'Content-Type': 'application/json' }, body };
}

/** One escaped path segment; an empty one or dots would be another path, and asking for that is a bug. */
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new Error('An id in a path is empty or dots');
  return encodeURIComponent(value);
}
