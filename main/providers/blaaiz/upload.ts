import { appError, type AppError, type ErrorCode } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { isLoopback, isPrivate } from '../address.ts';
import type { HttpFailure } from '../failure.ts';
import type { Http, HttpReply } from '../http-types.ts';
import type { Reply, UploadBody, UploadTarget } from '../provider.ts';
import { isSuccess } from '../read-reply.ts';
import { failureError, type Act } from './errors.ts';

const act: Act = { failed: 'The file was not uploaded', scope: 'file:upload' };

/** What an upload is made from. */
export type UploadDeps = { readonly http: Http; readonly baseUrl: string };

/** Streams a file to where the provider said, with exactly the headers it gave and no token (Blaaiz guide: Uploading documents). The address
 *  must be https and public, unless the profile itself is on this machine; redirects are refused; the storage must answer with an ETag. */
export async function uploadFile(
  deps: UploadDeps, target: UploadTarget, body: UploadBody, onSent: (bytes: number) => void, signal: AbortSignal,
): Reply<void> {
  const refusal = targetProblem(target, new URL(deps.baseUrl));
  if (refusal) return fail(appError('upload-refused', `${act.failed}: ${refusal}.`, { fix: 'Start the upload again; if it stays so, write to Blaaiz support.' }));
  const reply = await deps.http.request({
    kind: 'upload', method: 'PUT', url: target.url, route: '{upload}', signal,
    headers: { ...withoutHost(target.headers), 'Content-Length': String(body.size) }, stream: { bytes: body.open(), onSent },
  });
  if (!reply.ok) return fail(brokenUpload(reply.error));
  if (!isSuccess(reply.value.status)) return fail(storageError(reply.value));
  if (reply.value.headers.get('etag')) return ok(undefined);
  return fail(appError('upload-refused', `${act.failed}: the storage gave no receipt for it.`, { fix: 'Press Continue to send it again.' }));
}

/** Why an upload address is not used; null when it may be. A server must not be able to make this app talk to a private network. */
function targetProblem(target: UploadTarget, base: URL): string | null {
  const url = new URL(target.url);
  const builtIn = isLoopback(base);
  if (url.username !== '' || url.password !== '') return 'the address Blaaiz gave carries a password';
  if (builtIn && isLoopback(url) && /^https?:$/.test(url.protocol)) return null;
  if (url.protocol !== 'https:') return 'the address Blaaiz gave is not https';
  if (isPrivate(url)) return 'the address Blaaiz gave is inside a private network';
  const host = Object.entries(target.headers).find(([name]) => name.toLowerCase() === 'host')?.[1];
  return host === undefined || host === url.host ? null : 'the address Blaaiz gave names two hosts';
}

/** Host is among the signed headers of some storages; the connection writes it by itself and fetch doesn't take it. */
function withoutHost(headers: UploadTarget['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'host'));
}

function brokenUpload(failure: HttpFailure): AppError {
  const error = failureError(failure, act);
  return { ...error, fix: failure.kind === 'aborted' ? 'The file is safe here. Press Continue when you are ready.' : 'The file is safe here. Check the network, then press Continue.' };
}

/** What a storage says in its XML; absent parts are empty. */
function readStorage(text: string): { readonly code: string; readonly words: string; readonly reference: string } {
  const part = (pattern: RegExp) => pattern.exec(text)?.[1] ?? '';
  return {
    code: part(/<Code>([\w.]{1,60})<\/Code>/i), words: part(/<Message>([^<]{1,200})<\/Message>/i),
    reference: part(/<RequestId>([\w.-]{4,80})<\/RequestId>/i),
  };
}

/** Explains a storage's answer: an address that is too old, or a file that it doesn't take. */
function storageError(reply: HttpReply): AppError {
  const { code, words, reference } = readStorage(reply.text);
  const error = (kind: ErrorCode, why: string, fix: string) => appError(kind, `${act.failed}: ${why}`, { fix, ...(reference === '' ? {} : { reference }) });
  if (reply.status >= 500) return error('provider-down', 'the storage has a fault of its own.', 'Press Continue in a few minutes.');
  if (/skew/i.test(code)) return error('clock-skew', 'this computer\u2019s clock is wrong.', 'Set the clock, then press Continue.');
  if (isTooOld(reply.status, code, words)) return error('upload-expired', 'its address was only good for a short time.', 'Press Continue to get a new one.');
  const why = words === '' ? `the storage refused it (${code || reply.status}).` : `the storage refused it. It says: \u201c${words}\u201d`;
  return error('upload-refused', why, 'Press Continue to try once more, or choose another file.');
}

function isTooOld(status: number, code: string, words: string): boolean {
  return /expired/i.test(`${code} ${words}`) || (status === 403 && (code === '' || code === 'AccessDenied'));
}
