import { HostApp } from './app.ts';
import { HostBrowser } from './browser.ts';
import { connectWindows, HostBrowserWindow } from './browser-window.ts';
import { HostNativeTheme, HostNet, HostPowerMonitor, HostShell } from './desk.ts';
import { HostDialog } from './dialog.ts';
import { note, preventable } from './events.ts';
import { HostIpcMain } from './ipc-main.ts';
import { appFacts } from './paths.ts';
import { HostSession } from './session.ts';
import { AppUrls } from './urls.ts';

const urls = new AppUrls();
const env = process.env;
const session = new HostSession(urls);
const ipcMain = new HostIpcMain();
const scheme = env['BURSAR_HOST_COLOR_SCHEME'];
const nativeTheme = new HostNativeTheme(scheme === 'dark' || scheme === 'light' ? scheme : null);
const browser = Promise.withResolvers<HostBrowser>();
browser.promise.catch(() => undefined);
const windows = (): HostBrowserWindow[] => HostBrowserWindow.getAllWindows();

const app = new HostApp({
  facts: appFacts(process.argv[1] ?? process.cwd()),
  argv: process.argv,
  closeWindows: () => {
    for (const window of windows()) window.close();
    return windows().length === 0;
  },
  end: () => browser.promise.then((running) => running.end()).catch(() => undefined),
});

connectWindows({
  urls,
  session,
  ipcMain,
  browser: browser.promise,
  size: parseSize(env['BURSAR_HOST_SIZE']),
  colorScheme: () => nativeTheme.colorScheme,
  onCreated: (window) => {
    app.emit('web-contents-created', preventable({}), window.webContents);
    app.emit('browser-window-created', preventable({}), window);
    window.on('focus', () => app.emit('browser-window-focus', preventable({}), window));
    window.on('blur', () => app.emit('browser-window-blur', preventable({}), window));
  },
  onAllClosed: () => app.allClosed(),
});
nativeTheme.on('updated', () => {
  for (const window of windows()) void window.applyTheme().catch(() => undefined);
});

function parseSize(text: string | undefined): { width: number; height: number } | null {
  const [width, height] = (text ?? '').split('x').map(Number);
  return width && height ? { width, height } : null;
}

/** Starts or finds the browser; the app is ready once this has resolved. */
export async function startHost(): Promise<void> {
  try {
    const started = await HostBrowser.start(env);
    const root = started.connection.browser;
    await session.permissions.refuseAll(root);
    await root.quietly('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: false });
    session.clearWith(() => clearStorage());
    started.connection.onClose(() => {
      if (!app.exiting) for (const window of windows()) window.destroy();
    });
    browser.resolve(started);
  } catch (error) {
    browser.reject(error);
    throw error;
  }
}

async function clearStorage(): Promise<void> {
  for (const window of windows()) {
    const contents = window.webContents;
    const page = await contents.whenAttached();
    const origin = urls.toBrowser(contents.mainFrame.origin);
    await page.quietly('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
}

/** The host's modules, by the names that Electron gives them. */
export const host = {
  app,
  session,
  ipcMain,
  nativeTheme,
  BrowserWindow: HostBrowserWindow,
  powerMonitor: new HostPowerMonitor(),
  net: new HostNet(),
  shell: new HostShell(note),
  dialog: new HostDialog(note),
};
