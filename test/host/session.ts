import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { HostPermissions } from './permissions.ts';
import { HostProtocol } from './protocol.ts';
import type { AppUrls } from './urls.ts';
import { HostWebRequest } from './web-request.ts';

type Subset = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setCertificateVerifyProc'
  | 'setSpellCheckerEnabled'
  | 'clearStorageData'
  | 'clearCache'
  | 'resolveProxy'
  | 'setProxy'
>;

/** The one session of the host: every window uses it. */
export class HostSession extends EventEmitter implements Subset {
  readonly permissions = new HostPermissions();
  readonly webRequest = new HostWebRequest();
  readonly protocol: HostProtocol;
  private clear: () => Promise<void> = () => Promise.resolve();

  constructor(urls: AppUrls) {
    super();
    this.protocol = new HostProtocol(urls);
  }

  setPermissionRequestHandler: Subset['setPermissionRequestHandler'] = (handler) => this.permissions.setRequestHandler(handler);
  setPermissionCheckHandler: Subset['setPermissionCheckHandler'] = (handler) => this.permissions.setCheckHandler(handler);
  setDevicePermissionHandler: Subset['setDevicePermissionHandler'] = (handler) => this.permissions.setDeviceHandler(handler);

  /** Chromium's own verification stays in charge. */
  setCertificateVerifyProc(): void {}

  setSpellCheckerEnabled(): void {}

  clearStorageData(): Promise<void> {
    return this.clear();
  }

  clearCache(): Promise<void> {
    return this.clear();
  }

  /** The host asks no system for a proxy. */
  resolveProxy(): Promise<string> {
    return Promise.resolve('DIRECT');
  }

  setProxy(): Promise<void> {
    return Promise.resolve();
  }

  /** Says how stored data is cleared once there is a page; only the host calls this. */
  clearWith(clear: () => Promise<void>): void {
    this.clear = clear;
  }
}
