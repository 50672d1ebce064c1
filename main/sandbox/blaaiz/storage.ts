import { createHash } from 'node:crypto';
import { sameSecret } from '../auth.ts';
import type { StoredFile } from '../model.ts';
import type { World } from '../world.ts';
import { uploadSignature } from './presign.ts';

const MOST_BYTES = 100 * 1024 * 1024;
const SNIFF_BYTES = 8;

/** Answers a `PUT` on an upload address like an object store: XML on refusal, an ETag and no body on success. */
export async function storeUpload(world: World, request: Request, fileId: string): Promise<Response> {
  const file = world.state.files[fileId];
  const problem = refuse(world, request, file);
  if (problem || !file) return problem ?? xml(404, 'NoSuchKey', 'The specified key does not exist.');
  const received = await takeBytes(request);
  if (!received) return xml(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
  file.uploaded = received;
  return new Response('', { status: 200, headers: { ETag: received.etag } });
}

function refuse(world: World, request: Request, file: StoredFile | undefined): Response | undefined {
  const query = new URL(request.url).searchParams;
  if (request.headers.has('authorization')) {
    return xml(400, 'InvalidArgument', 'Only one auth mechanism allowed; only the X-Amz-Signature query parameter may be given.');
  }
  const expires = Number(query.get('X-Amz-Expires'));
  const signed = file && sameSecret(query.get('X-Amz-Signature') ?? '', uploadSignature(world, file.id, expires));
  if (!signed || expires !== file.expires_ms) {
    return xml(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.');
  }
  if (expires <= world.clock.now()) return xml(403, 'AccessDenied', 'Request has expired');
  if (!headersMatch(world, request, file)) {
    return xml(403, 'AccessDenied', 'There were headers signed with this address that were not sent or differ.');
  }
  return request.headers.has('content-length') ? undefined
    : xml(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
}

function headersMatch(world: World, request: Request, file: StoredFile): boolean {
  return Object.entries(file.signed_headers).every(([name, value]) => {
    const sent = request.headers.get(name);
    return sent === value || (sent === null && !world.state.settings.strict_uploads);
  });
}

/** Counts, digests and sniffs the bytes as they stream by; none are kept. */
async function takeBytes(request: Request): Promise<NonNullable<StoredFile['uploaded']> | undefined> {
  const sha = createHash('sha256');
  const md5 = createHash('md5');
  let head = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SNIFF_BYTES);
    sha.update(chunk);
    md5.update(chunk);
  }
  return { size, mime: sniff(head), sha256: sha.digest('hex'), etag: `"${md5.digest('hex')}"` };
}

/** The type told by the first bytes: PDF, JPEG, PNG or null. */
function sniff(head: Buffer): string | null {
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  return head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')) ? 'image/png' : null;
}

function xml(status: number, code: string, message: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return new Response(body, { status, headers: { 'Content-Type': 'application/xml' } });
}
