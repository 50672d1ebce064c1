import type { WebFrameMain } from 'electron';
import type { CdpSession } from './cdp.ts';
import type { AppUrls } from './urls.ts';
import { PRELOAD_WORLD } from './world/scripts.ts';

type RawFrame = { id: string; parentId?: string; url: string; urlFragment?: string; securityOrigin: string; name?: string };
type RawContext = { id: number; uniqueId: string; name: string; auxData?: { frameId?: string } };
type RawTree = { frame: RawFrame; childFrames?: RawTree[] };

/** A script world of one document: which frame it is in, and how to reach it. */
export type World = { readonly uniqueId: string; readonly name: string; readonly frameId: string };

/** The part of Electron's WebFrameMain that sender checks read. */
export class HostFrame implements Pick<WebFrameMain, 'url' | 'origin' | 'name' | 'detached' | 'isDestroyed'> {
  readonly id: string;
  private readonly tree: FrameTree;

  constructor(tree: FrameTree, id: string) {
    this.tree = tree;
    this.id = id;
  }

  get url(): string {
    return this.tree.urlOf(this.id);
  }
  get origin(): string {
    return this.tree.originOf(this.id);
  }
  get name(): string {
    return this.tree.raw(this.id)?.name ?? '';
  }
  get parent(): HostFrame | null {
    return this.tree.parentOf(this.id);
  }
  get top(): HostFrame {
    return this.parent?.top ?? this;
  }
  get frames(): HostFrame[] {
    return this.tree.childrenOf(this.id);
  }
  get detached(): boolean {
    return this.isDestroyed();
  }
  isDestroyed(): boolean {
    return this.tree.raw(this.id) === undefined;
  }
}

/** The frames and script worlds of one page, kept up to date from Chromium's own reports. */
export class FrameTree {
  private readonly raws = new Map<string, RawFrame>();
  private readonly frames = new Map<string, HostFrame>();
  private readonly worlds = new Map<number, World>();
  private readonly urls: AppUrls;
  private mainId = '';

  constructor(urls: AppUrls) {
    this.urls = urls;
  }

  /** Starts to follow a page; its domains are switched on by this. */
  async follow(session: CdpSession): Promise<void> {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }: { frameId: string; parentFrameId: string }) =>
      this.put({ id: frameId, parentId: parentFrameId, url: 'about:blank', securityOrigin: '' }),
    );
    session.on('Page.frameNavigated', ({ frame }: { frame: RawFrame }) => this.put(frame));
    session.on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
      const known = this.raws.get(frameId);
      if (known) this.put({ ...known, url, urlFragment: '' });
    });
    session.on('Page.frameDetached', ({ frameId, reason }: { frameId: string; reason: string }) => {
      if (reason !== 'swap') this.drop(frameId);
    });
    session.on('Runtime.executionContextCreated', ({ context }: { context: RawContext }) => this.putWorld(context));
    session.on('Runtime.executionContextDestroyed', (gone: { executionContextId: number }) =>
      this.worlds.delete(gone.executionContextId),
    );
    session.on('Runtime.executionContextsCleared', () => this.worlds.clear());
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    const { frameTree } = await session.send<{ frameTree: RawTree }>('Page.getFrameTree');
    this.putTree(frameTree);
  }

  /** The page's own frame. The same object for as long as the page lives. */
  get main(): HostFrame {
    return this.frame(this.mainId);
  }

  /** The frame of that id. The same object for as long as the frame lives. */
  frame(id: string): HostFrame {
    const known = this.frames.get(id) ?? new HostFrame(this, id);
    this.frames.set(id, known);
    return known;
  }

  /** The script world that a binding call came from, or undefined when it is gone already. */
  world(contextId: number): World | undefined {
    return this.worlds.get(contextId);
  }

  /** The frame a world belongs to, or null once its document is gone. */
  frameOf(world: World): HostFrame | null {
    const alive = [...this.worlds.values()].includes(world);
    return alive && this.raws.has(world.frameId) ? this.frame(world.frameId) : null;
  }

  /** The preload's world in the page's current document. */
  preloadWorld(): World | undefined {
    return [...this.worlds.values()].findLast((world) => world.name === PRELOAD_WORLD && world.frameId === this.mainId);
  }

  /** What Chromium last said of a frame, or undefined when there is none of that id. */
  raw(id: string): RawFrame | undefined {
    return this.raws.get(id);
  }

  /** The address of a frame in the app's terms, or '' when it is gone. */
  urlOf(id: string): string {
    const raw = this.raws.get(id);
    return raw ? this.urls.toApp(raw.url + (raw.urlFragment ?? '')) : '';
  }

  /** The origin of a frame in the app's terms; 'null' for one without. */
  originOf(id: string): string {
    const origin = this.raws.get(id)?.securityOrigin ?? '';
    return origin === '' || origin === '://' ? 'null' : this.urls.toApp(origin);
  }

  /** The frame that holds this one, or null for the page's own. */
  parentOf(id: string): HostFrame | null {
    const parent = this.raws.get(id)?.parentId;
    return parent ? this.frame(parent) : null;
  }

  /** The frames that this one holds. */
  childrenOf(id: string): HostFrame[] {
    return [...this.raws.values()].filter((raw) => raw.parentId === id).map((raw) => this.frame(raw.id));
  }

  private put(raw: RawFrame): void {
    if (!raw.parentId) this.mainId = raw.id;
    this.raws.set(raw.id, raw);
  }

  private putTree(tree: RawTree): void {
    this.put(tree.frame);
    tree.childFrames?.forEach((child) => this.putTree(child));
  }

  private putWorld(context: RawContext): void {
    const frameId = context.auxData?.frameId ?? '';
    this.worlds.set(context.id, { uniqueId: context.uniqueId, name: context.name, frameId });
  }

  private drop(id: string): void {
    for (const child of this.childrenOf(id)) this.drop(child.id);
    this.raws.delete(id);
    this.frames.delete(id);
  }
}
