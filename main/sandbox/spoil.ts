import { TLSSocket } from 'node:tls';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Reply } from './errors.ts';
import type { Fault, FaultKind } from './faults.ts';
import { sampleEnvelope } from './kira/sample-envelopes.ts';

type Spoiler = (fault: Fault, node: HttpBindings, real: Response | undefined) => Response | Promise<Response>;

const XML = { 'Content-Type': 'application/xml' };
const HTML = { 'Content-Type': 'text/html' };

const spoilers: Readonly<Record<FaultKind, Spoiler>> = {
  'timeout-after-commit': (_fault, node) => holdOpen(node),
  'timeout-before-commit': (_fault, node) => holdOpen(node),
  reset: (_fault, node) => {
    cut(node);
    return RESPONSE_ALREADY_SENT;
  },
  'reset-after-headers': (fault, node, real) => cutShort(fault.kind, node, real),
  truncated: (fault, node, real) => cutShort(fault.kind, node, real),
  slow: (fault, node, real) => drip(fault, node, real),
  malformed: (_fault, _node, real) => canned(real?.status ?? 200, '{"message":"Payout Initi'),
  empty: (_fault, _node, real) => canned(real?.status ?? 200, ''),
  html: () => canned(200, '<!doctype html><html><body>Please sign in to the network</body></html>', HTML),
  401: () => canned(401, '{"message":"Invalid or missing access token"}'),
  '403-xml': () => canned(403, '<Error><Code>AccessDenied</Code></Error>', XML),
  429: (fault) => canned(429, '{"message":"Too Many Attempts."}',
    fault.retryAfter === null ? {} : { 'Retry-After': String(fault.retryAfter) }),
  500: () => canned(500, '{"message":"Server Error"}'),
  latency: (fault, _node, real) => late(fault, real),
  'non-json-200': () => canned(200, 'error code: 522', { 'Content-Type': 'text/plain' }),
  envelope: (fault) => enveloped(sampleEnvelope(fault.name ?? 'E1'), fault.status),
  '500-e10': () => enveloped(sampleEnvelope('E10'), undefined),
  'commit-late': (_fault, node) => holdOpen(node),
  'old-answer': (_fault, _node, real) => real ?? canned(500, '{"message":"Server Error"}'),
  'odd-status': (_fault, _node, real) => rewritten(real, ([key, value]) => [key, key === 'status' ? 'QUEUED_AT_PARTNER' : value]),
  'string-amounts': (_fault, _node, real) => rewritten(real, ([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
};

/** Spoils a reply; `real` is what would have been answered, or nothing when the request was not carried out. */
export async function spoil(fault: Fault, node: HttpBindings, real: Response | undefined): Promise<Response> {
  return spoilers[fault.kind](fault, node, real);
}

// Only a plain TCP socket can be reset; a TLS one is dropped.
function cut(node: HttpBindings): void {
  const { socket } = node.incoming;
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

function canned(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

function enveloped(sample: Reply, status: number | undefined): Response {
  return canned(status ?? sample.status, JSON.stringify(sample.body));
}

async function late(fault: Fault, real: Response | undefined): Promise<Response> {
  await new Promise((resolve) => { setTimeout(resolve, fault.dripMs); });
  return real ?? canned(500, '{"message":"Server Error"}');
}

type Entry = readonly [key: string, value: unknown];

// The real answer with its plain fields put another way; one that isn't JSON stays as it is.
async function rewritten(real: Response | undefined, change: (entry: Entry) => Entry): Promise<Response> {
  const text = (await fullBody(real)).toString();
  try {
    return canned(real?.status ?? 500, JSON.stringify(JSON.parse(text), (_key, value: unknown) => changed(value, change)));
  } catch {
    return canned(real?.status ?? 500, text);
  }
}

function changed(value: unknown, change: (entry: Entry) => Entry): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(change));
}

/** Resolves when the client has left. */
export async function hungUp(node: HttpBindings): Promise<void> {
  await holdOpen(node);
}

async function holdOpen(node: HttpBindings): Promise<Response> {
  if (!node.outgoing.destroyed) await new Promise((resolve) => { node.outgoing.once('close', resolve); });
  return RESPONSE_ALREADY_SENT;
}

async function fullBody(real: Response | undefined): Promise<Buffer> {
  return Buffer.from(real ? await real.text() : '{"message":"Server Error"}');
}

async function cutShort(kind: FaultKind, node: HttpBindings, real: Response | undefined): Promise<Response> {
  const body = await fullBody(real);
  node.outgoing.writeHead(real?.status ?? 200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  const half = body.subarray(0, kind === 'truncated' ? Math.floor(body.length / 2) : 0);
  const sent = new Promise((resolve) => { node.outgoing.write(half.length > 0 ? half : '', resolve); });
  node.outgoing.flushHeaders();
  await sent;
  if (kind === 'truncated') node.incoming.socket.end();
  else cut(node);
  return RESPONSE_ALREADY_SENT;
}

async function drip(fault: Fault, node: HttpBindings, real: Response | undefined): Promise<Response> {
  const body = await fullBody(real);
  node.outgoing.writeHead(real?.status ?? 200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  for (let at = 0; at < body.length && !node.outgoing.destroyed; at += 1) {
    node.outgoing.write(body.subarray(at, at + 1));
    await new Promise((resolve) => { setTimeout(resolve, fault.dripMs); });
  }
  node.outgoing.end();
  return RESPONSE_ALREADY_SENT;
}
