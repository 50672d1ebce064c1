import type { CustomScheme, Protocol } from 'electron';
import type { SchemeHandler } from './serve.ts';
import type { AppUrls } from './urls.ts';

/** The part of Electron's protocol module that an app scheme needs. */
export class HostProtocol implements Pick<Protocol, 'registerSchemesAsPrivileged' | 'unhandle' | 'isProtocolHandled'> {
  private readonly handlers = new Map<string, SchemeHandler>();
  private readonly urls: AppUrls;

  constructor(urls: AppUrls) {
    this.urls = urls;
  }

  /** Makes the schemes known; every one is treated as standard and secure. */
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const { scheme } of schemes) this.urls.add(scheme);
  }

  /** Sets what answers the requests of a scheme; a second handler is an error, as in Electron. */
  handle(scheme: string, handler: SchemeHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.urls.add(scheme);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }

  /** What answers the requests of a scheme; only the host calls this. */
  handlerOf(scheme: string): SchemeHandler | undefined {
    return this.handlers.get(scheme);
  }
}
