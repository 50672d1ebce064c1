import type { WebRequest } from 'electron';
import { note } from './events.ts';
import type { Header, Paused } from './serve.ts';

type Details = { id: number; url: string; method: string; resourceType: string; webContentsId: number; timestamp: number };
type BeforeReply = { cancel?: boolean; redirectURL?: string };
type HeadersReply = { cancel?: boolean; responseHeaders?: Readonly<Record<string, string | readonly string[]>> };
type Listener<R> = (details: never, callback: (reply: R) => void) => void;
type Registered<R> = { matches(url: string): boolean; listener: Listener<R> };

const TYPES: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  WebSocket: 'webSocket',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

/** The two hooks of Electron's webRequest that an app needs to keep its page off the network. */
export class HostWebRequest {
  private before: Registered<BeforeReply> | null = null;
  private received: Registered<HeadersReply> | null = null;
  private last = 0;

  /** Registers, or with null removes, the listener that may cancel or redirect a request. */
  onBeforeRequest = ((filter: unknown, listener?: unknown): void => {
    this.before = register<BeforeReply>(filter, listener);
  }) as WebRequest['onBeforeRequest'];

  /** Registers, or with null removes, the listener that may change a response's headers. */
  onHeadersReceived = ((filter: unknown, listener?: unknown): void => {
    this.received = register<HeadersReply>(filter, listener);
  }) as WebRequest['onHeadersReceived'];

  /** Whether requests are asked about at all. */
  get wantsRequests(): boolean {
    return this.before !== null;
  }

  /** Whether responses from the network have to be held for a listener. */
  get wantsHeaders(): boolean {
    return this.received !== null;
  }

  /** What the listener wants done with a request; nothing when it has no say. */
  ask(url: string, paused: Paused, contentsId: number, isMain: boolean): Promise<BeforeReply> {
    if (!this.before?.matches(url)) return Promise.resolve({});
    return call(this.before.listener, this.details(url, paused, contentsId, isMain));
  }

  /** The headers of a response after the listener's changes. */
  async edit(url: string, paused: Paused, contentsId: number, headers: readonly Header[]): Promise<readonly Header[]> {
    if (!this.received?.matches(url)) return headers;
    const grouped: Record<string, string[]> = {};
    for (const { name, value } of headers) (grouped[name] ??= []).push(value);
    const details = { ...this.details(url, paused, contentsId, false), statusCode: 200, responseHeaders: grouped };
    const reply = await call(this.received.listener, details);
    const entries = Object.entries(reply.responseHeaders ?? grouped);
    return entries.flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
  }

  private details(url: string, { request, resourceType }: Paused, webContentsId: number, isMain: boolean): Details {
    const document = isMain ? 'mainFrame' : 'subFrame';
    const type = resourceType === 'Document' ? document : (TYPES[resourceType] ?? 'other');
    return { id: ++this.last, url, method: request.method, resourceType: type, webContentsId, timestamp: Date.now() };
  }
}

function register<R>(filter: unknown, listener: unknown): Registered<R> | null {
  const found = typeof filter === 'function' ? filter : listener;
  if (typeof found !== 'function') return null;
  const patterns = typeof filter === 'function' ? ['<all_urls>'] : (filter as { urls: readonly string[] }).urls;
  const tests = patterns.map(toTest);
  return { matches: (url) => tests.length === 0 || tests.some((test) => test.test(url)), listener: found as Listener<R> };
}

function toTest(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
}

function call<R>(listener: Listener<R>, details: object): Promise<R> {
  return new Promise((resolve) => {
    try {
      listener(details as never, (reply) => resolve(reply ?? ({} as R)));
    } catch (error) {
      note(`a webRequest listener failed: ${String(error)}`);
      resolve({ cancel: true } as R);
    }
  });
}
