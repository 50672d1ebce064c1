import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { presign } from '../../../../main/sandbox/blaaiz/presign.ts';
import { storeUpload } from '../../../../main/sandbox/blaaiz/storage.ts';
import type { World } from '../../../../main/sandbox/world.ts';

let now = 0;
let world: World;
beforeEach(() => {
  now = Date.UTC(2026, 4, 4, 9, 30);
  ({ world } = buildWorld({ clock: () => now }));
  world.address.upload = 'http://127.0.0.1';
});

const slipOf = () => presign(world, { business_id: 'b', customer_id: 'c', category: 'identity', owner_id: null });
const right = { 'x-amz-acl': 'private', 'content-length': '4' };
const put = (slip: { file_id: string; url: string }, bytes: Uint8Array<ArrayBuffer> | string = 'abcd', headers: Record<string, string> = right) =>
  storeUpload(world, new Request(slip.url, { method: 'PUT', body: bytes, headers }), slip.file_id);
const codeOf = async (reply: Response): Promise<unknown[]> => [reply.status, /<Code>(\w+)/.exec(await reply.text())?.[1]];

describe('an upload', () => {
  it.each([
    ['application/pdf', Buffer.from('%PDF-1.7')], ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe1])], ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    [null, Buffer.from('%PDF')], [null, Buffer.from('hello')], [null, Buffer.alloc(0)],
  ])('is counted, digested and known as %s by its bytes, none of which are kept', async (mime, bytes) => {
    const slip = slipOf();
    const reply = await put(slip, new Uint8Array(bytes));
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    expect([reply.status, reply.headers.get('etag'), await reply.text()]).toEqual([200, etag, '']);
    expect(world.state.files[slip.file_id]?.uploaded).toEqual({ size: bytes.length, mime, sha256: createHash('sha256').update(bytes).digest('hex'), etag });
  });

  it('is refused like an object store does when anything about it is wrong, and leaves nothing', async () => {
    const slip = slipOf();
    expect(await codeOf(await put({ ...slip, url: slip.url.replace(/Signature=./, 'Signature=x') }))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await codeOf(await put({ ...slip, url: slip.url.replace(/Expires=\d/, 'Expires=9') }))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await codeOf(await put({ ...slip, file_id: slipOf().file_id }))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await codeOf(await put({ ...slip, file_id: 'nowhere' }))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await codeOf(await put(slip, 'abcd', { ...right, authorization: 'Bearer t' }))).toEqual([400, 'InvalidArgument']);
    expect(await codeOf(await put(slip, 'abcd', { ...right, 'x-amz-acl': 'public-read' }))).toEqual([403, 'AccessDenied']);
    expect(await codeOf(await put(slip, 'abcd', { 'x-amz-acl': 'private' }))).toEqual([411, 'MissingContentLength']);
    expect(world.state.files[slip.file_id]?.uploaded).toBeNull();
  });

  it('may leave a signed header out where uploads are not strict, but never change it', async () => {
    world.state.settings.strict_uploads = false;
    expect((await put(slipOf(), 'abcd', { 'content-length': '4' })).status).toBe(200);
    expect((await put(slipOf(), 'abcd', { ...right, 'x-amz-acl': 'public-read' })).status).toBe(403);
  });

  it('ends with its time, to the millisecond', async () => {
    const slip = slipOf();
    now += 15 * 60_000 - 1;
    expect((await put(slip)).status).toBe(200);
    now += 1;
    expect(await codeOf(await put(slip))).toEqual([403, 'AccessDenied']);
  });
});
