import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ControlClient } from './control-client.ts';
import type { LaunchedApp, LaunchOptions } from './harness.ts';
import { launchByPort } from './launch.ts';
import { AppUrls } from './urls.ts';

const urls = new AppUrls();
urls.add('app');
const RUN = fileURLToPath(new URL('./run.ts', import.meta.url));

/** Starts the app on the stand-in: a headless Chromium of its own, seen by the app and by the test. */
export async function launchOnHost(options: LaunchOptions): Promise<LaunchedApp> {
  const browser = await launchByPort({ headless: true, args: options.chromiumArgs ?? [] });
  const folder = mkdtempSync(join(tmpdir(), 'bursar-control-'));
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${folder.split(/[\\/]/).at(-1)}` : join(folder, 'socket');
  const child = spawnHost(options, browser.endpoint, address);
  const logs = collect(child);
  const cleanUp = async (): Promise<void> => {
    await browser.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [playwright, control] = await Promise.race([
      Promise.all([connect(browser.endpoint), ControlClient.connect(address, child)]),
      diedEarly(child, logs),
    ]);
    const shown = await Promise.race([control.run({ do: 'wait-window' }), diedEarly(child, logs)]);
    const page = await pageOf(playwright, (shown as { targetId: string }).targetId);
    return { ...endings(child, control, playwright, cleanUp), page, url: () => urls.toApp(page.url()), child, logs, control: (command) => control.run(command) };
  } catch (error) {
    await stop(child, 'SIGKILL');
    await cleanUp();
    throw error;
  }
}

function spawnHost(options: LaunchOptions, endpoint: string, control: string): ChildProcess {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...options.env,
    BURSAR_HOST_CDP: endpoint,
    BURSAR_HOST_CONTROL: control,
    ...(options.size ? { BURSAR_HOST_SIZE: `${options.size.width}x${options.size.height}` } : {}),
    ...(options.colorScheme ? { BURSAR_HOST_COLOR_SCHEME: options.colorScheme } : {}),
  };
  const args = [RUN, options.mainBundle, `--user-data-dir=${options.userDataDir}`, ...(options.args ?? [])];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function endings(
  child: ChildProcess,
  control: ControlClient,
  playwright: Browser,
  cleanUp: () => Promise<void>,
): Pick<LaunchedApp, 'kill' | 'close'> {
  const finish = async (): Promise<void> => {
    control.close();
    await playwright.close().catch(() => undefined);
    await cleanUp();
  };
  return {
    kill: async () => {
      await stop(child, 'SIGKILL');
      await finish();
    },
    close: async () => {
      const gone = exited(child);
      await control.run({ do: 'quit' }).catch(() => undefined);
      await gone;
      await finish();
    },
  };
}

async function connect(endpoint: string): Promise<Browser> {
  return chromium.connectOverCDP(endpoint, { noDefaults: true });
}

async function pageOf(browser: Browser, targetId: string): Promise<Page> {
  const context = browser.contexts()[0];
  if (!context) throw new Error('the browser has no context');
  const matches = async (page: Page): Promise<boolean> => {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    return targetInfo.targetId === targetId;
  };
  for (const page of context.pages()) if (await matches(page)) return page;
  return context.waitForEvent('page', { predicate: matches });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: Buffer): void => void (text += chunk.toString('utf8'));
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

async function diedEarly(child: ChildProcess, logs: () => string): Promise<never> {
  await exited(child);
  throw new Error(`The app ended before it showed a window (${child.exitCode ?? child.signalCode}).\n${logs()}`);
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await exited(child);
}

