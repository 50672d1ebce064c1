import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { appHost, appScheme } from '../../preload/contract/origin.ts';
import { contentSecurityPolicy } from './csp.ts';

/** How the app scheme is announced before the app is ready: standard and secure, so that storage, workers and CSP behave. */
export const appSchemeRegistration: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm',
  // The PDF viewer's character maps and fonts.
  '.bcmap': 'application/octet-stream', '.pfb': 'application/octet-stream', '.ttf': 'font/ttf',
  // What reads code lines and finds faces.
  '.bin': 'application/octet-stream', '.tflite': 'application/octet-stream',
};

/** Answers app:// requests from one folder: GET only, our host only, nothing outside the folder, only file types we ship. */
export function createAppProtocol(folder: string): (request: Request) => Promise<Response> {
  const root = resolve(folder);
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const url = new URL(request.url);
    if (url.host !== appHost) return refuse(403);
    const path = fileOf(root, url.pathname);
    const type = path ? mimeTypes[extname(path)] : undefined;
    if (!path || !type) return refuse(403);
    const body = await readFile(path).catch(() => null);
    return body ? new Response(new Uint8Array(body), { headers: headersFor(type) }) : refuse(404);
  };
}

function fileOf(root: string, pathname: string): string | null {
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = resolve(join(root, decoded === '/' ? 'index.html' : decoded));
  return path.startsWith(root + sep) ? path : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function headersFor(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': contentSecurityPolicy } });
}
