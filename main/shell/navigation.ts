import type { App, WebContents } from 'electron';
import { appOrigin } from '../../preload/contract/origin.ts';

/** Tells whether the window may go to a URL: only within our own origin. */
export function mayNavigate(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === appOrigin;
}

/** Keeps every page where it is: no foreign navigation or redirect, no new windows, no webviews. */
export function installNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => { guard(contents); });
}

function guard(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }, url: string) => { if (!mayNavigate(url)) event.preventDefault(); };
  contents.on('will-navigate', (event) => { stay(event, event.url); });
  contents.on('will-redirect', (event) => { stay(event, event.url); });
  contents.on('will-frame-navigate', (event) => { stay(event, event.url); });
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
