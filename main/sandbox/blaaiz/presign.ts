import { createHmac } from 'node:crypto';
import type { StoredFile } from '../model.ts';
import type { World } from '../world.ts';

const LIFETIME_MS = 15 * 60_000;

/** Where and how to upload, as the provider hands it out. */
export interface UploadSlip {
  readonly file_id: string;
  readonly url: string;
  /** An empty list when there is nothing to send, as PHP prints an empty map. */
  readonly headers: Readonly<Record<string, string>> | readonly [];
}

/** Makes a file id and the signed address that accepts its bytes for 15 minutes. */
export function presign(
  world: World, place: Pick<StoredFile, 'business_id' | 'customer_id' | 'category' | 'owner_id'>,
): UploadSlip {
  const empty = world.state.settings.empty_upload_headers;
  const file: StoredFile = {
    ...place, id: world.ids.uuid(), expires_ms: world.clock.now() + LIFETIME_MS,
    signed_headers: empty ? {} : { 'x-amz-acl': 'private' }, uploaded: null,
  };
  world.state.files[file.id] = file;
  const query = new URLSearchParams({
    'X-Amz-Expires': String(file.expires_ms), 'X-Amz-Signature': uploadSignature(world, file.id, file.expires_ms),
  });
  return {
    file_id: file.id,
    url: `${world.address.upload}/upload/${file.id}?${query.toString()}`,
    headers: empty ? [] : file.signed_headers,
  };
}

/** The signature an upload address carries. */
export function uploadSignature(world: World, fileId: string, expiresMs: number): string {
  return createHmac('sha256', world.state.upload_key).update(`PUT\n${fileId}\n${expiresMs}`).digest('hex');
}
