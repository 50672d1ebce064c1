import { makeCodec } from '../codec.ts';
import { makeBridge } from './bridge.ts';
import { browserBytes, makeIpc, type FromPreload } from './preload-ipc.ts';

/** What the preload's world hands to the page's. */
export type Given =
  | { t: 'api'; key: string; api: unknown }
  | { t: 'page'; ask: Ask; open: Open };
export type Ask = (permission: string, details: Record<string, unknown>) => Promise<void>;
export type Open = (url: string, windowName: string, windowFeatures: string[]) => void;

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;
type Config = { secret: string; binding: string; receiver: string; process: object };

/**
 * The second script of a document, in the preload's own world: makes the few Electron names a sandboxed preload
 * gets, hands the shared element to the page's world and runs the preload. The page reaches neither this world's
 * globals nor the binding. It runs by its source text, beside the functions that scripts.ts lays there.
 */
export function preloadWorld(config: Config, preload: Preload): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const tell = world[config.binding] as (text: string) => void;
  delete world[config.binding];
  const post = (message: FromPreload): void => tell(JSON.stringify(message));
  const ipc = makeIpc(post, makeCodec(browserBytes()));
  Object.defineProperty(world, config.receiver, { value: ipc.receive });

  const bus = document.createElement('i');
  const give = makeBridge(bus, { mine: 'to-preload', theirs: 'to-page' }, () => undefined);
  dispatchEvent(new MouseEvent(config.secret, { relatedTarget: bus }));
  const ask: Ask = async (permission, details) => {
    await ipc.request((id) => ({ t: 'ask', id, permission, details }));
  };
  const open: Open = (url, windowName, windowFeatures) => post({ t: 'open', url, windowName, windowFeatures });
  give({ t: 'page', ask, open } satisfies Given);
  for (const type of ['resize', 'focus', 'blur']) {
    addEventListener(type, (event) => {
      if (event.target === window) post({ t: 'window', type, width: innerWidth, height: innerHeight });
    });
  }

  const exposeInMainWorld = (key: string, api: unknown): void => give({ t: 'api', key, api } satisfies Given);
  const webUtils = { getPathForFile: (): string => '' };
  const electron = { contextBridge: { exposeInMainWorld }, ipcRenderer: ipc.ipcRenderer, webUtils };
  const require = (name: string): unknown => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(name)) return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, config.process);
  } catch (error) {
    // As Electron: the page goes on without its preload, and the console says why.
    reportError(new Error(`Unable to load preload script: ${String(error)}`, { cause: error }));
  }
}
