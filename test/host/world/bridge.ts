import { makeCodec, type Special, type Tag } from '../codec.ts';

// These functions run in the page's two worlds by their source text: they may use what scripts.ts lays beside them
// and nothing else.

type Anything = (...args: unknown[]) => unknown;
type Settle = { resolve(value: unknown): void; reject(value: unknown): void };
type Message = { t: string; id: number; call?: number; ok?: boolean; args?: unknown[]; value?: unknown };
type Names = { readonly mine: string; readonly theirs: string };

/** Gives a value to the other world's receiver, before the page's scripts run. */
export type Give = (value: unknown) => void;

/** What one end keeps for the other: the functions it gave, the promises it awaits, the answers it got. */
type Desk = {
  readonly functions: Map<number, Anything>;
  readonly promises: Map<number, Settle>;
  readonly replies: Map<number, Message>;
  post(message: Message): void;
  nextId(): number;
};

/**
 * One end of the bridge between the page's world and the preload's: both share an element that no page script can
 * reach, and speak by events on it, which cross worlds at once and by copy. Functions become callable stand-ins.
 * Each end can only call functions that the other gave it, so a page that got hold of its own end would gain nothing.
 */
export function makeBridge(bus: Element, names: Names, receive: (value: unknown) => void): Give {
  const desk = makeDesk(bus, names.theirs);
  const answer = (t: string, id: number, ok: boolean, value: unknown): void => {
    try {
      desk.post({ t, id, ok, value: codec.pack(value) });
    } catch (error) {
      desk.post({ t, id, ok: false, value: codec.pack(new Error(String(error))) });
    }
  };
  const call = (id: number, args: unknown[]): unknown => {
    const callId = desk.nextId();
    desk.post({ t: 'call', id, call: callId, args: args.map(codec.pack) });
    const reply = desk.replies.get(callId);
    desk.replies.delete(callId);
    if (!reply) throw new Error('The other side of the bridge is gone.');
    const value = codec.unpack(reply.value);
    if (reply.ok) return value;
    throw value;
  };
  const codec = makeCodec(bridgeSpecial(desk, answer, call));
  const run = (message: Message): void => {
    const callId = message.call ?? 0;
    try {
      const target = desk.functions.get(message.id);
      if (!target) throw new Error('No such function.');
      answer('return', callId, true, target(...(message.args ?? []).map(codec.unpack)));
    } catch (error) {
      answer('return', callId, false, error);
    }
  };
  const settle = (message: Message): void => {
    const promise = desk.promises.get(message.id);
    desk.promises.delete(message.id);
    const value = codec.unpack(message.value);
    if (message.ok) promise?.resolve(value);
    else promise?.reject(value);
  };
  bus.addEventListener(names.mine, (event) => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.t === 'call') run(message);
    if (message.t === 'return') desk.replies.set(message.id, message);
    if (message.t === 'settle') settle(message);
    if (message.t === 'release') desk.functions.delete(message.id);
    if (message.t === 'give') receive(codec.unpack(message.value));
  });
  return (value) => desk.post({ t: 'give', id: 0, value: codec.pack(value) });
}

/** The empty desk of one end. It keeps the browser's own functions, whatever the page does to them later. */
export function makeDesk(bus: Element, theirs: string): Desk {
  const NativeEvent = CustomEvent;
  const dispatch = bus.dispatchEvent.bind(bus);
  let last = 0;
  return {
    functions: new Map(),
    promises: new Map(),
    replies: new Map(),
    post: (message) => void dispatch(new NativeEvent(theirs, { detail: message })),
    nextId: () => ++last,
  };
}

/** How functions, promises and bytes cross between the worlds. */
export function bridgeSpecial(
  desk: Desk,
  answer: (t: string, id: number, ok: boolean, value: unknown) => void,
  call: (id: number, args: unknown[]) => unknown,
): Special {
  const unused = new FinalizationRegistry<number>((id) => desk.post({ t: 'release', id }));
  const packPromise = (promise: Promise<unknown>): Tag => {
    const id = desk.nextId();
    promise.then(
      (value) => answer('settle', id, true, value),
      (error: unknown) => answer('settle', id, false, error),
    );
    return { $: 'promise', v: id };
  };
  const standIn = (id: number): Anything => {
    const proxy: Anything = (...args) => call(id, args);
    unused.register(proxy, id);
    return proxy;
  };
  return {
    pack(value) {
      if (value instanceof Promise) return packPromise(value);
      // The browser's own copy of an event's detail carries these as they are.
      if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Blob) return { $: 'copy', v: value };
      if (typeof value !== 'function') return undefined;
      const id = desk.nextId();
      desk.functions.set(id, value as Anything);
      return { $: 'function', v: id };
    },
    unpack(tag) {
      const id = tag.v as number;
      if (tag.$ === 'function') return standIn(id);
      if (tag.$ === 'promise') return new Promise((resolve, reject) => desk.promises.set(id, { resolve, reject }));
      return tag.v;
    },
  };
}
