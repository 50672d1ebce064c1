import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the test's server saw it. */
export type Seen = { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
/** What the server does with it: answers, cuts the line, or never answers. */
export type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'cut' | 'silence';
/** A server on loopback that answers as it is told. */
export type TestServer = { readonly url: string; readonly seen: readonly Seen[]; close(): Promise<void> };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export async function startServer(answer: (seen: Seen, count: number) => Answer): Promise<TestServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).catch(() => '').then((body) => {
      const one: Seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      seen.push(one);
      const reply = answer(one, seen.length);
      if (reply === 'cut') return request.socket.destroy();
      if (reply === 'silence') return undefined;
      const text = typeof reply.body === 'string' || reply.body instanceof Uint8Array ? reply.body : JSON.stringify(reply.body ?? {});
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      return response.end(text);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const close = () => new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => { resolve(); });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}
