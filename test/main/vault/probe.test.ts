import { describe, expect, it } from 'vitest';
import { createKeychain } from '../../../main/vault/keychain.ts';
import { createMemoryStore } from '../../../main/vault/memory.ts';
import { probeKeychain } from '../../../main/vault/probe.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fakeKeytar, fakeTime, never } from './fakes.ts';

describe('the keychain probe', () => {
  it('finds a working keychain and leaves nothing behind', async () => {
    const keytar = fakeKeytar();
    expect(await probeKeychain(createKeychain({ load: async () => keytar }))).toEqual({ available: true });
    expect(keytar.entries.size).toBe(0);
  });

  it('is not fooled by a keychain that answers "nothing stored" to everything', async () => {
    const empty = { ...createMemoryStore(), set: async () => ok(undefined), get: async () => ok(null) };
    expect(await probeKeychain(empty)).toEqual({ available: false, reason: 'corrupt' });
  });

  it.each(['keychain-unavailable', 'keychain-denied'] as const)('passes the reason on: %s', async (code) => {
    const store = { ...createMemoryStore(), set: async () => fail(vaultError(code)) };
    expect(await probeKeychain(store)).toEqual({ available: false, reason: code });
  });

  it('ends after five seconds in all, even if each step alone stays within its limit', async () => {
    const time = fakeTime();
    const answers: (() => void)[] = [];
    const slow = async (): Promise<void> => new Promise((resolve) => { answers.push(resolve); });
    const store = createKeychain({ load: async () => fakeKeytar({ setPassword: slow, getPassword: never }), timers: time.timers });
    const probe = probeKeychain(store, { timers: time.timers });
    await expect.poll(() => answers.length).toBe(1);
    time.advance(4000);
    answers[0]?.();
    time.advance(1000);
    expect(await probe).toEqual({ available: false, reason: 'keychain-timeout' });
  });
});
