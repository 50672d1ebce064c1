import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../../main/shell/csp.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Where the page seems to live; nothing of it goes over a network. */
export const origin = 'http://bursar.test';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};

/** Builds the page as it ships, and the stand-in for main as one script, into a folder. */
export async function buildSite(folder: string): Promise<void> {
  await build({ configFile: join(root, 'build/vite.renderer.config.ts'), build: { outDir: join(folder, 'page') } });
  await build({
    configFile: false, root, logLevel: 'warn',
    build: {
      outDir: join(folder, 'fake'), emptyOutDir: true, minify: false, target: 'chrome150',
      rolldownOptions: { input: { fake: join(root, 'test/renderer/gallery/page.ts') }, output: { format: 'iife', entryFileNames: '[name].js' } },
    },
  });
}

/** Serves the folder to a browser under the content policy that ships; anything else is refused. */
export async function serveSite(context: BrowserContext, folder: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) return route.abort();
    const path = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
    try {
      const body = readFileSync(join(folder, 'page', path));
      return await route.fulfill({ body, headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-security-policy': contentSecurityPolicy } });
    } catch {
      return route.fulfill({ status: 404, body: '' });
    }
  });
}
