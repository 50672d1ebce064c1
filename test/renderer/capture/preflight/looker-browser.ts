import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { build } from 'vite';
import { createAppProtocol } from '../../../../main/shell/app-protocol.ts';
import { appOrigin } from '../../../../preload/contract/origin.ts';
import { chromiumFlags, findChromium } from '../../../host/chromium.ts';
import type { LookerPage, MadeText } from './page/looker-page.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

type FileCall = Exclude<keyof LookerPage, 'merge'>;
/** What a call takes after the name and the address. */
type Rest<K extends FileCall> = Parameters<LookerPage[K]> extends [string, string, ...infer Others] ? Others : never;

/** A real browser with the app's own looker in a page, served by the app's own protocol with its content policy. */
export type LookerBrowser = {
  /** Asks the page about a file, which gets an address on its origin. */
  readonly ask: <K extends FileCall>(call: K, name: string, bytes: Uint8Array, ...rest: Rest<K>) => Promise<Awaited<ReturnType<LookerPage[K]>>>;
  readonly merge: (pictures: readonly MadeText[]) => ReturnType<LookerPage['merge']>;
  /** Has the page draw a picture as a JPEG or WebP: red, green, blue and yellow quarters, clockwise from the top left. */
  readonly drawn: (mime: string, width: number, height: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Most memory of the page's process since it was last asked, and now, in bytes. */
  readonly memory: () => Promise<{ readonly now: number; readonly most: number }>;
  /** Violations of the content policy so far. */
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
};

/** Builds the page, serves it on loopback and opens it. */
export async function openLookerBrowser(): Promise<LookerBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-looker-'));
  const source = join(root, 'test/renderer/capture/preflight/page');
  await build({ configFile: join(root, 'build/vite.capture.config.ts'), root: source, build: { outDir: folder, minify: true, rolldownOptions: { input: join(source, 'looker.html') } } });
  const files = new Map<string, Uint8Array>();
  const server = await serve(folder, files);
  const browser = await launch();
  const page = await browser.newPage();
  const violations: string[] = [];
  page.on('console', (message) => { if (/content security policy/i.test(message.text())) violations.push(message.text()); });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/looker.html`);
  await page.waitForFunction('globalThis.desk !== undefined');
  const session = await browser.newBrowserCDPSession();
  let count = 0;
  return {
    violations,
    ask: async (call, name, bytes, ...rest) => {
      count += 1;
      const address = `/file/${count}`;
      files.set(address, bytes);
      const answer = await page.evaluate(({ which, args }) => {
        const { desk } = globalThis as unknown as { desk: Record<string, (...all: readonly unknown[]) => unknown> };
        return desk[which]?.(...args);
      }, { which: call as string, args: [name, address, ...rest] as readonly unknown[] });
      files.delete(address);
      return answer as never;
    },
    merge: (pictures) => page.evaluate((all) => (globalThis as unknown as { desk: LookerPage }).desk.merge(all), pictures),
    drawn: async (mime, width, height) => Uint8Array.from(Buffer.from(await page.evaluate(draw, [mime, width, height] as const), 'base64')),
    memory: () => memoryOf(session),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page. */
async function draw([mime, width, height]: readonly [string, number, number]): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d');
  for (const [index, colour] of ['#e02020', '#20a020', '#2020e0', '#e0e020'].entries()) {
    if (!brush) break;
    brush.fillStyle = colour;
    brush.fillRect(index === 1 || index === 2 ? width / 2 : 0, index > 1 ? height / 2 : 0, width / 2, height / 2);
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: mime, quality: 0.9 })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('This test needs Chromium, Chrome or Edge. Install one, or name it in BURSAR_CHROMIUM.');
  const args = chromiumFlags({ headless: true, profile: '' }).filter((flag) => !flag.startsWith('--user-data-dir') && flag !== '--block-new-web-contents');
  return chromium.launch({ executablePath, args });
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
