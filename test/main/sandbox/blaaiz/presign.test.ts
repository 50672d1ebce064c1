import { expect, test } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { presign, uploadSignature } from '../../../../main/sandbox/blaaiz/presign.ts';

const at = Date.UTC(2026, 4, 4, 9, 30);
const place = { business_id: 'b', customer_id: 'c', category: 'identity', owner_id: null };

test('a slip is good for 15 minutes at its own address, and remembered with its place', () => {
  const { world } = buildWorld({ clock: () => at });
  world.address.upload = 'https://127.0.0.1:5001';
  const slip = presign(world, place);
  const url = new URL(slip.url);
  expect([url.origin, url.pathname]).toEqual(['https://127.0.0.1:5001', `/upload/${slip.file_id}`]);
  expect(Object.fromEntries(url.searchParams)).toEqual({ 'X-Amz-Expires': String(at + 900_000), 'X-Amz-Signature': uploadSignature(world, slip.file_id, at + 900_000) });
  expect(world.state.files[slip.file_id]).toMatchObject({ ...place, expires_ms: at + 900_000, signed_headers: slip.headers, uploaded: null });
});

test('a signature is of one file, one moment and one sandbox', () => {
  const [one, other] = [buildWorld({}).world, buildWorld({}).world];
  const all = [uploadSignature(one, 'a', 1), uploadSignature(one, 'b', 1), uploadSignature(one, 'a', 2), uploadSignature(other, 'a', 1)];
  expect(new Set(all).size).toBe(4);
  expect(uploadSignature(one, 'a', 1)).toBe(all[0]);
});

test('without headers to send, the list is empty and none is asked for later', () => {
  const { world } = buildWorld({});
  world.state.settings.empty_upload_headers = true;
  const slip = presign(world, place);
  expect([slip.headers, world.state.files[slip.file_id]?.signed_headers]).toEqual([[], {}]);
});
