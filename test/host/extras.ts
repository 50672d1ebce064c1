import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { MenuItemConstructorOptions, NotificationConstructorOptions } from 'electron';

/** A menu that is kept and never drawn. */
export class HostMenu {
  private static current: HostMenu | null = null;
  readonly items: HostMenuItem[] = [];

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): HostMenu {
    const menu = new HostMenu();
    for (const options of template) menu.append(new HostMenuItem(options));
    return menu;
  }
  static setApplicationMenu(menu: HostMenu | null): void {
    HostMenu.current = menu;
  }
  static getApplicationMenu(): HostMenu | null {
    return HostMenu.current;
  }
  append(item: HostMenuItem): void {
    this.items.push(item);
  }
  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found) return found;
    }
    return null;
  }
  popup(): void {}
  closePopup(): void {}
}

/** An item of such a menu; a test may click it. */
export class HostMenuItem {
  readonly id: string;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: HostMenu | undefined;
  readonly click: (...args: unknown[]) => void;

  constructor(options: MenuItemConstructorOptions) {
    this.id = options.id ?? '';
    this.label = options.label ?? '';
    this.enabled = options.enabled !== false;
    this.visible = options.visible !== false;
    this.checked = options.checked === true;
    this.role = options.role;
    this.accelerator = options.accelerator;
    this.submenu = Array.isArray(options.submenu) ? HostMenu.buildFromTemplate(options.submenu) : undefined;
    const click = options.click as ((...args: unknown[]) => void) | undefined;
    this.click = (...args) => click?.(this, ...args);
  }
}

/** A notification that is kept and never shown. */
export class HostNotification extends EventEmitter {
  static readonly shown: { title: string; body: string }[] = [];
  private readonly options: NotificationConstructorOptions;

  static isSupported(): boolean {
    return true;
  }
  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.options = options;
  }
  show(): void {
    HostNotification.shown.push({ title: this.options.title ?? '', body: this.options.body ?? '' });
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
}

let copied = '';
/** A clipboard of this process alone. */
export const hostClipboard = {
  readText: (): Promise<string> => Promise.resolve(copied),
  writeText: (text: string): void => void (copied = text),
  clear: (): void => void (copied = ''),
};

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, bounds: area, workArea: area, size: area, workAreaSize: area, scaleFactor: 1, rotation: 0 };
/** One screen of a usual size. */
export const hostScreen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
});

const image = (bytes: Buffer): object => ({ isEmpty: () => bytes.length === 0, toPNG: () => bytes, getSize: () => ({ width: 0, height: 0 }) });
/** Images that are held and never decoded. */
export const hostNativeImage = {
  createEmpty: () => image(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => image(bytes),
  createFromPath: (path: string) => {
    try {
      return image(readFileSync(path));
    } catch {
      return image(Buffer.alloc(0));
    }
  },
};

/** The few system preferences an app asks for. */
export const hostSystemPreferences = Object.assign(new EventEmitter(), {
  getMediaAccessStatus: () => 'granted',
  askForMediaAccess: () => Promise.resolve(true),
  getUserDefault: () => undefined,
  getAnimationSettings: () => ({ shouldRenderRichAnimation: true, scrollAnimationsEnabledBySystem: true, prefersReducedMotion: false }),
});
