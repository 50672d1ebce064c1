import { blankTransport } from './blank-browser.ts';
import { CdpConnection, type CdpSession } from './cdp.ts';
import { hasDisplay } from './display.ts';
import { launchByPipe } from './launch.ts';
import { socketTransport } from './transport.ts';

type TargetInfo = { targetId: string; type: string; url: string; openerId?: string };

/** A page of the browser, attached. */
export type HostPage = { readonly targetId: string; readonly session: CdpSession };

/** The Chromium that shows our windows: launched by us over pipes, or a test's own, reached over its endpoint. */
export class HostBrowser {
  readonly connection: CdpConnection;
  /** Whether windows are really on a screen. */
  readonly headed: boolean;
  /** Whether a page's alert or confirm has to be answered here: there is neither a screen nor a test to do it. */
  readonly answersDialogs: boolean;
  private readonly launched: boolean;
  private readonly endProcess: () => Promise<void>;
  private readonly ours = new Set<string>();
  private spare: Promise<string | null>;

  private constructor(connection: CdpConnection, launched: boolean, headed: boolean, end: () => Promise<void>) {
    this.connection = connection;
    this.launched = launched;
    this.headed = headed;
    this.answersDialogs = launched && !headed;
    this.endProcess = end;
    this.spare = this.firstPage();
    void this.closeStrangers();
  }

  /** Launches a browser, or connects to the one that BURSAR_HOST_CDP names; `none` has no browser at all. */
  static async start(env: Readonly<Record<string, string | undefined>>): Promise<HostBrowser> {
    const endpoint = env['BURSAR_HOST_CDP'];
    if (endpoint) {
      const connection = new CdpConnection(endpoint === 'none' ? blankTransport() : await socketTransport(endpoint));
      return new HostBrowser(connection, false, false, () => Promise.resolve(connection.close()));
    }
    const headed = hasDisplay(env);
    const browser = launchByPipe({ headless: !headed, ...(headed ? { appUrl: 'data:text/html,' } : {}) });
    return new HostBrowser(new CdpConnection(browser.transport), true, headed, browser.end);
  }

  /** A page for a new window: the browser's first one, else a fresh one. */
  async openPage(size: { width: number; height: number }): Promise<HostPage> {
    const { browser } = this.connection;
    const first = this.spare;
    this.spare = Promise.resolve(null);
    const targetId = (await first) ?? (await this.createPage(size));
    this.ours.add(targetId);
    const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    return { targetId, session: this.connection.session(sessionId) };
  }

  /** Closes a page; the browser goes on. */
  async closePage(page: HostPage): Promise<void> {
    await this.connection.browser.quietly('Target.closeTarget', { targetId: page.targetId });
  }

  /** Lets go of the browser; one launched here ends and takes its profile with it. */
  end(): Promise<void> {
    return this.endProcess();
  }

  private async firstPage(): Promise<string | null> {
    const { targetInfos } = await this.connection.browser.send<{ targetInfos: TargetInfo[] }>('Target.getTargets');
    return targetInfos.find((target) => target.type === 'page')?.targetId ?? null;
  }

  private async createPage(size: { width: number; height: number }): Promise<string> {
    const wanted = { url: 'about:blank', newWindow: this.headed, ...(this.headed ? size : {}) };
    const { targetId } = await this.connection.browser.send<{ targetId: string }>('Target.createTarget', wanted);
    return targetId;
  }

  // A page no window of ours asked for: a link opened aside, or the user's Ctrl+N. Electron would show neither.
  private async closeStrangers(): Promise<void> {
    const { browser } = this.connection;
    const settled = await this.spare.catch(() => null);
    browser.on('Target.targetCreated', ({ targetInfo }: { targetInfo: TargetInfo }) => {
      const { targetId, type, openerId } = targetInfo;
      if (type !== 'page' || targetId === settled || this.ours.has(targetId)) return;
      if (openerId && this.ours.has(openerId)) void browser.quietly('Target.closeTarget', { targetId });
      else if (this.launched && this.ours.size > 0 && !openerId) this.closeUnlessOurs(targetId);
    });
    await browser.quietly('Target.setDiscoverTargets', { discover: true });
  }

  private closeUnlessOurs(targetId: string): void {
    // Our own new page is announced before the answer that names it.
    void this.connection.browser.quietly('Target.getTargetInfo', { targetId }).then(() => {
      if (!this.ours.has(targetId)) void this.connection.browser.quietly('Target.closeTarget', { targetId });
    });
  }
}
