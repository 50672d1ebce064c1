import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { LookupFunction, Socket } from 'node:net';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { connect } from './connect.ts';
import { LineBroken, type After, type LineFailure, type LineReply, type LineRequest } from './line-types.ts';
import { ownLookup } from './own-network.ts';

/** Makes one request to a scanner. */
export type Line = (request: LineRequest) => Promise<Result<LineReply, LineFailure>>;

/** What the line stands on. Times in ms: `connectMs` to reach the scanner (5 s), `idleMs` in which something must come (60 s). */
export type LineDeps = { readonly after: After; readonly connectMs?: number; readonly idleMs?: number; readonly lookup?: LookupFunction };

/** Makes the line to scanners on node:http: a connection a request, own network only, no redirects followed, certificates trusted by fingerprint,
 *  replies streamed as fast as they are read. */
export function createLine({ after, connectMs = 5_000, idleMs = 60_000, lookup = ownLookup() }: LineDeps): Line {
  return async (request) => {
    const line = await connect({ after, connectMs, lookup }, request.url, request.fingerprint, request.signal);
    if (!line.ok) return line;
    const { socket, fingerprint } = line.value;
    const patience: Patience = { after, idleMs, signal: request.signal };
    const head = await exchange(socket, request, { ...patience, idleMs: request.patienceMs ?? idleMs });
    if (head.ok) return ok(replyOf(head.value, socket, fingerprint, patience));
    socket.destroy();
    return head;
  };
}

type Patience = { readonly after: After; readonly idleMs: number; readonly signal: AbortSignal };

/** Waits for something that the line does, for as long as patience lasts. */
async function within<T>(patience: Patience, work: Promise<T>): Promise<Result<T, LineFailure>> {
  const limit = limitOf(patience);
  try {
    return await Promise.race([work.then((value) => ok(value)), limit.reached.then((failure) => fail(failure))]);
  } catch {
    return fail({ kind: 'broken' });
  } finally {
    limit.clear();
  }
}

function limitOf({ after, idleMs, signal }: Patience): { readonly reached: Promise<LineFailure>; readonly clear: () => void } {
  const { promise, resolve } = Promise.withResolvers<LineFailure>();
  const stop = () => { resolve({ kind: 'stopped' }); };
  const cancel = after(idleMs, () => { resolve({ kind: 'timeout' }); });
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return {
    reached: promise,
    clear: () => {
      cancel();
      signal.removeEventListener('abort', stop);
    },
  };
}

function exchange(socket: Socket, { method, url, headers, body }: LineRequest, patience: Patience): Promise<Result<IncomingMessage, LineFailure>> {
  return within(patience, new Promise((resolve, reject) => {
    const sent = httpRequest({
      createConnection: () => socket, method, path: `${url.pathname}${url.search}`, host: url.hostname,
      headers: { host: url.host, connection: 'close', accept: '*/*', ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    });
    sent.on('error', reject);
    sent.on('response', resolve);
    sent.end(body);
  }));
}

function replyOf(message: IncomingMessage, socket: Socket, fingerprint: string | null, patience: Patience): LineReply {
  // Whatever breaks is told to who reads; with nobody reading it is no news.
  message.on('error', () => undefined);
  return {
    status: message.statusCode ?? 0, fingerprint, drop: () => { socket.destroy(); }, bytes: read(message, socket, patience),
    header: (name) => {
      const value = message.headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    },
  };
}

async function* read(message: IncomingMessage, socket: Socket, patience: Patience): AsyncGenerator<Uint8Array> {
  const chunks = message[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const next = await within(patience, chunks.next());
      if (!next.ok) throw new LineBroken(next.error);
      if (next.value.done) break;
      yield next.value.value;
    }
    if (!message.complete) throw new LineBroken({ kind: 'broken' });
  } finally {
    socket.destroy();
  }
}
