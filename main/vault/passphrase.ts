import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { dataKeyBytes } from './data-key.ts';
import { vaultError, type VaultError } from './vault-error.ts';

/** The shortest passphrase taken, in UTF-16 units, as the contract has it. */
export const minPassphraseLength = 8;
/** The longest passphrase taken, in UTF-16 units, as the contract has it. */
export const maxPassphraseLength = 200;

const base64 = (bytes: number): z.ZodType<string> =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

/** The most memory that opening a passphrase may take, in bytes: four times what is usual. */
const maxKdfBytes = 512 * 1024 * 1024;

/** How a passphrase becomes a key. Bounded above so that a damaged or made-up file can't ask for all the memory there is. */
export const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  n: z.int().min(2).max(2 ** 20).refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  salt: base64(16),
}).refine(({ n, r }) => 128 * n * r <= maxKdfBytes);

/** A data key sealed under a passphrase: AES-256-GCM under the scrypt key, with the settings of scrypt as bound data. */
export const wrappedKeySchema = z.strictObject({ kdf: kdfSchema, nonce: base64(12), sealed: base64(dataKeyBytes), tag: base64(16) });

/** See {@link wrappedKeySchema}. */
export type WrappedKey = z.infer<typeof wrappedKeySchema>;
/** The work factors of scrypt. */
export type KdfCost = { readonly n: number; readonly r: number; readonly p: number };

/** About 0.4 s and 128 MiB for each guess on a laptop of today. */
export const defaultCost: KdfCost = { n: 2 ** 17, r: 8, p: 1 };

/** Says what is wrong with a new passphrase, if anything. */
export function checkNewPassphrase(passphrase: string): Result<void, VaultError> {
  const { length } = passphrase;
  if (length >= minPassphraseLength && length <= maxPassphraseLength) return ok(undefined);
  const message = `A passphrase has ${minPassphraseLength} to ${maxPassphraseLength} characters.`;
  return fail(vaultError('validation', message, 'A few unrelated words are easy to remember and hard to guess.'));
}

type Kdf = WrappedKey['kdf'];

/** Normalised first (NFKC), because keyboards disagree on how one and the same accent is typed. */
function stretch(passphrase: string, kdf: Kdf): Promise<Buffer> {
  const input = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const options = { N: kdf.n, r: kdf.r, p: kdf.p, maxmem: 128 * kdf.r * (kdf.n + kdf.p + 2) * 2 };
  return new Promise((resolve, reject) => {
    scrypt(input, Buffer.from(kdf.salt, 'base64'), 32, options, (error, key) => {
      input.fill(0);
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function boundData(kdf: Kdf): Buffer {
  return Buffer.from(JSON.stringify(['bursar wrapped key v1', kdf.name, kdf.n, kdf.r, kdf.p, kdf.salt]));
}

/** Seals a data key under a passphrase. */
export async function wrapKey(
  dataKey: Uint8Array, passphrase: string, cost: KdfCost = defaultCost, random: (bytes: number) => Buffer = randomBytes,
): Promise<WrappedKey> {
  const kdf: Kdf = { name: 'scrypt', n: cost.n, r: cost.r, p: cost.p, salt: random(16).toString('base64') };
  const keyKey = await stretch(passphrase, kdf);
  try {
    const nonce = random(12);
    const cipher = createCipheriv('aes-256-gcm', keyKey, nonce).setAAD(boundData(kdf));
    const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    return { kdf, nonce: nonce.toString('base64'), sealed: sealed.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
  } finally {
    keyKey.fill(0);
  }
}

/** Opens a data key with a passphrase. Error: wrong-passphrase. */
export async function unwrapKey(wrapped: WrappedKey, passphrase: string): Promise<Result<Buffer, VaultError>> {
  if (passphrase.length > maxPassphraseLength) return fail(vaultError('wrong-passphrase'));
  const keyKey = await stretch(passphrase, wrapped.kdf);
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyKey, Buffer.from(wrapped.nonce, 'base64'), { authTagLength: 16 });
    decipher.setAAD(boundData(wrapped.kdf)).setAuthTag(Buffer.from(wrapped.tag, 'base64'));
    const opened = decipher.update(Buffer.from(wrapped.sealed, 'base64'));
    decipher.final();
    return ok(opened);
  } catch {
    return fail(vaultError('wrong-passphrase'));
  } finally {
    keyKey.fill(0);
  }
}
