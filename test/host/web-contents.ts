import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebContents } from 'electron';
import type { HostBrowser, HostPage } from './browser.ts';
import type { CdpSession } from './cdp.ts';
import { note, preventable } from './events.ts';
import { FrameTree, type HostFrame, type World } from './frames.ts';
import type { HostIpcMain, Sender } from './ipc-main.ts';
import { setNetwork } from './network.ts';
import { PageLink } from './page-link.ts';
import { guardNestedWorkers, guardTarget } from './requests.ts';
import type { HostSession } from './session.ts';
import type { AppUrls } from './urls.ts';

type Subset = Pick<WebContents, 'id' | 'loadURL' | 'getURL' | 'isDestroyed' | 'reload' | 'send' | 'isLoading'>;
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** What web contents are made with. */
export type ContentsDeps = {
  readonly urls: AppUrls;
  readonly session: HostSession;
  readonly ipcMain: HostIpcMain;
  readonly preload: string | undefined;
  onWindow(type: string, size: { width: number; height: number }): void;
};

let lastId = 0;

/** One page and what main may do with it. */
export class HostWebContents extends EventEmitter implements Subset {
  readonly id = ++lastId;
  readonly session: HostSession;
  private readonly deps: ContentsDeps;
  private readonly frames: FrameTree;
  private readonly expected = new Set<string>();
  private openHandler: OpenHandler | null = null;
  private link: PageLink | null = null;
  private browser: HostBrowser | null = null;
  private page: HostPage | null = null;
  private readonly attached = Promise.withResolvers<CdpSession>();
  private readonly targets = new Set<CdpSession>();
  private destroyed = false;
  private loading = false;
  /** Whether a page main asked for has been loaded. */
  hasLoaded = false;

  constructor(deps: ContentsDeps) {
    super();
    this.deps = deps;
    this.session = deps.session;
    this.frames = new FrameTree(deps.urls);
    this.attached.promise.catch(() => undefined);
  }

  get mainFrame(): HostFrame {
    return this.frames.main;
  }

  /** Joins the contents to a page of the browser; only its window calls this. */
  async attach(browser: HostBrowser, page: HostPage): Promise<void> {
    const { session } = page;
    this.browser = browser;
    this.page = page;
    session.onDetach(() => this.gone());
    const preload = this.deps.preload ? readFileSync(this.deps.preload, 'utf8') : null;
    this.link = new PageLink(session, this.frames, {
      invoke: (channel, args, world) => this.deps.ipcMain.dispatchInvoke(channel, args, this.sender(world)),
      send: (channel, args, world) => this.deps.ipcMain.dispatchSend(channel, args, this.sender(world)),
      ask: (permission, details, world) => this.askPermission(permission, details, world),
      open: (wish) => this.onOpen(wish),
      window: (type, size, world) => {
        if (world.frameId === this.frames.main.id) this.deps.onWindow(type, size);
      },
    });
    this.listen(session, browser);
    await this.frames.follow(session);
    await Promise.all([this.link.open(preload), this.guard(session, browser), session.quietly('Inspector.enable')]);
    this.attached.resolve(session);
  }

  /** The session of the page, once there is one. */
  whenAttached(): Promise<CdpSession> {
    return this.attached.promise;
  }

  /** The page, once there is one. */
  get hostPage(): HostPage | null {
    return this.page;
  }

  async loadURL(url: string): Promise<void> {
    const session = await this.attached.promise;
    const { href, protocol } = new URL(url);
    if (protocol === 'file:') throw new Error(`ERR_ACCESS_DENIED (-10) loading '${url}'`);
    const wanted = href.replace(/#.*$/, '');
    this.expected.add(wanted);
    const loaded = new Promise<void>((resolve) => {
      this.once('did-finish-load', resolve);
      session.onDetach(resolve);
    });
    const target = this.deps.urls.toBrowser(href);
    const answer = await session.send<{ errorText?: string; loaderId?: string }>('Page.navigate', { url: target });
    const { errorText } = answer;
    this.expected.delete(wanted);
    if (errorText) {
      this.emit('did-fail-load', preventable({}), -2, errorText, url, true);
      throw new Error(`${errorText} loading '${url}'`);
    }
    // Without a loader it was a move within the document, which loads nothing.
    if (answer.loaderId) await loaded;
  }

  getURL(): string {
    return this.frames.main.url;
  }
  isLoading(): boolean {
    return this.loading;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  reload(): void {
    this.expected.add(this.getURL().replace(/#.*$/, ''));
    this.tellPage('Page.reload');
  }
  send(channel: string, ...args: unknown[]): void {
    this.link?.sendEvent(channel, args);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  openDevTools(): void {}
  closeDevTools(): void {}
  setZoomFactor(): void {}
  setIgnoreMenuShortcuts(): void {}
  focus(): void {
    this.tellPage('Page.bringToFront');
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const session = await this.attached.promise;
    type Answer = { result: { value?: unknown }; exceptionDetails?: { text: string; exception?: { description?: string } } };
    const params = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await session.send<Answer>('Runtime.evaluate', params);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Pretends that the page has, or has no, network; only the host calls this. */
  async setOnline(online: boolean): Promise<void> {
    await Promise.all([...this.targets].map((target) => setNetwork(target, { online, sockets: this.sockets })));
  }

  private get sockets(): boolean {
    return !this.session.webRequest.wantsRequests;
  }

  /** Marks the contents as gone; their window or the browser calls this. */
  gone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.attached.reject(new Error('Object has been destroyed'));
    this.emit('destroyed');
  }

  private tellPage(method: string): void {
    void this.attached.promise.then(
      (session) => session.quietly(method),
      () => undefined,
    );
  }

  private sender(world: World): Sender {
    const reply = (channel: string, args: unknown[]): void => this.send(channel, ...args);
    return { contents: this, frame: () => this.frames.frameOf(world), reply };
  }

  private askPermission(permission: string, details: Record<string, unknown>, world: World): Promise<unknown> {
    const frame = this.frames.frameOf(world);
    if (!frame || !this.browser) return Promise.resolve(false);
    const asker = { contents: this, url: frame.url, origin: frame.origin };
    return this.session.permissions.ask(this.browser.connection.browser, asker, permission, details);
  }

  private async guard(session: CdpSession, browser: HostBrowser): Promise<void> {
    const deps = {
      urls: this.deps.urls,
      webRequest: this.session.webRequest,
      contentsId: this.id,
      handlerOf: (scheme: string) => this.session.protocol.handlerOf(scheme),
      isMainFrame: (frameId: string) => frameId === this.frames.main.id,
      mayNavigate: (url: string, frameId: string, redirected: boolean) => this.mayNavigate(url, frameId, redirected),
      onTarget: async (target: CdpSession, type: string): Promise<void> => {
        target.on('Page.windowOpen', (open: { url: string; windowName: string; windowFeatures: string[] }) => this.onOpen(open));
        this.targets.add(target);
        target.onDetach(() => this.targets.delete(target));
        if (type === 'iframe') await target.quietly('Page.enable');
        if (!this.sockets) await setNetwork(target, { online: true, sockets: false });
      },
    };
    await guardNestedWorkers(browser.connection.browser, deps);
    await guardTarget(session, 'page', deps, (id) => browser.connection.session(id));
  }

  private mayNavigate(url: string, frameId: string, redirected: boolean): boolean {
    const isMainFrame = frameId === this.frames.main.id;
    if (isMainFrame && !redirected && this.expected.delete(url)) return true;
    const frame = this.frames.frame(frameId);
    const event = preventable({ url, isSameDocument: false, isMainFrame, frame, initiator: null });
    if (redirected) this.emit('will-redirect', event, url, false, isMainFrame);
    else {
      this.emit('will-frame-navigate', event);
      if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url);
    }
    return !event.defaultPrevented;
  }

  private onOpen(open: { url: string; windowName: string; windowFeatures: string[] }): void {
    const details = {
      url: this.deps.urls.toApp(open.url),
      frameName: open.windowName === '_blank' ? '' : open.windowName,
      features: open.windowFeatures.join(','),
      disposition: 'new-window' as const,
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' as const },
    };
    const answer = this.openHandler?.(details);
    if (answer?.action !== 'deny') note(`a second window for ${details.url} is not supported here: not opened`);
  }

  private listen(session: CdpSession, browser: HostBrowser): void {
    session.on('Page.loadEventFired', () => {
      this.loading = false;
      this.hasLoaded = true;
      this.emit('did-finish-load');
    });
    session.on('Page.domContentEventFired', () => this.emit('dom-ready'));
    session.on('Page.frameNavigated', ({ frame }: { frame: { parentId?: string; url: string } }) => {
      if (frame.parentId) return;
      this.loading = true;
      this.emit('did-navigate', preventable({}), this.deps.urls.toApp(frame.url), 200, 'OK');
    });
    session.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 }),
    );
    session.on('Page.javascriptDialogOpening', ({ type }: { type: string }) => {
      if (browser.answersDialogs) void session.quietly('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' });
    });
    session.on('Page.frameRequestedNavigation', (wish: { frameId: string; url: string }) => this.onForeignScheme(wish));
    session.on('Runtime.consoleAPICalled', (entry: { type: string; args: { value?: unknown; description?: string }[] }) => {
      const message = entry.args.map((arg) => arg.description ?? JSON.stringify(arg.value) ?? '').join(' ');
      this.emit('console-message', preventable({ level: entry.type, message, lineNumber: 0, sourceId: '', frame: null }));
      if (entry.type === 'error' || entry.type === 'warning') note(`page ${entry.type}: ${message}`);
    });
    session.on('Runtime.exceptionThrown', (thrown: { exceptionDetails: { text: string; exception?: { description?: string } } }) => {
      note(`page exception: ${thrown.exceptionDetails.exception?.description ?? thrown.exceptionDetails.text}`);
    });
  }

  // An address that Chromium would hand to another program never reaches the request guard. It is told to main
  // like any navigation, and goes nowhere; an app address goes to the app.
  private onForeignScheme({ frameId, url }: { frameId: string; url: string }): void {
    if (/^(https?|about|data|blob|javascript|chrome-error):/i.test(url) || frameId !== this.frames.main.id) return;
    const allowed = this.mayNavigate(url, frameId, false);
    if (allowed && this.deps.urls.toBrowser(url) !== url) void this.loadWished(url, 3);
  }

  // Chromium may give up this load together with the page's own request for the unknown scheme, which is ending just then.
  private async loadWished(url: string, tries: number): Promise<void> {
    try {
      await this.loadURL(url);
    } catch (error) {
      if (tries > 1 && String(error).includes('ERR_ABORTED')) return this.loadWished(url, tries - 1);
      note(String(error));
    }
  }
}
