import type { Codec, Special } from '../codec.ts';

// These functions run in the preload's world by their source text: they may use what scripts.ts lays beside them and
// nothing else.

/** What the preload's world tells this process. */
export type FromPreload =
  | { t: 'invoke'; id: number; channel: string; args: unknown[] }
  | { t: 'send'; channel: string; args: unknown[] }
  | { t: 'ask'; id: number; permission: string; details: Record<string, unknown> }
  | { t: 'open'; url: string; windowName: string; windowFeatures: string[] }
  | { t: 'window'; type: string; width: number; height: number };

/** What this process tells the preload's world. */
export type ToPreload =
  | { t: 'result'; id: number; ok: boolean; value: unknown }
  | { t: 'event'; channel: string; args: unknown[] };

type Listener = (event: object, ...args: unknown[]) => void;
type Waiting = { resolve(value: unknown): void; reject(error: Error): void };
type Ipc = {
  readonly ipcRenderer: object;
  /** Takes a message from this process. */
  receive(text: string): void;
  /** Sends a request and resolves to its result. */
  request(make: (id: number) => FromPreload): Promise<unknown>;
};

/** The preload's side of the IPC. */
export function makeIpc(post: (message: FromPreload) => void, codec: Codec): Ipc {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const request = (make: (id: number) => FromPreload): Promise<unknown> =>
    new Promise((resolve, reject) => {
      post(make(++last));
      waiting.set(last, { resolve, reject });
    });
  const settle = (message: ToPreload & { t: 'result' }): void => {
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) call?.resolve(codec.unpack(message.value));
    else call?.reject(new Error(String(message.value)));
  };
  const { hear, ...listening } = makeListening();
  const ipcRenderer = {
    ...listening,
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const packed = args.map(codec.pack);
      return request((id) => ({ t: 'invoke', id, channel, args: packed }));
    },
    send: (channel: string, ...args: unknown[]): void => post({ t: 'send', channel, args: args.map(codec.pack) }),
  };
  const receive = (text: string): void => {
    const message = JSON.parse(text) as ToPreload;
    if (message.t === 'result') settle(message);
    else hear(message.channel, { sender: ipcRenderer, ports: [] }, message.args.map(codec.unpack));
  };
  return { ipcRenderer, receive, request };
}

type Listening = Record<'on' | 'addListener' | 'once' | 'off' | 'removeListener', (channel: string, listener: Listener) => void> & {
  removeAllListeners(channel: string): void;
  hear(channel: string, event: object, args: unknown[]): void;
};

/** The listeners of channels. */
export function makeListening(): Listening {
  const listeners = new Map<string, Listener[]>();
  const on = (channel: string, listener: Listener): void => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
  };
  const off = (channel: string, listener: Listener): void => {
    const known = listeners.get(channel) ?? [];
    const at = known.lastIndexOf(listener);
    listeners.set(channel, at === -1 ? known : known.toSpliced(at, 1));
  };
  const once = (channel: string, listener: Listener): void => {
    const single: Listener = (event, ...args) => {
      off(channel, single);
      listener(event, ...args);
    };
    on(channel, single);
  };
  const hear = (channel: string, event: object, args: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener(event, ...args);
  };
  const removeAllListeners = (channel: string): void => void listeners.delete(channel);
  return { on, addListener: on, once, off, removeListener: off, removeAllListeners, hear };
}

/** How bytes cross between the preload's world and this process: as base64 with the name of their type. */
export function browserBytes(): Special {
  // Newer than the compiler's library, and fifty times as fast as by hand.
  type Native = { toBase64?(): string };
  const native = Uint8Array as unknown as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  const toBase64 = (bytes: Uint8Array & Native): string => {
    if (bytes.toBase64) return bytes.toBase64();
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  return {
    pack(value) {
      if (value instanceof ArrayBuffer) return { $: 'bytes', k: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) };
      if (!ArrayBuffer.isView(value)) return undefined;
      const view = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $: 'bytes', k: value.constructor.name, v: toBase64(view) };
    },
    unpack(tag) {
      const text = tag.v as string;
      const bytes = native.fromBase64?.(text) ?? Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      if (tag.k === 'Uint8Array') return bytes;
      if (tag.k === 'ArrayBuffer') return bytes.buffer;
      const views = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>;
      const View = views[tag.k ?? ''] ?? DataView;
      return new View(bytes.buffer);
    },
  };
}
