import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dataKeyBytes, decodeKey, deriveKey, encodeKey, keyMark, newDataKey } from '../../../main/vault/data-key.ts';

const key = Buffer.from(Array.from({ length: 32 }, (_none, index) => index));

describe('a data key', () => {
  it('is 32 bytes from the source given, and new every time', () => {
    expect(newDataKey((bytes) => Buffer.alloc(bytes, 7))).toEqual(Buffer.alloc(dataKeyBytes, 7));
    expect(newDataKey()).toHaveLength(32);
    expect(newDataKey().equals(newDataKey())).toBe(false);
  });

  it('comes back from its text', () => { expect(decodeKey(encodeKey(key))).toEqual(key); });

  it.each([
    ['nothing', ''], ['a wrapped key', '{"kdf":{}}'], ['the bytes without their prefix', key.toString('base64')], ['a short key', encodeKey(key.subarray(0, 31))],
    ['a long key', encodeKey(Buffer.concat([key, key]))],
  ])('is not read from %s', (_what, text) => { expect(decodeKey(text)).toBeUndefined(); });
});

describe('the mark of a data key', () => {
  it('is the same for the same key, another for another, and stays what it was: vaults hold it', () => {
    expect(keyMark(key)).toBe(createHmac('sha256', key).update('bursar data key mark v1').digest('hex').slice(0, 32));
    expect(keyMark(key)).toMatch(/^[0-9a-f]{32}$/);
    expect(keyMark(Buffer.alloc(32))).not.toBe(keyMark(key));
  });
  it('shows nothing of any key in use', () => {
    for (const used of [key, deriveKey(key, 'documents')]) expect(used.toString('hex')).not.toContain(keyMark(key));
  });
});

describe('a derived key', () => {
  it('is the same for the same key, purpose and salt, and another when one of them differs', () => {
    const base = deriveKey(key, 'documents');
    expect(base).toHaveLength(32);
    expect(deriveKey(key, 'documents')).toEqual(base);
    const others = [deriveKey(key, 'secrets'), deriveKey(Buffer.alloc(32), 'documents'), deriveKey(key, 'documents', Buffer.from([1])), key];
    for (const other of others) expect(other.equals(base)).toBe(false);
  });
});
