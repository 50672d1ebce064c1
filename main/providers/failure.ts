/** How a request can fail without a reply: no way there, too slow, no trust, cut off, stopped by us, reply too big, sent elsewhere, or
 *  an address that secrets may not go to. */
export type FailureKind = 'offline' | 'timeout' | 'tls' | 'reset' | 'aborted' | 'too-large' | 'redirect' | 'insecure';

/** A request without a usable reply; `code` is the machine's own short code (ECONNREFUSED, ERR_CERT_DATE_INVALID), fit for logs. */
export type HttpFailure = { readonly kind: FailureKind; readonly code: string };

const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ['tls', /^(ERR_CERT|ERR_SSL|ERR_TLS|ERR_BAD_SSL|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/],
  ['redirect', /REDIRECT/],
  ['timeout', /(TIMEDOUT|TIMED_OUT|TIMEOUT)$/],
  ['offline', /^(ENOTFOUND|EAI_|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)/],
  ['offline', /^ERR_(NAME_|INTERNET_DISCONNECTED|CONNECTION_REFUSED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED|NETWORK_ACCESS_DENIED|DNS_)/],
  ['aborted', /^(ABORT_ERR|ERR_ABORTED)$/],
];

/** Sorts an error thrown by fetch, Node's or Electron's, by what it means; anything unknown counts as a cut connection. */
export function classifyFailure(error: unknown): HttpFailure {
  const codes = codesOf(error, 0);
  for (const [kind, pattern] of kinds) {
    const code = codes.find((candidate) => pattern.test(candidate));
    if (code !== undefined) return { kind, code };
  }
  return { kind: 'reset', code: codes[0] ?? 'UNKNOWN' };
}

/** What a machine's code means; one that nobody knows is a cut connection. */
export function kindOfCode(code: string): FailureKind {
  return kinds.find(([, pattern]) => pattern.test(code))?.[0] ?? 'reset';
}

/** Every machine code in an error, its causes and the errors it gathers. */
function codesOf(error: unknown, depth: number): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const chromium = /net::([A-Z_]+)/.exec(error.message)?.[1];
  const redirect = /redirect/i.test(error.message) ? ['UNEXPECTED_REDIRECT'] : [];
  const gathered = error instanceof AggregateError ? error.errors.flatMap((one: unknown) => codesOf(one, depth + 1)) : [];
  return [...code, ...(chromium ? [chromium] : []), ...redirect, ...codesOf(error.cause, depth + 1), ...gathered];
}
