import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { appOrigin } from '../../preload/contract/origin.ts';
import type { Settings } from '../settings/settings.ts';
import { windowOptions } from './window.ts';

/** What the main window needs: Electron's window class, the settings that keep its place, the preload's path and the theme. */
export type MainWindowOptions = {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly settings: Settings;
  readonly preload: string;
  readonly dark: () => boolean;
  readonly platform: NodeJS.Platform;
};

/** The one window of the app. */
export type MainWindow = {
  /** Opens it, or brings the one that is open to the front. */
  readonly open: () => void;
  readonly focus: () => void;
  /** The window that is open; null when none is. */
  readonly current: () => BrowserWindow | null;
  /** Sends an event to the page; dropped when there is no window. */
  readonly send: (channel: string, payload: unknown) => void;
  /** Whether a page with this id is ours. */
  readonly knows: (webContentsId: number) => boolean;
  readonly act: (action: 'minimize' | 'maximize' | 'close') => void;
};

/** Creates the {@link MainWindow}; nothing is shown before `open`. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  const open = () => {
    if (window) {
      focus();
      return;
    }
    window = makeWindow(options, () => { window = null; });
  };
  const focus = () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  };
  const act: MainWindow['act'] = (action) => {
    if (action === 'close') window?.close();
    else if (action === 'minimize') window?.minimize();
    else if (window?.isMaximized()) window.unmaximize();
    else window?.maximize();
  };
  return {
    open, focus, act,
    current: () => (window && !window.isDestroyed() ? window : null),
    send: (channel, payload) => { if (window && !window.isDestroyed()) window.webContents.send(channel, payload); },
    knows: (id) => window !== null && !window.isDestroyed() && window.webContents.id === id,
  };
}

function makeWindow({ BrowserWindow, settings, preload, dark, platform }: MainWindowOptions, onClosed: () => void): BrowserWindow {
  const { x, y, width, height, maximized } = settings.all().window;
  const window = new BrowserWindow(windowOptions({ ...(x !== null && y !== null ? { x, y } : {}), width, height }, preload, dark(), platform));
  const keepPlace = () => {
    const isMaximized = window.isMaximized();
    const place = isMaximized ? settings.all().window : window.getBounds();
    settings.saveWindow({ x: place.x, y: place.y, width: place.width, height: place.height, maximized: isMaximized });
  };
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  // The computer's window list shows the app's name and never what is on the page.
  window.on('page-title-updated', (event) => { event.preventDefault(); });
  window.on('close', keepPlace);
  window.on('closed', onClosed);
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}
