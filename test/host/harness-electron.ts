import { _electron, type ElectronApplication } from 'playwright-core';
import type { Command } from './control.ts';
import type { LaunchedApp, LaunchOptions } from './harness.ts';

/** Starts the app on Electron itself. */
export async function launchOnElectron(options: LaunchOptions): Promise<LaunchedApp> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({
    args: [...(options.chromiumArgs ?? []), options.mainBundle, `--user-data-dir=${options.userDataDir}`, ...(options.args ?? [])],
    env: { ...Object.fromEntries(inherited), ...options.env },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  });
  const child = app.process();
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const opened = app.evaluate(recordOpened);
  const page = await app.firstWindow();
  await opened;
  if (options.size) await page.setViewportSize(options.size);
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  return { page, url: () => page.url(), child, kill, close: () => app.close(), control: (command) => steer(app, command), logs: () => text };
}

type Electron = typeof import('electron');
type Recorded = typeof globalThis & { openedForTests?: string[] };

function recordOpened({ shell }: Electron): void {
  const opened: string[] = ((globalThis as Recorded).openedForTests = []);
  shell.openExternal = async (url) => void opened.push(url);
}

/** The commands of the stand-in's control channel, as far as Electron lets a test pretend them. */
function steer(app: ElectronApplication, command: Command): Promise<unknown> {
  return app.evaluate(({ app: electronApp, BrowserWindow, powerMonitor }, { do: name, ...rest }) => {
    const power = ['lock-screen', 'unlock-screen', 'suspend', 'resume'];
    if (power.includes(name)) return powerMonitor.emit(name);
    if (name === 'idle') {
      powerMonitor.getSystemIdleTime = () => Number(rest['seconds']);
      return null;
    }
    if (name === 'second-instance') return electronApp.emit('second-instance', {}, rest['argv'] ?? [], process.cwd());
    if (name === 'close-window') return BrowserWindow.getAllWindows().at(-1)?.close();
    if (name === 'quit') return setImmediate(() => electronApp.quit()) && null;
    if (name === 'opened-external') return (globalThis as Recorded).openedForTests;
    if (name === 'memory') return process.memoryUsage();
    throw new Error(`unknown command ${name}`);
  }, command);
}
