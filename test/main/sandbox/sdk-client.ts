import http from 'node:http';
import https from 'node:https';
import type { Json } from './client.ts';

/** A reply as the official Node client hands it on. */
export interface SdkReply {
  readonly status: number;
  readonly data: Json;
}

/** A call in the manner of the official Node client: chunked body, JSON content type even on GET, reply must be JSON. */
export function sdkCall(
  url: string, method: string, path: string, auth: Record<string, string>, body?: object,
): Promise<SdkReply> {
  return new Promise((resolve, reject) => {
    const headers = { ...auth, 'Content-Type': 'application/json', Accept: 'application/json' };
    const request = http.request(new URL(path, url), { method, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (text === '') reject(new Error('PARSE_ERROR: empty body'));
        else resolve({ status: reply.statusCode ?? 0, data: JSON.parse(text) as Json });
      });
    });
    request.on('error', reject);
    // Writing before ending makes Node send the body in chunks without a length.
    if (body !== undefined) request.write(JSON.stringify(body));
    request.end();
  });
}

/** The upload in the manner of the official Node client: TLS, its own headers instead of the returned ones, no token. */
export function sdkPut(url: string, bytes: Buffer, ca: Buffer | undefined): Promise<{ status: number; etag: string }> {
  const headers = {
    'Content-Length': bytes.length, 'Content-Type': 'image/png', 'Content-Disposition': 'attachment; filename="passport.png"',
  };
  return new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    const done = (reply: http.IncomingMessage): void => {
      reply.resume();
      reply.on('end', () => { resolve({ status: reply.statusCode ?? 0, etag: reply.headers.etag ?? '' }); });
    };
    const request = secure
      ? https.request(url, { method: 'PUT', headers, ...(ca ? { ca } : {}) }, done)
      : http.request(url, { method: 'PUT', headers }, done);
    request.on('error', reject);
    request.end(bytes);
  });
}

/** The smallest thing that begins like a PNG. */
export const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)]);
