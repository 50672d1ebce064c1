import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { App } from 'electron';
import { preventable } from './events.ts';
import { InstanceLock, type SecondStart } from './lock.ts';
import { systemPath, type AppFacts } from './paths.ts';

type Subset = Pick<
  App,
  | 'whenReady' | 'isReady' | 'quit' | 'exit' | 'focus' | 'requestSingleInstanceLock' | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock' | 'getPath' | 'setPath' | 'getAppPath' | 'getVersion' | 'getName' | 'setName' | 'getLocale'
  | 'getSystemLocale' | 'getPreferredSystemLanguages' | 'enableSandbox' | 'setAppUserModelId' | 'isPackaged' | 'name'
  | 'disableHardwareAcceleration' | 'isAccessibilitySupportEnabled'
>;

/** What the app does to the rest of the host. */
export type AppDeps = {
  readonly facts: AppFacts;
  readonly argv: readonly string[];
  /** Closes every window; false when one of them would not. */
  closeWindows(): boolean;
  /** Ends the browser. */
  end(): Promise<void>;
};

/** The life of the app. */
export class HostApp extends EventEmitter implements Subset {
  readonly isPackaged = false;
  readonly commandLine = new HostCommandLine();
  name: string;
  private readonly deps: AppDeps;
  private readonly paths = new Map<string, string>();
  private readonly lock = new InstanceLock();
  private readonly ready = Promise.withResolvers<void>();
  private started = false;
  private quitting = false;
  /** Whether the process is about to end: nothing more is told to main. */
  exiting = false;

  constructor(deps: AppDeps) {
    super();
    this.deps = deps;
    this.name = deps.facts.name;
    const given = deps.argv.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
    if (given) this.setPath('userData', given);
  }

  /** Declares the host ready; only the host calls this. */
  start(): void {
    if (this.exiting) return;
    this.started = true;
    this.emit('ready', preventable({}), {});
    this.ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }
  isReady(): boolean {
    return this.started;
  }

  quit(): void {
    if (this.quitting || this.exiting) return;
    this.quitting = true;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented || !this.deps.closeWindows()) {
      this.quitting = false;
      return;
    }
    this.finish();
  }

  exit(code = 0): void {
    if (this.exiting) return;
    this.exiting = true;
    this.emit('quit', preventable({}), code);
    this.lock.release();
    // Before it is ready nothing has to be ended in order, and main expects to run no further.
    if (!this.started) process.exit(code);
    void this.deps.end().finally(() => process.exit(code));
  }

  /** Tells that the last window closed: with no listener the app quits, as in Electron. */
  allClosed(): void {
    if (this.quitting || this.exiting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  focus(): void {}
  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    const start: SecondStart = { argv: [...this.deps.argv], cwd: process.cwd(), data };
    return this.lock.take(this.getPath('userData'), start, (second) => this.secondInstance(second));
  }
  hasSingleInstanceLock(): boolean {
    return this.lock.held;
  }
  releaseSingleInstanceLock(): void {
    this.lock.release();
  }
  /** Tells the app of a second start. */
  secondInstance(second: SecondStart): void {
    this.emit('second-instance', preventable({}), second.argv, second.cwd, second.data);
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.paths.get(name) ?? (name === 'sessionData' ? this.paths.get('userData') : undefined);
    const found = path ?? systemPath(name, this.name);
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    this.paths.set(name, path);
  }
  getAppPath(): string {
    return this.deps.facts.folder;
  }
  getVersion(): string {
    return this.deps.facts.version;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getLocale()).region ?? '';
  }
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  setAsDefaultProtocolClient(): boolean {
    return false;
  }
  isAccessibilitySupportEnabled(): boolean {
    return false;
  }
  getAppMetrics(): never[] {
    return [];
  }

  private finish(): void {
    const event = preventable({});
    this.emit('will-quit', event);
    this.quitting = false;
    if (!event.defaultPrevented) this.exit(0);
  }
}

/** The switches that main sets for Chromium; the browser is running already, so they are only remembered. */
class HostCommandLine {
  private readonly switches = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value);
  }
  appendArgument(): void {}
  hasSwitch(name: string): boolean {
    return this.switches.has(name) || process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  }
  getSwitchValue(name: string): string {
    const given = process.argv.find((arg) => arg.startsWith(`--${name}=`));
    return this.switches.get(name) ?? given?.slice(name.length + 3) ?? '';
  }
}
