import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { build } from 'vite';
import { createAppProtocol } from '../../../../main/shell/app-protocol.ts';
import { appOrigin } from '../../../../preload/contract/origin.ts';
import { chromiumFlags, findChromium } from '../../../host/chromium.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** A page in a real browser, served by the app's own protocol with its content policy. */
export type ServedPage = {
  readonly page: Page;
  /** Lends a file an address on the page's origin until `work` is done. */
  readonly lend: <T>(bytes: Uint8Array, work: (address: string) => Promise<T>) => Promise<T>;
  /** Most memory of the page's process since it was last asked, and now, in bytes. */
  readonly memory: () => Promise<{ readonly now: number; readonly most: number }>;
  /** Violations of the content policy so far. */
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
};

/** Builds the page `html` (a file's path), serves it on loopback and opens it in a browser with more `flags`; it is there once it has set the global `name`. */
export async function openServedPage(html: string, name: string, flags: readonly string[] = []): Promise<ServedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-page-'));
  await build({ configFile: join(root, 'build/vite.capture.config.ts'), root: dirname(html), build: { outDir: folder, minify: true, rolldownOptions: { input: html } } });
  const files = new Map<string, Uint8Array>();
  const server = await serve(folder, files);
  const browser = await launch(flags);
  const page = await browser.newPage();
  const violations: string[] = [];
  page.on('console', (message) => { if (/content security policy/i.test(message.text())) violations.push(message.text()); });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${basename(html)}`);
  await page.waitForFunction((global) => global in globalThis, name);
  const session = await browser.newBrowserCDPSession();
  let count = 0;
  return {
    page, violations,
    lend: async (bytes, work) => {
      count += 1;
      const address = `/file/${count}`;
      files.set(address, bytes);
      try {
        return await work(address);
      } finally {
        files.delete(address);
      }
    },
    memory: () => memoryOf(session),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(flags: readonly string[]): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('This test needs Chromium, Chrome or Edge. Install one, or name it in BURSAR_CHROMIUM.');
  const args = chromiumFlags({ headless: true, profile: '' }).filter((flag) => !flag.startsWith('--user-data-dir') && flag !== '--block-new-web-contents');
  return chromium.launch({ executablePath, args: [...args, ...flags] });
}

async function serve(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<Server> {
  const app = createAppProtocol(folder);
  const server = createServer((request, response) => {
    const given = files.get(request.url ?? '');
    if (given) return response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(given);
    void app(new Request(`${appOrigin}${request.url ?? '/'}`)).then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
    });
    return undefined;
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return server;
}

/** The largest renderer's memory, from the system's own book, whose high mark is then set back; Linux alone keeps one, so elsewhere it is 0. */
async function memoryOf(session: CDPSession): Promise<{ now: number; most: number }> {
  if (process.platform !== 'linux') return { now: 0, most: 0 };
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const all = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    writeFileSync(`/proc/${id}/clear_refs`, '5');
    return status;
  });
  const read = (status: string, name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024;
  return { now: Math.max(...all.map((status) => read(status, 'VmRSS'))), most: Math.max(...all.map((status) => read(status, 'VmHWM'))) };
}
