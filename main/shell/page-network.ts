import type { Session } from 'electron';
import { appScheme } from '../../preload/contract/origin.ts';

/** Tells whether the page may fetch a URL: our own scheme, and what it made itself. The page never reaches the network. */
export function pageMayLoad(url: string): boolean {
  const scheme = url.slice(0, url.indexOf(':'));
  return scheme === appScheme || scheme === 'blob' || scheme === 'data' || scheme === 'devtools';
}

/** Cancels every request of the page that would leave the app. */
export function installPageNetwork(session: Pick<Session, 'webRequest'>): void {
  session.webRequest.onBeforeRequest((details, decide) => { decide({ cancel: !pageMayLoad(details.url) }); });
}
