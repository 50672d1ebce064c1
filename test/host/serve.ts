import type { CdpSession } from './cdp.ts';
import type { AppUrls } from './urls.ts';

/** What answers the requests of an app scheme. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** A request that Chromium holds until it is told what to do. */
export type Paused = {
  requestId: string;
  frameId: string;
  resourceType: string;
  redirectedRequestId?: string;
  responseStatusCode?: number;
  responseHeaders?: readonly Header[];
  request: {
    url: string;
    method: string;
    headers: Readonly<Record<string, string>>;
    hasPostData?: boolean;
    postDataEntries?: readonly { bytes?: string }[];
  };
};
export type Header = { name: string; value: string };

/** Gives the scheme's handler the request in the app's terms and Chromium its answer in the browser's. */
export async function serve(
  session: CdpSession,
  paused: Paused,
  handler: SchemeHandler,
  urls: AppUrls,
  edit: (headers: readonly Header[]) => Promise<readonly Header[]>,
): Promise<void> {
  const { requestId } = paused;
  const response = await handler(await toRequest(session, paused, urls));
  if (response.type === 'error') return session.quietly('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  const plain = [...response.headers].map(([name, value]) => ({ name, value }));
  const responseHeaders = (await edit(plain)).map((header) => toBrowser(header, urls));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await session.quietly('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body });
}

function toBrowser({ name, value }: Header, urls: AppUrls): Header {
  const policy = name.toLowerCase().startsWith('content-security-policy');
  return { name, value: policy ? urls.policyToBrowser(value) : urls.toBrowser(value) };
}

async function toRequest(session: CdpSession, paused: Paused, urls: AppUrls): Promise<Request> {
  const { request } = paused;
  const entries = Object.entries(request.headers).filter(([name]) => !name.startsWith(':'));
  const headers = new Headers(entries.map(([name, value]): [string, string] => [name, urls.toApp(value)]));
  const body = request.hasPostData ? await postData(session, paused) : null;
  return new Request(urls.toApp(request.url), { method: request.method, headers, body });
}

async function postData(session: CdpSession, paused: Paused): Promise<Uint8Array<ArrayBuffer>> {
  const entries = paused.request.postDataEntries ?? [];
  const parts = entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'));
  if (parts.length > 0 && entries.every((entry) => entry.bytes !== undefined)) return new Uint8Array(Buffer.concat(parts));
  const answer = await session.send<{ postData: string; base64Encoded?: boolean }>('Fetch.getRequestPostData', {
    requestId: paused.requestId,
  });
  return new Uint8Array(Buffer.from(answer.postData, answer.base64Encoded ? 'base64' : 'utf8'));
}
