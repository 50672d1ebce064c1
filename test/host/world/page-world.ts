import { makeBridge } from './bridge.ts';
import type { Ask, Given, Open } from './preload-world.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * The first script of a document, in the page's own world: takes over the shared element before any script of the
 * page runs, and defines what the preload exposes. It runs by its source text, beside the functions that scripts.ts lays there.
 */
export function pageWorld(secret: string): void {
  const freeze = (value: unknown): unknown => {
    const nested = value !== null && typeof value === 'object' && !ArrayBuffer.isView(value) && !(value instanceof Promise);
    if (nested) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  const receive = (value: unknown): void => {
    const given = value as Given;
    if (given.t === 'page') {
      neverOpen(given.open);
      return askFirst(given.ask);
    }
    const fixed = { value: freeze(given.api), enumerable: true, writable: false, configurable: false };
    Object.defineProperty(globalThis, given.key, fixed);
  };

  // A window that main denies must never be there, not even for the moment it takes to close it.
  const neverOpen = (open: Open): void => {
    const value = (url?: string | URL, name = '_blank', features = ''): null => {
      const target = url === undefined || url === '' ? 'about:blank' : new URL(url, document.baseURI).href;
      open(target, name, features.split(',').filter(Boolean));
      return null;
    };
    Object.defineProperty(globalThis, 'open', { value, writable: true, configurable: true });
  };

  // Chromium's own prompt can't be steered from outside, so the permission handler is asked just before the call and
  // Chromium is told its answer. A page that goes round this finds what Chromium was told last: by default, no.
  const wrap = (owner: object | undefined, name: string, ask: (args: unknown[]) => Promise<void>): void => {
    const native = (owner as Record<string, Method> | undefined)?.[name];
    if (!owner || !native) return;
    const value = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
      await ask(args);
      return native.apply(this, args);
    };
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  };
  const askFirst = (ask: Ask): void => {
    const media = (args: unknown[]): Promise<void> => {
      const wanted = (args[0] ?? {}) as MediaStreamConstraints;
      return ask('media', { mediaTypes: [...(wanted.audio ? ['audio'] : []), ...(wanted.video ? ['video'] : [])] });
    };
    const place = (): Promise<void> => ask('geolocation', {});
    wrap(globalThis.MediaDevices?.prototype, 'getUserMedia', media);
    wrap(globalThis.Geolocation?.prototype, 'getCurrentPosition', place);
    wrap(globalThis.Geolocation?.prototype, 'watchPosition', place);
    wrap(globalThis.Notification, 'requestPermission', () => ask('notifications', {}));
    wrap(globalThis.Clipboard?.prototype, 'read', () => ask('clipboard-read', {}));
    wrap(globalThis.Clipboard?.prototype, 'readText', () => ask('clipboard-read', {}));
    wrap(globalThis.Clipboard?.prototype, 'write', () => ask('clipboard-sanitized-write', {}));
    wrap(globalThis.Clipboard?.prototype, 'writeText', () => ask('clipboard-sanitized-write', {}));
    wrap(globalThis.Permissions?.prototype, 'query', (args) => {
      const { name } = (args[0] ?? {}) as { name?: string };
      return ask(String(name), { check: true });
    });
  };

  const onHandOver = (event: Event): void => {
    const bus = (event as MouseEvent).relatedTarget as Element;
    makeBridge(bus, { mine: 'to-page', theirs: 'to-preload' }, receive);
  };
  addEventListener(secret, onHandOver, { once: true });
}
