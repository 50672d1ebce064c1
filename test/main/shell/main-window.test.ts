import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type StoredSettings, type WindowState } from '../../../main/settings/schema.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { createMainWindow } from '../../../main/shell/main-window.ts';

class FakeWindow extends EventEmitter {
  static made: FakeWindow[] = [];
  readonly did: string[] = [];
  readonly sent: unknown[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = { id: 4, send: (...args: readonly unknown[]) => { this.sent.push(args); } };
  maximized = false;
  minimized = false;
  destroyed = false;
  bounds = { x: 10, y: 20, width: 1000, height: 700 };
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.made.push(this);
  }
  isMaximized(): boolean { return this.maximized; }
  isMinimized(): boolean { return this.minimized; }
  isDestroyed(): boolean { return this.destroyed; }
  getBounds(): typeof this.bounds { return this.bounds; }
  maximize(): void { this.did.push('maximize'); this.maximized = true; }
  unmaximize(): void { this.did.push('unmaximize'); this.maximized = false; }
  minimize(): void { this.did.push('minimize'); this.minimized = true; }
  restore(): void { this.did.push('restore'); this.minimized = false; }
  show(): void { this.did.push('show'); }
  focus(): void { this.did.push('focus'); }
  loadURL(url: string): Promise<void> { this.did.push(url); return Promise.resolve(); }
  close(): void {
    this.emit('close');
    this.destroyed = true;
    this.emit('closed');
  }
}

function setUp(place: Partial<WindowState> = {}) {
  FakeWindow.made = [];
  let kept: StoredSettings = { ...defaultSettings, window: { ...defaultSettings.window, ...place } };
  const settings = createSettings({ load: () => kept, save: (next) => { kept = next; }, setAside: () => undefined });
  const main = createMainWindow({
    BrowserWindow: FakeWindow as unknown as new (options: BrowserWindowConstructorOptions) => BrowserWindow, settings, preload: '/p.cjs', dark: () => true, platform: 'linux',
  });
  return { main, settings, window: () => FakeWindow.made.at(-1) as FakeWindow };
}

describe('the one window', () => {
  it('is made once, of our own page, and shown when it can be', () => {
    const { main, window } = setUp();
    expect(FakeWindow.made).toEqual([]);
    main.open();
    expect(window().did).toEqual([expect.stringMatching(/^app:\/\/[^/]+\/index\.html$/)]);
    window().emit('ready-to-show');
    expect(window().did.at(-1)).toBe('show');
    main.open();
    expect([FakeWindow.made.length, window().did.at(-1)]).toEqual([1, 'focus']);
  });

  it('comes back from the task bar to the front', () => {
    const { main, window } = setUp();
    main.open();
    main.act('minimize');
    main.focus();
    expect(window().did.slice(1)).toEqual(['minimize', 'restore', 'focus']);
  });

  it('grows and shrinks by the same button', () => {
    const { main, window } = setUp();
    main.open();
    main.act('maximize');
    main.act('maximize');
    expect(window().did.slice(1)).toEqual(['maximize', 'unmaximize']);
  });

  it('opens where it was, with a place only when it has one', () => {
    const known = setUp({ x: 5, y: 6, width: 1100, height: 750, maximized: true });
    known.main.open();
    expect(known.window().options).toMatchObject({ x: 5, y: 6, width: 1100, height: 750 });
    known.window().emit('ready-to-show');
    expect(known.window().did.slice(1)).toEqual(['maximize', 'show']);
    const fresh = setUp();
    fresh.main.open();
    expect(fresh.window().options).not.toHaveProperty('x');
  });

  it('keeps its place when it is closed, and while maximized the one from before', () => {
    const { main, window, settings } = setUp({ x: 1, y: 2, width: 900, height: 600 });
    main.open();
    window().maximize();
    main.act('close');
    expect(settings.all().window).toEqual({ x: 1, y: 2, width: 900, height: 600, maximized: true });
    main.open();
    main.act('close');
    expect([FakeWindow.made.length, settings.all().window]).toEqual([2, { x: 10, y: 20, width: 1000, height: 700, maximized: false }]);
  });

  it('knows its own page and no other, and none once it is gone', () => {
    const { main, window } = setUp();
    expect(main.knows(4)).toBe(false);
    main.open();
    expect([main.knows(4), main.knows(5)]).toEqual([true, false]);
    main.send('changed', { a: 1 });
    expect(window().sent).toEqual([['changed', { a: 1 }]]);
    window().destroyed = true;
    main.send('changed', {});
    expect([main.knows(4), window().sent.length]).toEqual([false, 1]);
    window().emit('closed');
    expect(() => { main.send('changed', {}); main.focus(); main.act('close'); }).not.toThrow();
  });

  it('keeps what the page calls itself out of the window list', () => {
    const { main, window } = setUp();
    main.open();
    let prevented = false;
    window().emit('page-title-updated', { preventDefault: () => { prevented = true; } }, 'Delphine Roy');
    expect(prevented).toBe(true);
  });
});
