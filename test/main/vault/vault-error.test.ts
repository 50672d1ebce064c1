import { describe, expect, it } from 'vitest';
import { toAppError, vaultError } from '../../../main/vault/vault-error.ts';
import { appErrorSchema } from '../../../preload/contract/errors.ts';

const codes = [
  'keychain-unavailable', 'keychain-denied', 'keychain-timeout', 'too-large', 'corrupt', 'locked', 'not-set-up', 'conflict', 'validation',
  'wrong-passphrase', 'key-mismatch', 'storage',
] as const;

describe('errors of the vault', () => {
  it.each(codes)('%s crosses to the screen as an error of the contract, with what to do', (code) => {
    const error = toAppError(vaultError(code));
    expect(appErrorSchema.safeParse(error).success).toBe(true);
    expect(error.message).not.toBe('');
    expect(error.fix).not.toBe('');
  });

  it('maps the two codes of its own', () => {
    expect(toAppError(vaultError('too-large')).code).toBe('validation');
    expect(toAppError(vaultError('corrupt')).code).toBe('storage');
  });
});
