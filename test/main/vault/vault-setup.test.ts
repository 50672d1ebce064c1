import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SecretStore } from '../../../main/vault/secret-store.ts';
import type { SetUpChoice, Vault } from '../../../main/vault/vault-types.ts';
import { createVault } from '../../../main/vault/vault.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fail } from '../../../preload/contract/result.ts';
import { fakeTime, quickCost, watchedStore } from './fakes.ts';

const old = 'the old passphrase';
const fresh = 'the new passphrase';
let dir = '';
let keychain = watchedStore();
const time = fakeTime();

const open = (store: SecretStore = keychain): Promise<Vault> =>
  createVault({ dir, keychain: store, now: time.now, hasEncryptedData: async () => false, cost: quickCost });
const made = async (choice: SetUpChoice): Promise<{ vault: Vault; key: string }> => {
  const vault = await open();
  await vault.setUp(choice);
  return { vault, key: await keyOf(vault) };
};
const keyOf = async (vault: Vault): Promise<string> => {
  const key = await vault.withKey((bytes) => Buffer.from(bytes).toString('hex'));
  return key.ok ? key.value : key.error.code;
};
const keyAfterRestart = async (passphrase?: string): Promise<string> => {
  const vault = await open();
  const opened = await vault.unlock(passphrase === undefined ? {} : { passphrase });
  return opened.ok ? keyOf(vault) : opened.error.code;
};
/** A keychain that refuses to remove anything while `stuck`. */
const clinging = (stuck: () => boolean): SecretStore => ({
  ...keychain,
  remove: async (service, account) => stuck() ? fail(vaultError('keychain-timeout')) : keychain.remove(service, account),
});
const bareEntries = (): number => [...keychain.entries.values()].filter((entry) => entry.startsWith('raw:')).length;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bursar-vault-'));
  keychain = watchedStore();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('changing the passphrase', () => {
  it('adds one to a keychain vault and leaves no bare key behind', async () => {
    const { vault, key } = await made({ mode: 'keychain' });
    expect(await vault.changePassphrase({ next: fresh })).toMatchObject({ ok: true, value: { needsPassphrase: true } });
    expect(keychain.entries.size).toBe(1);
    expect(bareEntries()).toBe(0);
    expect(await keyAfterRestart()).toBe('wrong-passphrase');
    expect(await keyAfterRestart(fresh)).toBe(key);
  });

  it('removes the one of a keychain vault', async () => {
    const { vault, key } = await made({ mode: 'keychain', passphrase: old });
    expect(await vault.changePassphrase({ current: old, next: null })).toMatchObject({ ok: true, value: { needsPassphrase: false } });
    expect(await keyAfterRestart()).toBe(key);
    expect(keychain.entries.size).toBe(1);
  });

  it.each(['keychain', 'passphrase'] as const)('replaces the one of a %s vault; the old one opens nothing any more', async (mode) => {
    const { vault, key } = await made({ mode, passphrase: old });
    expect(await vault.changePassphrase({ current: old, next: fresh })).toMatchObject({ ok: true });
    expect(await keyAfterRestart(old)).toBe('wrong-passphrase');
    expect(await keyAfterRestart(fresh)).toBe(key);
  });

  it.each(['keychain', 'passphrase'] as const)('of a %s vault asks for the current one', async (mode) => {
    const { vault, key } = await made({ mode, passphrase: old });
    expect(await vault.changePassphrase({ current: 'not this one', next: fresh })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(await vault.changePassphrase({ next: fresh })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(await keyAfterRestart(old)).toBe(key);
  });

  it('is refused when it would leave a passphrase vault bare, when it is too short, in a session, and while locked', async () => {
    const { vault } = await made({ mode: 'passphrase', passphrase: old });
    expect(await vault.changePassphrase({ current: old, next: null })).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(await vault.changePassphrase({ current: old, next: 'short' })).toMatchObject({ ok: false, error: { code: 'validation' } });
    await vault.lock();
    expect(await vault.changePassphrase({ current: old, next: fresh })).toMatchObject({ ok: false, error: { code: 'locked' } });
    await rm(path.join(dir, 'vault.json'));
    const session = (await made({ mode: 'session-only' })).vault;
    expect(await session.changePassphrase({ next: fresh })).toMatchObject({ ok: false, error: { code: 'validation' } });
  });
});

describe('a change of passphrase that is cut off', () => {
  it('before vault.json is replaced: the old one opens, and the entry that never came into force is cleared away', async () => {
    const { key } = await made({ mode: 'keychain', passphrase: old });
    const before = await readFile(path.join(dir, 'vault.json'));
    const vault = await open(clinging(() => true));
    await vault.unlock({ passphrase: old });
    await vault.changePassphrase({ current: old, next: null });
    // With the old file put back this is the moment before the rename: the old entry, and a bare one that isn't in force.
    await writeFile(path.join(dir, 'vault.json'), before);
    expect(bareEntries()).toBe(1);
    expect(await keyAfterRestart()).toBe('wrong-passphrase');
    expect(await keyAfterRestart(old)).toBe(key);
    await expect.poll(() => keychain.entries.size).toBe(1);
    expect(bareEntries()).toBe(0);
  });

  it('after vault.json is replaced: the new one opens, and the old entry goes at the next unlocking', async () => {
    const { key } = await made({ mode: 'keychain' });
    let stuck = true;
    const vault = await open(clinging(() => stuck));
    await vault.unlock();
    expect(await vault.changePassphrase({ next: fresh })).toMatchObject({ ok: true });
    expect(keychain.entries.size).toBe(2);
    stuck = false;
    expect(await keyAfterRestart(fresh)).toBe(key);
    await expect.poll(() => keychain.entries.size).toBe(1);
    expect(bareEntries()).toBe(0);
  });

  it('by a keychain that does not keep the new entry: the old one stays in force', async () => {
    const { key } = await made({ mode: 'keychain', passphrase: old });
    const forgetful: SecretStore = { ...keychain, set: async () => fail(vaultError('corrupt')) };
    const vault = await open(forgetful);
    await vault.unlock({ passphrase: old });
    expect(await vault.changePassphrase({ current: old, next: fresh })).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(await keyAfterRestart(old)).toBe(key);
  });
});
