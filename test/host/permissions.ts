import type { Session } from 'electron';
import type { CdpSession } from './cdp.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0];
type Details = Readonly<Record<string, unknown>> & { check?: boolean; mediaTypes?: readonly string[] };

// Electron's name -> the names by which Chromium takes an answer.
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'geolocation': ['geolocation'],
  'notifications': ['notifications'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'midi': ['midi'],
  'idle-detection': ['idle-detection'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
};
const REFUSED_AT_START = ['camera', 'microphone', 'display-capture', 'local-fonts', ...Object.values(NAMES).flat()];
const QUERY_NAMES: Readonly<Record<string, string>> = {
  'camera': 'media',
  'microphone': 'media',
  'clipboard-write': 'clipboard-sanitized-write',
};

/** Who asks: Electron's handlers get the web contents and where the request comes from. */
export type Asker = { readonly contents: unknown; readonly url: string; readonly origin: string };

/** The permission handlers of a session, and the way their answers reach Chromium. */
export class HostPermissions {
  private onRequest: RequestHandler = null;
  private onCheck: CheckHandler = null;
  private onDevice: DeviceHandler = null;

  /** Sets the handler that is asked when the page requests a permission. */
  setRequestHandler(handler: RequestHandler): void {
    this.onRequest = handler;
  }

  /** Sets the handler that is asked when the page looks whether it has a permission. */
  setCheckHandler(handler: CheckHandler): void {
    this.onCheck = handler;
  }

  /** Sets the handler for devices. Chromium shows no device without a chooser, so it is kept but never asked. */
  setDeviceHandler(handler: DeviceHandler): void {
    this.onDevice = handler;
  }

  /** Whether each of the three handlers is set. */
  get registered(): { request: boolean; check: boolean; device: boolean } {
    return { request: this.onRequest !== null, check: this.onCheck !== null, device: this.onDevice !== null };
  }

  /** Tells Chromium to refuse everything until a handler said otherwise. */
  async refuseAll(browser: CdpSession): Promise<void> {
    await Promise.all(REFUSED_AT_START.map((name) => set(browser, name, false)));
  }

  /** Asks the handlers about one request and tells Chromium the answer. */
  async ask(browser: CdpSession, asker: Asker, name: string, details: Details): Promise<boolean> {
    const permission = QUERY_NAMES[name] ?? name;
    const asked = name === 'camera' ? ['video'] : name === 'microphone' ? ['audio'] : [];
    const mediaTypes = [...(details.mediaTypes ?? asked)];
    const granted = details.check
      ? this.check(asker, permission, mediaTypes)
      : await this.request(asker, permission, mediaTypes);
    const media = mediaTypes.map((type) => (type === 'video' ? 'camera' : 'microphone'));
    const names = permission === 'media' ? media : (NAMES[permission] ?? []);
    await Promise.all(names.map((each) => set(browser, each, granted)));
    return granted;
  }

  private check(asker: Asker, permission: string, mediaTypes: string[]): boolean {
    if (!this.onCheck) return true;
    const details = { requestingUrl: asker.url, isMainFrame: true, mediaType: mediaTypes[0] ?? 'unknown' };
    return this.onCheck(asker.contents as never, permission as never, asker.origin, details as never);
  }

  private request(asker: Asker, permission: string, mediaTypes: string[]): Promise<boolean> {
    const handler = this.onRequest;
    if (!handler) return Promise.resolve(true);
    const details = { requestingUrl: asker.url, isMainFrame: true, mediaTypes, securityOrigin: `${asker.origin}/` };
    return new Promise((resolve) => handler(asker.contents as never, permission as never, resolve, details));
  }
}

function set(browser: CdpSession, name: string, granted: boolean): Promise<void> {
  return browser.quietly('Browser.setPermission', { permission: { name }, setting: granted ? 'granted' : 'denied' });
}
