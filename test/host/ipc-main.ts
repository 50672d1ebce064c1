import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { note } from './events.ts';
import type { HostFrame } from './frames.ts';

/** What a handler learns about who calls. */
export type Sender = { readonly contents: unknown; frame(): HostFrame | null; reply(channel: string, args: unknown[]): void };
type Handler = (event: object, ...args: unknown[]) => unknown;
type Subset = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

/** The main side of the IPC: handlers for calls, listeners for messages. */
export class HostIpcMain extends EventEmitter implements Subset {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Parameters<Subset['handle']>[1]): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler as Handler);
  }

  handleOnce(channel: string, handler: Parameters<Subset['handle']>[1]): void {
    this.handle(channel, (event, ...args: unknown[]) => {
      this.removeHandler(channel);
      return (handler as Handler)(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** Runs the handler of a call; its failure is told in Electron's words. Only the host calls this. */
  async dispatchInvoke(channel: string, args: unknown[], sender: Sender): Promise<unknown> {
    try {
      const handler = this.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return await handler(eventFor(sender, 'invoke'), ...args);
    } catch (error) {
      note(`error in the handler of '${channel}': ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
    }
  }

  /** Delivers a message to its listeners. Only the host calls this. */
  dispatchSend(channel: string, args: unknown[], sender: Sender): void {
    this.emit(channel, eventFor(sender, 'send'), ...args);
  }
}

function eventFor(sender: Sender, kind: string): object {
  return {
    type: 'frame',
    kind,
    sender: sender.contents,
    processId: 1,
    frameId: 1,
    ports: [],
    // Looked up when read, as in Electron: null once the calling document is gone.
    get senderFrame(): HostFrame | null {
      return sender.frame();
    },
    reply: (channel: string, ...args: unknown[]) => sender.reply(channel, args),
  };
}
