import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../../../main/vault/vault-types.ts';
import { createVault } from '../../../main/vault/vault.ts';
import { ok } from '../../../preload/contract/result.ts';
import { fakeTime, quickCost, watchedStore } from './fakes.ts';

const phrase = 'a good passphrase';
let dir = '';
let keychain = watchedStore();
let time = fakeTime();

const open = (): Promise<Vault> =>
  createVault({ dir, keychain, now: time.now, hasEncryptedData: async () => false, cost: quickCost });

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bursar-vault-'));
  keychain = watchedStore();
  time = fakeTime();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('locking', () => {
  it('wipes the bytes of the key', async () => {
    const vault = await open();
    await vault.setUp({ mode: 'keychain' });
    let kept: Uint8Array = new Uint8Array();
    await vault.withKey((key) => { kept = key; });
    expect(kept.some((byte) => byte !== 0)).toBe(true);
    await vault.lock();
    expect(kept.every((byte) => byte === 0)).toBe(true);
    expect(await vault.withKey(() => 1)).toMatchObject({ ok: false, error: { code: 'locked' } });
  });

  it('lets a use in flight finish with the whole key and locks everybody else out at once', async () => {
    const vault = await open();
    await vault.setUp({ mode: 'keychain' });
    let finish: () => void = () => undefined;
    const use = vault.withKey(async (key) => {
      const before = Buffer.from(key);
      await new Promise<void>((resolve) => { finish = resolve; });
      return before.equals(key);
    });
    const locked = vault.lock('os');
    expect(vault.state()).toMatchObject({ phase: 'locked', lockedBy: 'os' });
    expect(await vault.withKey(() => 1)).toMatchObject({ ok: false });
    finish();
    expect(await use).toEqual(ok(true));
    await locked;
  });

  it('wins over an unlocking that began earlier', async () => {
    const first = await open();
    await first.setUp({ mode: 'keychain' });
    await first.lock();
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => { letGo = resolve; });
    const entry = [...keychain.entries.values()][0] ?? '';
    keychain.failWith = async () => {
      await gate;
      return ok(entry);
    };
    keychain.calls.length = 0;
    const unlocking = first.unlock();
    const queued = first.unlock();
    await expect.poll(() => keychain.calls.length).toBe(1);
    await first.lock('shortcut');
    letGo();
    expect(await unlocking).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await queued).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(first.state().phase).toBe('locked');
    expect(await first.unlock()).toMatchObject({ ok: true });
  });

  it('does nothing to a vault that is locked already', async () => {
    const vault = await open();
    await vault.setUp({ mode: 'keychain' });
    await vault.lock('idle');
    await vault.lock('user');
    expect(vault.state().lockedBy).toBe('idle');
  });
});

describe('unlocking', () => {
  it('asks the keychain once, however many ask for it at a time', async () => {
    const vault = await open();
    await vault.setUp({ mode: 'keychain' });
    await vault.lock();
    keychain.calls.length = 0;
    const outcomes = await Promise.all([vault.unlock(), vault.unlock(), vault.unlock()]);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(keychain.calls.filter((call) => call.startsWith('get'))).toHaveLength(1);
  });

  it('slows down guessing, by the clock', async () => {
    const vault = await open();
    await vault.setUp({ mode: 'passphrase', passphrase: phrase });
    await vault.lock();
    for (let i = 0; i < 3; i += 1) {
      expect(await vault.unlock({ passphrase: 'not this one' })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    }
    expect(await vault.unlock({ passphrase: phrase })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase', fix: 'Wait 2 s, then try again.' } });
    time.advance(2000);
    expect(await vault.unlock({ passphrase: phrase })).toMatchObject({ ok: true });
  });

  it('does not count a missing passphrase as a wrong one', async () => {
    const vault = await open();
    await vault.setUp({ mode: 'keychain', passphrase: phrase });
    await vault.lock();
    for (let i = 0; i < 5; i += 1) {
      expect(await vault.unlock()).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    }
    expect(await vault.unlock({ passphrase: phrase })).toMatchObject({ ok: true });
  });
});
