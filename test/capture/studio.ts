import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../host/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.json': 'application/json' };

/** A headless browser with our drawing page; ends with `close`. */
export type Studio = { readonly openPage: () => Promise<Page>; readonly close: () => Promise<void> };

/** The pages there are: `index` draws, `score` draws and lets the pre-flight look. */
export type StudioPage = 'index' | 'score';

/** Builds a page into a folder of its own, which goes with the studio, and starts a browser for it; the page comes from this computer's loopback. */
export async function openStudio(name: StudioPage): Promise<Studio> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-studio-'));
  await build({ configFile: join(root, 'build', 'vite.capture.config.ts'), build: { outDir: folder, rolldownOptions: { input: join(root, 'test', 'capture', 'page', `${name}.html`) } } });
  const server = await serve(folder);
  const browser = await launch();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}.html`;
  return {
    openPage: async () => {
      const page = await browser.newPage();
      page.on('pageerror', (error) => { process.stderr.write(`page: ${error.message}\n`); });
      await page.goto(address);
      await page.waitForFunction(() => 'capture' in globalThis);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Drawing specimens needs Chromium, Chrome or Edge. Install one, or name it in BURSAR_CHROMIUM.');
  const args = chromiumFlags({ headless: true, profile: '' }).filter((flag) => !flag.startsWith('--user-data-dir') && flag !== '--block-new-web-contents');
  return chromium.launch({ executablePath, args });
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (path.includes('..')) return response.writeHead(404).end();
    readFile(join(folder, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
    return undefined;
  });
  return new Promise((ready) => { server.listen(0, '127.0.0.1', () => { ready(server); }); });
}
