import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { HostBrowser } from './browser.ts';
import type { CdpSession } from './cdp.ts';
import { note, preventable } from './events.ts';
import type { HostIpcMain } from './ipc-main.ts';
import type { HostSession } from './session.ts';
import type { AppUrls } from './urls.ts';
import { HostWebContents } from './web-contents.ts';

type Subset = Pick<
  BrowserWindow,
  | 'id' | 'loadURL' | 'show' | 'showInactive' | 'hide' | 'focus' | 'close' | 'destroy' | 'isDestroyed' | 'isVisible'
  | 'isFocused' | 'minimize' | 'isMinimized' | 'maximize' | 'unmaximize' | 'isMaximized' | 'restore' | 'isFullScreen'
  | 'setTitle' | 'getTitle' | 'getBounds' | 'getNormalBounds' | 'setBounds' | 'setSize' | 'getSize' | 'getContentBounds'
>;

/** What every window shares; set once when the host starts. */
export type WindowDeps = {
  readonly urls: AppUrls;
  readonly session: HostSession;
  readonly ipcMain: HostIpcMain;
  readonly browser: Promise<HostBrowser>;
  /** A content size that stands in for what main asks, for tests. */
  readonly size: { width: number; height: number } | null;
  colorScheme(): 'dark' | 'light' | null;
  onCreated(window: HostBrowserWindow): void;
  onAllClosed(): void;
};

let shared: WindowDeps | null = null;
let lastId = 0;
const open = new Set<HostBrowserWindow>();

/** Gives the windows what they share. */
export function connectWindows(deps: WindowDeps): void {
  shared = deps;
}

/** One window: a page of the browser with a size and a state. */
export class HostBrowserWindow extends EventEmitter implements Subset {
  readonly id = ++lastId;
  readonly webContents: HostWebContents;
  private readonly deps: WindowDeps;
  private bounds: Rectangle;
  private normal: Rectangle;
  private title: string;
  private visible: boolean;
  private focused = false;
  private state: 'normal' | 'maximized' | 'minimized' = 'normal';
  private destroyed = false;

  static getAllWindows(): HostBrowserWindow[] {
    return [...open];
  }
  static fromWebContents(contents: unknown): HostBrowserWindow | null {
    return [...open].find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): HostBrowserWindow | null {
    return [...open].find((window) => window.id === id) ?? null;
  }
  static getFocusedWindow(): HostBrowserWindow | null {
    return [...open].findLast((window) => window.focused) ?? null;
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!shared) throw new Error('Cannot create BrowserWindow before app is ready');
    const deps = shared;
    this.deps = deps;
    const size = deps.size ?? { width: options.width ?? 800, height: options.height ?? 600 };
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, ...size };
    this.normal = this.bounds;
    this.title = options.title ?? 'Bursar';
    this.visible = options.show !== false;
    const onWindow = (type: string, to: { width: number; height: number }): void => void this.fromPage(type, to);
    this.webContents = new HostWebContents({ ...deps, preload: options.webPreferences?.preload, onWindow });
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => this.closed());
    open.add(this);
    deps.onCreated(this);
    this.create().catch((error: unknown) => {
      if (!this.destroyed) note(`the window could not be opened: ${String(error)}`);
    });
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.visible) return;
    this.visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.setFocused(false);
    this.emit('hide');
  }
  focus(): void {
    if (this.state === 'minimized') this.restore();
    this.webContents.focus();
    this.setFocused(true);
  }
  close(): void {
    if (this.destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    const page = this.webContents.hostPage;
    if (page) void this.deps.browser.then((browser) => browser.closePage(page));
    this.webContents.gone();
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isVisible(): boolean {
    return this.visible && this.state !== 'minimized';
  }
  isFocused(): boolean {
    return this.focused;
  }
  minimize(): void {
    this.enter('minimized');
  }
  isMinimized(): boolean {
    return this.state === 'minimized';
  }
  maximize(): void {
    this.enter('maximized');
  }
  unmaximize(): void {
    if (this.state === 'maximized') this.enter('normal');
  }
  isMaximized(): boolean {
    return this.state === 'maximized';
  }
  restore(): void {
    this.enter('normal');
  }
  isFullScreen(): boolean {
    return false;
  }
  isNormal(): boolean {
    return this.state === 'normal';
  }
  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  getBounds(): Rectangle {
    return { ...this.bounds };
  }
  getNormalBounds(): Rectangle {
    return { ...this.normal };
  }
  getContentBounds(): Rectangle {
    return { ...this.bounds };
  }
  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.bounds;
    this.bounds = { ...before, ...bounds };
    this.normal = this.bounds;
    void this.applyBounds().catch(() => undefined);
    this.announce(before);
  }
  setMinimumSize(): void {}
  setContentProtection(): void {}
  setBackgroundColor(): void {}
  setTitleBarOverlay(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  setIcon(): void {}
  center(): void {}
  flashFrame(): void {}
  moveTop(): void {}
  setAlwaysOnTop(): void {}
  setProgressBar(): void {}

  /** Shows the app's choice of dark or light in the page; the theme calls this when it changes. */
  async applyTheme(): Promise<void> {
    const scheme = this.deps.colorScheme();
    const features = scheme ? [{ name: 'prefers-color-scheme', value: scheme }] : [];
    const session = await this.webContents.whenAttached();
    await session.quietly('Emulation.setEmulatedMedia', { features });
  }

  private async create(): Promise<void> {
    const browser = await this.deps.browser;
    const page = await browser.openPage(this.bounds);
    if (this.destroyed) return browser.closePage(page);
    await this.webContents.attach(browser, page);
    await Promise.all([this.applyBounds(), this.applyTheme()]);
    // With no screen nothing ever gains focus by itself.
    if (!browser.headed) await page.session.quietly('Emulation.setFocusEmulationEnabled', { enabled: true });
  }

  private async applyBounds(): Promise<void> {
    const [browser, session] = await Promise.all([this.deps.browser, this.webContents.whenAttached()]);
    const { x, y, width, height } = this.bounds;
    if (!browser.headed) {
      const screen = { width, height, deviceScaleFactor: 0, mobile: false };
      return session.quietly('Emulation.setDeviceMetricsOverride', screen);
    }
    await this.setNative(browser, session, { left: x, top: y, width, height });
  }

  private async setNative(browser: HostBrowser, session: CdpSession, bounds: object): Promise<void> {
    const { windowId } = await session.send<{ windowId: number }>('Browser.getWindowForTarget');
    await browser.connection.browser.quietly('Browser.setWindowBounds', { windowId, bounds });
  }

  private enter(state: 'normal' | 'maximized' | 'minimized', native = true): void {
    const before = this.state;
    if (before === state) return;
    this.state = state;
    if (before === 'maximized') this.emit('unmaximize');
    if (before === 'minimized') this.emit('restore');
    if (state === 'maximized') this.emit('maximize');
    if (state === 'minimized') this.emit('minimize');
    if (native) void this.applyState().catch(() => undefined);
  }

  private async applyState(): Promise<void> {
    const [browser, session] = await Promise.all([this.deps.browser, this.webContents.whenAttached()]);
    if (browser.headed) await this.setNative(browser, session, { windowState: this.state });
  }

  private async fromPage(type: string, size: { width: number; height: number }): Promise<void> {
    if (type !== 'resize') return this.setFocused(type === 'focus');
    const before = this.bounds;
    const browser = await this.deps.browser;
    if (browser.headed) await this.readNative();
    else this.bounds = { ...before, ...size };
    if (this.state === 'normal') this.normal = this.bounds;
    this.announce(before);
  }

  private async readNative(): Promise<void> {
    const session = await this.webContents.whenAttached();
    type Native = { bounds: { left: number; top: number; width: number; height: number; windowState: string } };
    const { bounds } = await session.send<Native>('Browser.getWindowForTarget');
    this.bounds = { x: bounds.left, y: bounds.top, width: bounds.width, height: bounds.height };
    const { windowState } = bounds;
    this.enter(windowState === 'maximized' || windowState === 'minimized' ? windowState : 'normal', false);
  }

  private announce(before: Rectangle): void {
    const { x, y, width, height } = this.bounds;
    if (width !== before.width || height !== before.height) this.emit('resize');
    if (x !== before.x || y !== before.y) this.emit('move');
  }

  private setFocused(focused: boolean): void {
    if (this.focused === focused) return;
    this.focused = focused;
    this.emit(focused ? 'focus' : 'blur');
  }

  private closed(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.visible = false;
    open.delete(this);
    this.emit('closed');
    if (open.size === 0) this.deps.onAllClosed();
  }
}
