import type { Fetch } from './http-types.ts';

/** Wraps a fetch that counts a streamed body itself and rejects a Content-Length given to it, as Electron's net.fetch does. */
export function withOwnLength(fetch: Fetch): Fetch {
  return (url, init) => {
    const headers = new Headers(init.headers);
    headers.delete('content-length');
    return fetch(url, { ...init, headers });
  };
}
