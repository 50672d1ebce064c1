import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SetUpChoice, Vault, VaultState } from '../../../main/vault/vault-types.ts';
import { createBlobs } from '../../../main/store/blobs.ts';
import { createVault, keyLender } from '../../../main/vault/vault.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { fakeTime, quickCost, watchedStore } from './fakes.ts';

const phrase = 'a good passphrase';
let dir = '';
let keychain = watchedStore();
let time = fakeTime();
let oldData = false;

const open = (): Promise<Vault> =>
  createVault({ dir, keychain, now: time.now, hasEncryptedData: async () => oldData, cost: quickCost });
const keyOf = async (vault: Vault): Promise<string> => {
  const key = await vault.withKey((bytes) => Buffer.from(bytes).toString('hex'));
  return key.ok ? key.value : key.error.code;
};
const setUp = async (choice: SetUpChoice): Promise<Vault> => {
  const vault = await open();
  expect(await vault.setUp(choice)).toMatchObject({ ok: true, value: { phase: 'unlocked' } });
  return vault;
};

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bursar-vault-'));
  keychain = watchedStore();
  time = fakeTime();
  oldData = false;
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('a new vault', () => {
  it('is unset, holds no key and touches no keychain before it is set up', async () => {
    const vault = await open();
    expect(vault.state()).toEqual({ phase: 'unset', quality: 'persisted', mode: null, needsPassphrase: false });
    expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'not-set-up' } });
    expect(await vault.withKey(() => 1)).toMatchObject({ ok: false, error: { code: 'not-set-up' } });
    expect(keychain.calls).toEqual([]);
    expect(await readdir(dir)).toEqual([]);
  });

  it.each<[SetUpChoice, Partial<VaultState>]>([
    [{ mode: 'keychain' }, { mode: 'keychain', quality: 'persisted', needsPassphrase: false }],
    [{ mode: 'keychain', passphrase: phrase }, { mode: 'keychain', quality: 'persisted', needsPassphrase: true }],
    [{ mode: 'passphrase', passphrase: phrase }, { mode: 'passphrase', quality: 'persisted', needsPassphrase: true }],
  ])('set up as %o opens with the same key after a restart', async (choice, expected) => {
    const first = await setUp(choice);
    const key = await keyOf(first);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    const again = await open();
    expect(again.state()).toMatchObject({ phase: 'locked', ...expected });
    expect(await keyOf(again)).toBe('locked');
    const given = 'passphrase' in choice ? { passphrase: phrase } : {};
    expect(await again.unlock(given)).toMatchObject({ ok: true, value: { phase: 'unlocked' } });
    expect(await keyOf(again)).toBe(key);
  });

  it('writes neither key nor passphrase into the data folder', async () => {
    const vault = await setUp({ mode: 'passphrase', passphrase: phrase });
    const key = Buffer.from(await keyOf(vault), 'hex');
    const text = await readFile(path.join(dir, 'vault.json'), 'utf8');
    for (const secret of [phrase, key.toString('hex'), key.toString('base64')]) expect(text).not.toContain(secret);
    expect(keychain.entries.size).toBe(0);
  });

  it('keeps a session-only key in memory alone and makes another after the restart', async () => {
    const vault = await setUp({ mode: 'session-only' });
    const key = await keyOf(vault);
    expect(keychain.calls).toEqual([]);
    const again = await open();
    expect(again.state()).toMatchObject({ phase: 'locked', mode: 'session-only', quality: 'session-only' });
    await again.unlock();
    expect(await keyOf(again)).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyOf(again)).not.toBe(key);
  });

  it('lends its key to a store of documents, and refuses in the words of the contract while locked', async () => {
    const vault = await setUp({ mode: 'keychain' });
    const blobs = createBlobs({ dir: path.join(dir, 'blobs'), withKey: keyLender(vault), now: time.now });
    const put = await blobs.put(Buffer.from('a passport'));
    await vault.lock();
    expect(await blobs.read(put.ok ? put.value.hash : '')).toMatchObject({ ok: false, error: { code: 'locked' } });
    await vault.unlock();
    expect(await blobs.read(put.ok ? put.value.hash : '')).toEqual(ok(Buffer.from('a passport')));
  });

  it('can be set up for good after a session without one', async () => {
    await setUp({ mode: 'session-only' });
    const vault = await open();
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: true, value: { mode: 'keychain', quality: 'persisted' } });
  });

  it('refuses a second set-up and a short passphrase', async () => {
    const vault = await open();
    expect(await vault.setUp({ mode: 'passphrase', passphrase: 'short' })).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(vault.state().phase).toBe('unset');
    await vault.setUp({ mode: 'keychain' });
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await vault.lock();
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('stays unset when the keychain fails, and leaves no file', async () => {
    keychain.failWith = async () => fail(vaultError('keychain-denied'));
    const vault = await open();
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'keychain-denied' } });
    expect(vault.state().phase).toBe('unset');
    expect(await readdir(dir)).toEqual([]);
  });

  it('adopts the key of a restored backup', async () => {
    oldData = true;
    const vault = await open();
    const key = Buffer.alloc(32, 5);
    expect(await vault.setUp({ mode: 'keychain' }, key)).toMatchObject({ ok: true });
    expect(await keyOf(vault)).toBe(key.toString('hex'));
    await vault.lock();
    expect(key.equals(Buffer.alloc(32, 5))).toBe(true);
  });
});

describe('old data without its key', () => {
  it('never gets a new key when vault.json is gone', async () => {
    oldData = true;
    const vault = await open();
    expect(vault.state()).toMatchObject({ phase: 'unset', problem: { code: 'key-mismatch' } });
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    expect(keychain.entries.size).toBe(0);
  });

  it('never gets a new key when the keychain entry is gone', async () => {
    await setUp({ mode: 'keychain' });
    for (const account of keychain.entries.keys()) await keychain.remove('Bursar', account);
    const vault = await open();
    expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    expect(vault.state()).toMatchObject({ phase: 'locked', problem: { code: 'key-mismatch' } });
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(keychain.entries.size).toBe(0);
  });

  it('is not opened with somebody else\'s key', async () => {
    await setUp({ mode: 'keychain' });
    const [account] = [...keychain.entries.keys()];
    await keychain.set('Bursar', account ?? '', `raw:${Buffer.alloc(32, 1).toString('base64')}`);
    const vault = await open();
    expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    await keychain.set('Bursar', account ?? '', 'rubbish');
    expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(keychain.entries.get(account ?? '')).toBe('rubbish');
  });

  it('waits for a keychain that is only away for a while', async () => {
    const key = await keyOf(await setUp({ mode: 'keychain' }));
    const vault = await open();
    keychain.failWith = async () => fail(vaultError('keychain-unavailable'));
    expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'keychain-unavailable' } });
    expect(vault.state().problem?.code).toBe('keychain-unavailable');
    keychain.failWith = undefined;
    expect(await vault.unlock()).toMatchObject({ ok: true });
    expect(vault.state().problem).toBeUndefined();
    expect(await keyOf(vault)).toBe(key);
  });
});

describe('a damaged vault.json', () => {
  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['changed in one letter', (text: string) => text.replace('"slot": 1', '"slot": 2')],
    ['holding something unknown', (text: string) => text.replace('"slot"', '"extra": true, "slot"')],
    ['empty', () => ''],
  ])('is kept aside and reported, when %s', async (_how, damage) => {
    await setUp({ mode: 'keychain' });
    const file = path.join(dir, 'vault.json');
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    oldData = true;
    const vault = await open();
    expect(vault.state()).toMatchObject({ phase: 'unset', problem: { code: 'corrupt' } });
    const names = await readdir(dir);
    expect(names).toEqual([expect.stringMatching(/^vault\.json\.broken-2026-11-02T09-00-00-000Z$/)]);
    expect(await readFile(path.join(dir, names[0] ?? ''), 'utf8')).toBe(damaged);
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(keychain.entries.size).toBe(1);
  });

  it('that can not be read is left where it is', async () => {
    const { mkdir } = await import('node:fs/promises');
    await mkdir(path.join(dir, 'vault.json'));
    const vault = await open();
    expect(vault.state()).toMatchObject({ phase: 'unset', problem: { code: 'storage' } });
    expect(await vault.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await readdir(dir)).toEqual(['vault.json']);
  });
});

describe('what the vault tells', () => {
  it('names each change to its listeners until they leave', async () => {
    const vault = await open();
    const phases: string[] = [];
    const leave = vault.onChange((state) => phases.push(`${state.phase}${state.lockedBy ? ` by ${state.lockedBy}` : ''}`));
    await vault.setUp({ mode: 'keychain' });
    await vault.lock('idle');
    await vault.unlock();
    leave();
    await vault.lock();
    expect(phases).toEqual(['unlocked', 'locked by idle', 'unlocked']);
  });

  it('keeps two data folders apart in one keychain', async () => {
    const first = await setUp({ mode: 'keychain' });
    const otherDir = await mkdtemp(path.join(dir, 'other-'));
    const other = await createVault({ dir: otherDir, keychain, now: time.now, hasEncryptedData: async () => false });
    expect(await other.setUp({ mode: 'keychain' })).toMatchObject({ ok: true });
    expect(other.id()).not.toBe(first.id());
    expect(keychain.entries.size).toBe(2);
    expect(await keyOf(other)).not.toBe(await keyOf(first));
  });
});

describe('the store of secrets', () => {
  it('is closed while the vault is', async () => {
    const vault = await setUp({ mode: 'keychain' });
    expect(await vault.secrets.set('Bursar', 'a', 'value')).toEqual(ok(undefined));
    await vault.lock();
    for (const call of [vault.secrets.get('Bursar', 'a'), vault.secrets.set('Bursar', 'a', 'x'), vault.secrets.remove('Bursar', 'a')]) {
      expect(await call).toMatchObject({ ok: false, error: { code: 'locked' } });
    }
    expect(keychain.entries.get('a')).toBe('value');
  });

  it('is a sealed file under a passphrase and survives the restart', async () => {
    const vault = await setUp({ mode: 'passphrase', passphrase: phrase });
    await vault.secrets.set('Bursar', 'a', 'the secret value');
    expect(keychain.calls).toEqual([]);
    expect(await readdir(dir)).toEqual(['secrets.sealed', 'vault.json']);
    expect((await readFile(path.join(dir, 'secrets.sealed'))).includes('the secret value')).toBe(false);
    const again = await open();
    await again.unlock({ passphrase: phrase });
    expect(await again.secrets.get('Bursar', 'a')).toEqual(ok('the secret value'));
  });

  it('forgets at the end of a session', async () => {
    const vault = await setUp({ mode: 'session-only' });
    await vault.secrets.set('Bursar', 'a', 'value');
    expect(await vault.secrets.get('Bursar', 'a')).toEqual(ok('value'));
    await vault.lock();
    await vault.unlock();
    expect(await vault.secrets.get('Bursar', 'a')).toEqual(ok(null));
    expect(await readdir(dir)).toEqual(['vault.json']);
  });

  it('counts as old data: without vault.json no new key is made over it', async () => {
    const vault = await setUp({ mode: 'passphrase', passphrase: phrase });
    await vault.secrets.set('Bursar', 'a', 'value');
    await rm(path.join(dir, 'vault.json'));
    const again = await open();
    expect(await again.setUp({ mode: 'passphrase', passphrase: phrase })).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
  });

  it('damaged, is left alone until a person says to move it aside', async () => {
    const vault = await setUp({ mode: 'passphrase', passphrase: phrase });
    const file = path.join(dir, 'secrets.sealed');
    await writeFile(file, 'damaged');
    expect(await vault.secrets.get('Bursar', 'a')).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(await vault.secrets.set('Bursar', 'a', 'value')).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(await readFile(file, 'utf8')).toBe('damaged');
    expect(await vault.setAsideSecrets()).toEqual(ok(undefined));
    expect(await vault.secrets.set('Bursar', 'a', 'value')).toEqual(ok(undefined));
    expect((await readdir(dir)).filter((name) => name.startsWith('secrets.sealed.broken-'))).toHaveLength(1);
  });
});
