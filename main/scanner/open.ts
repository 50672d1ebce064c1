import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ScannerInfo } from '../../preload/contract/scanning.ts';
import { askXml, below, type XmlAnswer } from './ask.ts';
import { readCapabilities, type SourceCaps } from './capabilities.ts';
import { habitsOf, type Habits } from './habits.ts';
import type { Line } from './line.ts';
import type { LineFailure } from './line-types.ts';
import { addressesToTry } from './typed-address.ts';
import { busyWords, lineWords, lockedWords, noScannerWords } from './words.ts';

/** A scanner that has described itself: its address without a slash at the end, the certificate's SHA-256 to keep (null without TLS), and how to
 *  speak with it. */
export type OpenScanner = {
  readonly info: ScannerInfo;
  readonly base: string;
  readonly fingerprint: string | null;
  readonly sources: readonly SourceCaps[];
  readonly habits: Habits;
};

/** The most times that a scanner may point to another place on its own host. */
const maxRedirects = 3;

type Miss = { readonly failure: LineFailure } | { readonly status: number };

/** Opens what a person typed or what was found: tries the usual places at once and takes the likeliest that answers as a scanner. A known certificate
 *  is asked for again, so a scanner that had one is never spoken to without. Errors, which call the
 *  scanner by `name`: validation, scanner-gone, scanner-outside, scanner-changed,
 *  scanner-unreadable, scanner-refused, scanner-busy, tls, cancelled. */
export async function openScanner(
  line: Line, typed: string, fingerprint: string | null, signal: AbortSignal, name: string = shortAddress(typed),
): Promise<Result<OpenScanner, AppError>> {
  const addresses = addressesToTry(typed);
  if (!addresses.ok) return addresses;
  const wanted = addresses.value.filter((address) => fingerprint === null || address.startsWith('https:'));
  if (wanted.length === 0) return fail(lineWords({ kind: 'changed', fingerprint: '' }, name));
  const tried = await Promise.all(wanted.map((address) => openAt(line, address, fingerprint, signal)));
  const found = tried.find((one) => one.ok);
  if (found) return found;
  return fail(missWords(tried.flatMap((one) => (one.ok ? [] : [one.error])), name));
}

async function openAt(line: Line, address: string, fingerprint: string | null, signal: AbortSignal): Promise<Result<OpenScanner, Miss>> {
  let base = address;
  for (let hop = 0; ; hop++) {
    const answer = await askXml(line, below(base, 'ScannerCapabilities'), fingerprint, signal);
    if (!answer.ok) return fail({ failure: answer.error });
    const next = hop < maxRedirects ? redirected(base, answer.value) : null;
    if (next === null) return described(base, answer.value);
    base = next;
  }
}

/** Where a scanner points on its own host (plain to secure, as a rule); null when it doesn't, or points elsewhere. */
function redirected(base: string, { status, location }: XmlAnswer): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  const from = below(base, 'ScannerCapabilities');
  const to = URL.parse(location, from.href);
  const sameHost = to !== null && to.hostname === from.hostname && /^https?:$/.test(to.protocol) && !(from.protocol === 'https:' && to.protocol === 'http:');
  if (!sameHost || !/\/ScannerCapabilities\/?$/.test(to.pathname)) return null;
  return to.origin + to.pathname.replace(/\/ScannerCapabilities\/?$/, '');
}

function described(base: string, { status, root, server, fingerprint }: XmlAnswer): Result<OpenScanner, Miss> {
  const caps = status === 200 ? readCapabilities(root) : null;
  if (caps === null) return fail({ status });
  const sources = caps.sources.map(({ source, colors, resolutions, maxWidth, maxHeight }) => ({ source, colors, resolutions, maxWidth, maxHeight }));
  const info: ScannerInfo = { id: caps.uuid ?? base, name: caps.make, make: caps.make, address: base, secure: fingerprint !== null, sources };
  return ok({ info, base, fingerprint, sources: caps.sources, habits: habitsOf(caps.make, server) });
}

/** An address as a person knows it. */
function shortAddress(typed: string): string {
  return URL.parse(typed.trim())?.host ?? typed.trim();
}

/** The most telling of what went wrong. */
function missWords(misses: readonly Miss[], address: string): AppError {
  const statuses = misses.flatMap((miss) => ('status' in miss ? [miss.status] : []));
  const failures = misses.flatMap((miss) => ('failure' in miss ? [miss.failure] : []));
  const firm = failures.find(({ kind }) => kind === 'changed' || kind === 'outside' || kind === 'stopped');
  if (firm) return lineWords(firm, address);
  if (statuses.includes(503)) return busyWords(address);
  if (statuses.some((status) => status === 401 || status === 403)) return lockedWords(address);
  if (statuses.length > 0) return noScannerWords(address);
  const order: readonly LineFailure['kind'][] = ['insecure', 'broken', 'timeout'];
  return lineWords(order.flatMap((kind) => failures.find((one) => one.kind === kind) ?? [])[0] ?? { kind: 'unreachable' }, address);
}
