import { describe, expect, it } from 'vitest';
import { newDataKey } from '../../../main/vault/data-key.ts';
import { checkNewPassphrase, defaultCost, unwrapKey, wrapKey, wrappedKeySchema } from '../../../main/vault/passphrase.ts';
import { ok } from '../../../preload/contract/result.ts';
import { quickCost } from './fakes.ts';

describe('a key under a passphrase', () => {
  it('opens with it, at full strength, and with nothing else', async () => {
    const key = newDataKey();
    const wrapped = await wrapKey(key, 'correct horse battery');
    expect(wrapped.kdf).toMatchObject({ name: 'scrypt', n: 131_072, r: 8, p: 1 });
    expect(await unwrapKey(wrapped, 'correct horse battery')).toEqual(ok(key));
    expect(await unwrapKey(wrapped, 'correct horse batterY')).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  });

  it('is written differently each time and never shows the key', async () => {
    const key = newDataKey();
    const [first, second] = [await wrapKey(key, 'correct horse', quickCost), await wrapKey(key, 'correct horse', quickCost)];
    expect(first.kdf.salt).not.toBe(second.kdf.salt);
    expect(first.sealed).not.toBe(second.sealed);
    expect(JSON.stringify(first)).not.toContain(key.toString('base64'));
  });

  it('takes both ways of typing an accent for the same', async () => {
    const key = newDataKey();
    const wrapped = await wrapKey(key, 'caf\u00e9 cr\u00e8me', quickCost);
    expect(await unwrapKey(wrapped, 'cafe\u0301 cre\u0300me')).toEqual(ok(key));
  });

  it.each([
    ['sealed', (text: string) => flip(text)], ['tag', (text: string) => flip(text)], ['nonce', (text: string) => flip(text)],
  ] as const)('does not open once its %s has been changed', async (field, change) => {
    const wrapped = await wrapKey(newDataKey(), 'correct horse', quickCost);
    const changed = { ...wrapped, [field]: change(wrapped[field]) };
    expect(await unwrapKey(changed, 'correct horse')).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  });

  it('refuses a file that asks for absurd work', async () => {
    const wrapped = await wrapKey(newDataKey(), 'correct horse', quickCost);
    expect(wrappedKeySchema.safeParse(wrapped).success).toBe(true);
    expect(wrappedKeySchema.safeParse({ ...wrapped, kdf: { ...wrapped.kdf, n: 2 ** 24 } }).success).toBe(false);
    expect(wrappedKeySchema.safeParse({ ...wrapped, kdf: { ...wrapped.kdf, n: 1000 } }).success).toBe(false);
    expect(wrappedKeySchema.safeParse({ ...wrapped, extra: 1 }).success).toBe(false);
    expect(wrappedKeySchema.safeParse({ ...wrapped, kdf: { ...wrapped.kdf, ...defaultCost } }).success).toBe(true);
  });

  it('asks a new passphrase to have a sensible length', () => {
    expect(checkNewPassphrase('1234567')).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(checkNewPassphrase('12345678')).toEqual(ok(undefined));
    expect(checkNewPassphrase('x'.repeat(201))).toMatchObject({ ok: false });
  });
});

function flip(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
}
