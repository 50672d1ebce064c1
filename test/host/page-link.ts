import { randomUUID } from 'node:crypto';
import type { CdpSession } from './cdp.ts';
import { makeCodec, nodeBytes } from './codec.ts';
import { note } from './events.ts';
import type { FrameTree, World } from './frames.ts';
import type { FromPreload, ToPreload } from './world/preload-ipc.ts';
import { BINDING, PRELOAD_WORLD, RECEIVER, pageScript, preloadScript } from './world/scripts.ts';

const codec = makeCodec(nodeBytes);

/** What a document's preload may ask of this process; each gets the world it came from. */
export type LinkHandlers = {
  invoke(channel: string, args: unknown[], world: World): Promise<unknown>;
  send(channel: string, args: unknown[], world: World): void;
  ask(permission: string, details: Record<string, unknown>, world: World): Promise<unknown>;
  open(wish: { url: string; windowName: string; windowFeatures: string[] }, world: World): void;
  window(type: string, size: { width: number; height: number }, world: World): void;
};

/** The wire between this process and the preload's world of a page. */
export class PageLink {
  private readonly session: CdpSession;
  private readonly frames: FrameTree;
  private readonly handlers: LinkHandlers;

  constructor(session: CdpSession, frames: FrameTree, handlers: LinkHandlers) {
    this.session = session;
    this.frames = frames;
    this.handlers = handlers;
  }

  /** Puts the worlds' scripts into every coming document. */
  async open(preload: string | null): Promise<void> {
    const { session } = this;
    if (preload === null) return;
    session.on('Runtime.bindingCalled', (call: { name: string; payload: string; executionContextId: number }) => {
      if (call.name === BINDING) this.receive(call.payload, this.frames.world(call.executionContextId));
    });
    const secret = `hand-over-${randomUUID()}`;
    const add = (source: string, world: object): Promise<unknown> =>
      session.send('Page.addScriptToEvaluateOnNewDocument', { source, ...world });
    await Promise.all([
      session.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
      add(pageScript(secret), {}),
      add(preloadScript(secret, preload), { worldName: PRELOAD_WORLD }),
    ]);
  }

  /** Sends a message to the preload of the page's current document; none there, none told. */
  sendEvent(channel: string, args: readonly unknown[]): void {
    const world = this.frames.preloadWorld();
    const packed = args.map(codec.pack);
    if (world) this.tell(world, { t: 'event', channel, args: packed });
  }

  private receive(text: string, world: World | undefined): void {
    if (world?.name !== PRELOAD_WORLD) return note('refused a binding call from outside the preload');
    const message = JSON.parse(text) as FromPreload;
    if (message.t === 'invoke') {
      const args = message.args.map(codec.unpack);
      return this.answer(world, message.id, this.handlers.invoke(message.channel, args, world));
    }
    if (message.t === 'send') return this.handlers.send(message.channel, message.args.map(codec.unpack), world);
    if (message.t === 'open') return this.handlers.open(message, world);
    if (message.t === 'window') return this.handlers.window(message.type, message, world);
    if (message.t === 'ask') {
      this.answer(world, message.id, this.handlers.ask(message.permission, message.details, world));
    }
  }

  private answer(world: World, id: number, outcome: Promise<unknown>): void {
    const failed = (error: unknown): void => {
      const text = error instanceof Error ? error.message : String(error);
      this.tell(world, { t: 'result', id, ok: false, value: text });
    };
    void outcome.then((value) => this.tell(world, { t: 'result', id, ok: true, value: codec.pack(value) })).catch(failed);
  }

  private tell(world: World, message: ToPreload): void {
    void this.session.quietly('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { ${RECEIVER}(text); }`,
      uniqueContextId: world.uniqueId,
      arguments: [{ value: JSON.stringify(message) }],
      silent: true,
    });
  }
}
