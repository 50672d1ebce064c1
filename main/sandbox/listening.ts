import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpBindings, ServerType } from '@hono/node-server';

/** The only address the sandbox listens on. */
export const HOST = '127.0.0.1';

/** A handler in the form the server library wants it. */
export function asFetch(handle: (request: Request, node: HttpBindings) => Promise<Response>) {
  return (request: Request, env: unknown): Promise<Response> => handle(request, env as HttpBindings);
}

/** Begins to listen; resolves to the port, rejects when it is taken. */
export function listen(server: ServerType, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Stops at once; open connections are cut. */
export function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => { resolve(); });
    (server as Server).closeAllConnections();
  });
}
