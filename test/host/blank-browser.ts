import type { Transport } from './cdp.ts';
import type { FromPreload, ToPreload } from './world/preload-ipc.ts';
import { BINDING, PRELOAD_WORLD } from './world/scripts.ts';

// A browser with nothing behind it: it speaks just enough of the DevTools protocol that a window opens, loads its page and asks main, so
// that a question takes the whole way through the host, the sender check included, and costs no Chromium.

type Wire = { readonly id: number; readonly method: string; readonly params: Readonly<Record<string, unknown>>; readonly sessionId?: string };
type Page = { readonly number: number; url: string };
type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

/** Who asks: the page itself, a frame inside it, or the page after it went to somebody else's address. */
export type Asker = 'page' | 'sub-frame' | 'other-origin';

const waiting = new Map<number, Waiting>();
const pages = new Map<string, Page>();
const loaded = Promise.withResolvers<void>();
let lastCall = 0;
let deliver: (text: string) => void = () => undefined;

/** The transport of a browser that draws nothing. */
export function blankTransport(): Transport {
  return {
    send: (text) => { setImmediate(() => { answer(JSON.parse(text) as Wire); }); },
    close: () => undefined,
    onMessage: (listener) => { deliver = listener; },
    onClose: () => undefined,
  };
}

/** Asks main from the newest page, as its preload would; rejects when the call is refused. Arguments and answer are in the codec's JSON form. */
export async function askFromPage(channel: string, packed: readonly unknown[], from: Asker = 'page'): Promise<unknown> {
  await loaded.promise;
  const [session, page] = [...pages].at(-1) ?? [];
  if (!session || !page) throw new Error('there is no page that could ask');
  const id = ++lastCall;
  const message: FromPreload = { t: 'invoke', id, channel, args: [...packed] };
  const executionContextId = from === 'sub-frame' ? subFrame(session, page) : page.number;
  if (from === 'other-origin') show(session, page, 'https://elsewhere.example/index.html');
  const answered = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  emit(session, 'Runtime.bindingCalled', { name: BINDING, payload: JSON.stringify(message), executionContextId });
  if (from === 'other-origin') show(session, page, page.url);
  return answered;
}

function answer({ id, method, params, sessionId }: Wire): void {
  const result = replies[method]?.(params, sessionId ?? '') ?? {};
  deliver(JSON.stringify({ id, result, ...(sessionId ? { sessionId } : {}) }));
  if (method === 'Page.navigate' && sessionId) load(sessionId, String(params['url']));
  if (method === 'Runtime.callFunctionOn') hear(params);
}

const replies: Readonly<Record<string, (params: Wire['params'], session: string) => object>> = {
  'Target.getTargets': () => ({ targetInfos: [] }),
  'Target.createTarget': () => {
    const number = pages.size + 1;
    pages.set(`blank-${number}`, { number, url: 'about:blank' });
    return { targetId: `blank-${number}` };
  },
  'Target.attachToTarget': ({ targetId }) => ({ sessionId: targetId }),
  'Page.getFrameTree': (_, session) => ({ frameTree: { frame: { id: session, url: 'about:blank', securityOrigin: '://' } } }),
  'Page.navigate': (_, session) => ({ frameId: session, loaderId: 'blank' }),
  'Runtime.evaluate': () => ({ result: {} }),
};

function load(session: string, url: string): void {
  const page = pages.get(session);
  if (!page) return;
  page.url = url;
  show(session, page, url);
  emit(session, 'Runtime.executionContextCreated', { context: contextOf(page.number, session) });
  emit(session, 'Page.domContentEventFired', {});
  emit(session, 'Page.loadEventFired', {});
  loaded.resolve();
}

function show(session: string, page: Page, url: string): void {
  emit(session, 'Page.frameNavigated', { frame: { id: session, url, securityOrigin: new URL(url).origin, name: `${page.number}` } });
}

function subFrame(session: string, page: Page): number {
  const frameId = `${session}-inside`;
  const number = 1000 + page.number;
  emit(session, 'Page.frameAttached', { frameId, parentFrameId: session });
  emit(session, 'Page.frameNavigated', { frame: { id: frameId, parentId: session, url: page.url, securityOrigin: new URL(page.url).origin } });
  emit(session, 'Runtime.executionContextCreated', { context: contextOf(number, frameId) });
  return number;
}

const contextOf = (id: number, frameId: string) => ({ id, uniqueId: `${id}`, name: PRELOAD_WORLD, auxData: { frameId } });

function hear(params: Wire['params']): void {
  const [first] = params['arguments'] as { value: string }[];
  const message = JSON.parse(first?.value ?? '{}') as ToPreload;
  // News for the page is for nobody here.
  if (message.t === 'event') return;
  const call = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.ok) call?.resolve(message.value);
  else call?.reject(new Error(String(message.value)));
}

function emit(sessionId: string, method: string, params: object): void {
  deliver(JSON.stringify({ method, params, sessionId }));
}
