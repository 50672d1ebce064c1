import { rmSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { askFromPage, type Asker } from './blank-browser.ts';
import { moveClock } from './clock.ts';
import { hostClipboard, HostNotification } from './extras.ts';
import type { host as theHost } from './host.ts';

type Host = typeof theHost;
/** One command of a test: a line of JSON. */
export type Command = { readonly do: string; readonly [field: string]: unknown };
type Handler = (command: Command, host: Host) => unknown;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'lock-screen': (_, { powerMonitor }) => powerMonitor.pretend('lock-screen'),
  'unlock-screen': (_, { powerMonitor }) => powerMonitor.pretend('unlock-screen'),
  'suspend': (_, { powerMonitor }) => powerMonitor.pretend('suspend'),
  'resume': (_, { powerMonitor }) => powerMonitor.pretend('resume'),
  'idle': ({ seconds }, { powerMonitor }) => powerMonitor.setIdle(Number(seconds)),
  'online': ({ value }, host) => setOnline(host, value === true),
  'second-instance': ({ argv }, { app }) =>
    app.secondInstance({ argv: (argv ?? []) as string[], cwd: process.cwd(), data: undefined }),
  'activate': (_, { app }) => void app.emit('activate', {}, false),
  'close-window': (_, { BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.close(),
  'quit': (_, { app }) => void setImmediate(() => app.quit()),
  'opened-external': (_, { shell }) => shell.opened,
  'dialogs': (_, { dialog }) => dialog.shown,
  'answer': ({ kind, value }, { dialog }) => dialog.prepare(kind as 'message' | 'open' | 'save', value),
  'notifications': () => HostNotification.shown,
  'clipboard': ({ text }) => hostClipboard.writeText(String(text)),
  'memory': () => process.memoryUsage(),
  'windows': (_, { BrowserWindow }) => BrowserWindow.getAllWindows().map(describe),
  'wait-window': (_, host) => shownWindow(host),
  'ask': ({ channel, request, from }) => askFromPage(String(channel), [request], from as Asker | undefined),
  'clock': ({ ahead }) => { moveClock(Number(ahead)); },
  'keep-code': () => { flushCompileCache(); },
  'permission-handlers': (_, { session }) => session.permissions.registered,
};

/** Opens the tests' channel: each line a command, each answer a line. Without the environment's word it never opens. */
export function openControl(path: string, host: Host): Promise<void> {
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer((socket) => serve(socket, host));
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

function serve(socket: Socket, host: Host): void {
  socket.on('error', () => socket.destroy());
  const lines = createInterface({ input: socket });
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    const command = JSON.parse(line) as Command;
    void run(command, host).then((answer) => socket.write(`${JSON.stringify({ id: command['id'], ...answer })}\n`));
  });
}

async function run(command: Command, host: Host): Promise<object> {
  const handler = HANDLERS[command.do];
  if (!handler) return { ok: false, error: `unknown command ${command.do}` };
  try {
    return { ok: true, value: (await handler(command, host)) ?? null };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

type Window = ReturnType<Host['BrowserWindow']['getAllWindows']>[number];

function describe(window: Window): object {
  const { webContents } = window;
  const targetId = webContents.hostPage?.targetId ?? null;
  return { id: window.id, visible: window.isVisible(), url: webContents.getURL(), targetId, bounds: window.getBounds() };
}

/** Resolves once a window is shown and its page has loaded. */
function shownWindow({ app, BrowserWindow }: Host): Promise<object> {
  return new Promise((resolve) => {
    const watch = (window: Window): void => {
      const check = (): void => {
        if (window.webContents.hasLoaded && window.isVisible()) resolve(describe(window));
      };
      window.webContents.on('did-finish-load', check);
      window.on('show', check);
      check();
    };
    BrowserWindow.getAllWindows().forEach(watch);
    app.on('browser-window-created', (_event: unknown, window: Window) => watch(window));
  });
}

async function setOnline({ net, BrowserWindow }: Host, online: boolean): Promise<void> {
  net.setOnline(online);
  await Promise.all(BrowserWindow.getAllWindows().map((window) => window.webContents.setOnline(online)));
}
