import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createVault } from '../../../main/vault/vault.ts';
import { createProfileSecrets } from '../../../main/vault/profile-secrets.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fail } from '../../../preload/contract/result.ts';
import { watchedStore } from '../vault/fakes.ts';

it('says that the keychain went away in mid-session, deletes nothing, and opens once it is back', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bursar-gone-'));
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }); });
  const keychain = watchedStore();
  const vault = await createVault({ dir, keychain, now: () => 1_000, hasEncryptedData: async () => false });
  await vault.setUp({ mode: 'keychain' });
  const secrets = createProfileSecrets(vault.secrets, vault.id);
  await secrets.set('acme', 'client_secret', 'kept');
  const before = [...keychain.entries];
  keychain.failWith = async () => fail(vaultError('keychain-unavailable'));
  expect(await secrets.read('acme', 'client_secret')).toMatchObject({ ok: false, error: { code: 'keychain-unavailable' } });
  // What is open stays open: the key is in memory.
  expect((await vault.withKey(() => 1)).ok).toBe(true);
  await vault.lock();
  expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'keychain-unavailable', message: expect.any(String), fix: expect.stringContaining('keychain') } });
  expect(vault.state()).toMatchObject({ phase: 'locked', problem: { code: 'keychain-unavailable' } });
  keychain.failWith = undefined;
  expect((await vault.unlock()).ok).toBe(true);
  expect([vault.state().problem, [...keychain.entries]]).toEqual([undefined, before]);
  expect(await secrets.read('acme', 'client_secret')).toEqual({ ok: true, value: 'kept' });
});
