import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { readIfPresent, replaceFile, setAside } from './atomic-file.ts';
import { deriveKey } from './data-key.ts';
import { createKeyedQueue } from './queue.ts';
import type { SecretStore } from './secret-store.ts';
import { vaultError, type VaultError } from './vault-error.ts';

/** Lends the data key; error: locked or not-set-up. */
export type WithKey = <T>(use: (key: Buffer) => T | Promise<T>) => Promise<Result<T, VaultError>>;

/** Where a sealed file is and how it gets the key. */
export type SealedFileOptions = { readonly file: string; readonly withKey: WithKey; readonly random?: (bytes: number) => Buffer };

const magic = Buffer.from('BSEALED1', 'latin1');
const nonceBytes = 12;
const tagBytes = 16;
const purpose = 'sealed secrets v1';
const contentSchema = z.record(z.string(), z.string());

function seal(dataKey: Uint8Array, plain: Buffer, nonce: Buffer): Buffer {
  const key = deriveKey(dataKey, purpose);
  try {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(magic);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([magic, nonce, sealed, cipher.getAuthTag()]);
  } finally {
    key.fill(0);
  }
}

function unseal(dataKey: Uint8Array, bytes: Buffer): Map<string, string> | undefined {
  if (bytes.length < magic.length + nonceBytes + tagBytes || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  const key = deriveKey(dataKey, purpose);
  try {
    const body = bytes.subarray(magic.length);
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(magic).setAuthTag(body.subarray(-tagBytes));
    const plain = Buffer.concat([decipher.update(body.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return new Map(Object.entries(contentSchema.parse(JSON.parse(plain.toString('utf8')))));
  } catch {
    return undefined;
  } finally {
    key.fill(0);
  }
}

/** A {@link SecretStore} in one file, sealed with AES-256-GCM under a key derived from the data key and replaced in one step on each
 *  change. Errors: locked, storage, corrupt; a damaged file is never overwritten (`moveAside` is the way out, on a person's word). */
export function createSealedFile(options: SealedFileOptions): SecretStore & {
  readonly moveAside: (now: number) => Promise<Result<string, VaultError>>;
} {
  const { file, withKey, random = randomBytes } = options;
  const inOrder = createKeyedQueue();
  const entryName = (service: string, account: string): string => JSON.stringify([service, account]);

  const load = async (): Promise<Result<Map<string, string>, VaultError>> => {
    const bytes = await readIfPresent(file);
    if (!bytes.ok) return bytes;
    const sealed = bytes.value;
    if (sealed === null) return withKey(() => new Map<string, string>());
    const opened = await withKey((key) => unseal(key, sealed));
    if (!opened.ok) return opened;
    return opened.value ? ok(opened.value) : fail(vaultError('corrupt', 'The file of stored credentials is damaged and was left as it is.'));
  };

  const change = (edit: (entries: Map<string, string>) => void): Promise<Result<void, VaultError>> => inOrder('file', async () => {
    const entries = await load();
    if (!entries.ok) return entries;
    edit(entries.value);
    const plain = Buffer.from(JSON.stringify(Object.fromEntries(entries.value)), 'utf8');
    const sealed = await withKey((key) => seal(key, plain, random(nonceBytes)));
    plain.fill(0);
    return sealed.ok ? replaceFile(file, sealed.value) : sealed;
  });

  return {
    get: (service, account) => inOrder('file', async () => {
      const entries = await load();
      return entries.ok ? ok(entries.value.get(entryName(service, account)) ?? null) : entries;
    }),
    set: (service, account, secret) => change((entries) => { entries.set(entryName(service, account), secret); }),
    remove: (service, account) => change((entries) => { entries.delete(entryName(service, account)); }),
    moveAside: (now) => inOrder('file', () => setAside(file, now)),
  };
}
