import { makeCodec } from '../codec.ts';
import { bridgeSpecial, makeBridge, makeDesk } from './bridge.ts';
import { pageWorld } from './page-world.ts';
import { browserBytes, makeIpc, makeListening } from './preload-ipc.ts';
import { preloadWorld } from './preload-world.ts';

/** The name of the preload's world; Chromium makes it for us and page scripts can't enter it. */
export const PRELOAD_WORLD = 'bursar-preload';
/** The name by which the preload's world tells this process something. */
export const BINDING = '__bursarHostTell';
/** The name by which this process tells the preload's world something. */
export const RECEIVER = '__bursarHostHear';

// The functions that both worlds are built of; they know each other by name.
const SHARED = [makeCodec, makeBridge, makeDesk, bridgeSpecial];

// A preload belongs to the top document alone, as in Electron by default.
function script(functions: readonly ((...args: never[]) => unknown)[], start: string): string {
  const texts = functions.map(String).join('\n');
  return `(() => { if (window.top !== window) return;\n${texts}\n${start}\n})();`;
}

/** The script for the page's own world. The secret is the event name of the one hand-over. */
export function pageScript(secret: string): string {
  return script([...SHARED, pageWorld], `pageWorld(${JSON.stringify(secret)});`);
}

/** The script for the preload's world, with the preload's source inside. */
export function preloadScript(secret: string, preload: string): string {
  const facts = { platform: process.platform, arch: process.arch, env: {}, argv: [], type: 'renderer', sandboxed: true };
  const versions = { node: process.versions.node, chrome: 'host', electron: 'host' };
  const config = { secret, binding: BINDING, receiver: RECEIVER, process: { ...facts, contextIsolated: true, versions } };
  const body = `function (require, module, exports, process) {\n${preload}\n}`;
  const functions = [...SHARED, browserBytes, makeListening, makeIpc, preloadWorld];
  return script(functions, `preloadWorld(${JSON.stringify(config)}, ${body});`);
}
