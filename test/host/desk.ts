import { EventEmitter } from 'node:events';
import { extname } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { NativeTheme, Net, PowerMonitor, Shell } from 'electron';

/** The machine's power and lock state, steered by tests. */
export class HostPowerMonitor extends EventEmitter implements Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState'> {
  private idleSeconds = 0;
  private locked = false;

  getSystemIdleTime(): number {
    return this.idleSeconds;
  }
  getSystemIdleState(threshold: number): 'active' | 'idle' | 'locked' | 'unknown' {
    if (this.locked) return 'locked';
    return this.idleSeconds >= threshold ? 'idle' : 'active';
  }
  isOnBatteryPower(): boolean {
    return false;
  }
  /** Pretends that nobody touched the machine for so many seconds. */
  setIdle(seconds: number): void {
    this.idleSeconds = seconds;
  }
  /** Pretends a change of state, e.g. 'lock-screen'. */
  pretend(event: 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume'): void {
    if (event === 'lock-screen') this.locked = true;
    if (event === 'unlock-screen') this.locked = false;
    this.emit(event);
  }
}

/** Dark or light, as main chooses; 'system' follows the browser or what a test asks. */
export class HostNativeTheme extends EventEmitter implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'> {
  readonly shouldUseHighContrastColors = false;
  readonly prefersReducedTransparency = false;
  private source: NativeTheme['themeSource'] = 'system';
  private readonly system: 'dark' | 'light' | null;

  constructor(system: 'dark' | 'light' | null) {
    super();
    this.system = system;
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.source;
  }
  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.source) return;
    this.source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.colorScheme === 'dark';
  }
  /** What pages are told, or null to leave it to the browser. */
  get colorScheme(): 'dark' | 'light' | null {
    return this.source === 'system' ? this.system : this.source;
  }
}

/** Opens nothing: what main wanted opened is kept for tests and told on the error stream. */
export class HostShell implements Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> {
  readonly opened: string[] = [];
  private readonly tell: (text: string) => void;

  constructor(tell: (text: string) => void) {
    this.tell = tell;
  }

  async openExternal(url: string): Promise<void> {
    this.opened.push(url);
    this.tell(`the app asks to open ${url} in the browser`);
  }
  async openPath(path: string): Promise<string> {
    this.opened.push(path);
    this.tell(`the app asks to open ${path}`);
    return '';
  }
  showItemInFolder(path: string): void {
    this.opened.push(path);
    this.tell(`the app asks to show ${path}`);
  }
  async trashItem(): Promise<void> {
    throw new Error('Failed to move item to trash');
  }
  beep(): void {}
}

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Node's fetch, with files, and with an off switch for tests. */
export class HostNet implements Pick<Net, 'isOnline'> {
  readonly online = true;
  private connected = true;

  isOnline(): boolean {
    return this.connected;
  }
  /** Pretends that the machine has, or has no, network. */
  setOnline(value: boolean): void {
    this.connected = value;
  }
  fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith('file:')) return fileResponse(url);
    if (!this.connected) throw new TypeError('net::ERR_INTERNET_DISCONNECTED');
    return fetch(input, init);
  };
}

async function fileResponse(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) throw new TypeError('net::ERR_FILE_NOT_FOUND');
  const type = MIME[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
}
