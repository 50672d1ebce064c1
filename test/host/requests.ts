import type { CdpSession } from './cdp.ts';
import { note } from './events.ts';
import { serve, type Paused, type SchemeHandler } from './serve.ts';
import type { AppUrls } from './urls.ts';
import type { HostWebRequest } from './web-request.ts';

/** What the guard of a page's requests needs to know and whom it asks. */
export type GuardDeps = {
  readonly urls: AppUrls;
  readonly webRequest: HostWebRequest;
  readonly contentsId: number;
  handlerOf(scheme: string): SchemeHandler | undefined;
  isMainFrame(frameId: string): boolean;
  /** Whether a document may be loaded into a frame. */
  mayNavigate(url: string, frameId: string, redirected: boolean): boolean;
  /** Called for the page and for each frame or worker with a target of its own, before it runs. */
  onTarget(session: CdpSession, type: string): Promise<void>;
};

type Attached = { sessionId: string; targetInfo: { type: string } };

/** Holds every request of a target and of all targets under it, and decides each. */
export async function guardTarget(
  session: CdpSession,
  type: string,
  deps: GuardDeps,
  sessionOf: (id: string) => CdpSession,
): Promise<void> {
  session.on('Fetch.requestPaused', (paused: Paused) => {
    decide(session, paused, deps).catch((error: unknown) => {
      note(`${paused.request.url}: ${String(error)}`);
      return session.quietly('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' });
    });
  });
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Attached) => {
    const child = sessionOf(sessionId);
    const guarded = guardTarget(child, targetInfo.type, deps, sessionOf);
    void guarded.catch(() => undefined).then(() => child.quietly('Runtime.runIfWaitingForDebugger'));
  });
  const patterns = [{ urlPattern: '*', requestStage: 'Request' }];
  if (deps.webRequest.wantsHeaders) patterns.push({ urlPattern: '*', requestStage: 'Response' });
  await Promise.all([
    session.quietly('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    // A worker has no such domain: its requests arrive at the page that owns it.
    session.quietly('Fetch.enable', { patterns }),
    deps.onTarget(session, type),
  ]);
}

const guarded = new WeakSet<CdpSession>();

/** Answers for app addresses that no target asks for: the first file of a worker that another worker starts comes to the browser itself. */
export async function guardNestedWorkers(browser: CdpSession, deps: GuardDeps): Promise<void> {
  if (guarded.has(browser)) return;
  guarded.add(browser);
  browser.on('Fetch.requestPaused', (paused: Paused) => {
    decide(browser, paused, deps).catch(() => browser.quietly('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' }));
  });
  await browser.quietly('Fetch.enable', { patterns: [{ urlPattern: 'https://*.invalid/*', requestStage: 'Request' }] });
}

async function decide(session: CdpSession, paused: Paused, deps: GuardDeps): Promise<void> {
  const { requestId } = paused;
  const fail = (errorReason: string): Promise<void> => session.quietly('Fetch.failRequest', { requestId, errorReason });
  const url = deps.urls.toApp(paused.request.url);
  if (paused.responseStatusCode !== undefined) return passHeaders(session, paused, url, deps);
  const isMain = deps.isMainFrame(paused.frameId);
  if (paused.resourceType === 'Document') {
    const redirected = paused.redirectedRequestId !== undefined;
    // "Aborted" leaves the page where it is; other reasons would show an error page.
    if (!deps.mayNavigate(url, paused.frameId, redirected)) return fail('Aborted');
  }
  const wish = await deps.webRequest.ask(url, paused, deps.contentsId, isMain);
  if (wish.cancel) return fail(paused.resourceType === 'Document' ? 'Aborted' : 'BlockedByClient');
  if (wish.redirectURL) return redirect(session, requestId, deps.urls.toBrowser(wish.redirectURL));
  const scheme = deps.urls.schemeOf(paused.request.url);
  if (scheme === null) return passOn(session, paused);
  const handler = deps.handlerOf(scheme);
  if (!handler) return fail('NameNotResolved');
  await serve(session, paused, handler, deps.urls, (headers) => deps.webRequest.edit(url, paused, deps.contentsId, headers));
}

async function passOn(session: CdpSession, { requestId, request }: Paused): Promise<void> {
  const allowed = /^(https?|data|blob|about|chrome-error):/i.test(request.url);
  if (allowed) return session.quietly('Fetch.continueRequest', { requestId });
  return session.quietly('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' });
}

async function passHeaders(session: CdpSession, paused: Paused, url: string, deps: GuardDeps): Promise<void> {
  const { requestId, responseStatusCode: responseCode } = paused;
  const responseHeaders = await deps.webRequest.edit(url, paused, deps.contentsId, paused.responseHeaders ?? []);
  await session.quietly('Fetch.continueResponse', { requestId, responseCode, responseHeaders });
}

function redirect(session: CdpSession, requestId: string, to: string): Promise<void> {
  const responseHeaders = [{ name: 'location', value: to }];
  return session.quietly('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders });
}
