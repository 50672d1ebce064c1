import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptKey, attemptWith, createVaultCore, hasOldData, secretsFileName, type VaultCore } from '../../../main/vault/vault-core.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { writeVaultFile, type VaultRecord } from '../../../main/vault/vault-file.ts';
import type { VaultOptions, VaultState } from '../../../main/vault/vault-types.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { fakeTime, quickCost, watchedStore } from './fakes.ts';

const shared = { version: 1, id: '0123456789abcdef', created: '2026-11-02T09:00:00.000Z' } as const;
const guarded: VaultRecord = { ...shared, mode: 'keychain', mark: 'ab'.repeat(16), slot: 1, retired: null, passphrase: true };
let dir = '';
let time = fakeTime();
const options = (): VaultOptions =>
  ({ dir, keychain: watchedStore(), now: time.now, hasEncryptedData: () => Promise.resolve(false), cost: quickCost });
const coreOf = async (record: VaultRecord): Promise<VaultCore> => {
  await writeVaultFile(dir, record);
  return createVaultCore(options());
};

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bursar-core-'));
  time = fakeTime();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('old data', () => {
  it('is the file of secrets, or what the store says', async () => {
    expect(await hasOldData(options())).toBe(false);
    expect(await hasOldData({ ...options(), hasEncryptedData: () => Promise.resolve(true) })).toBe(true);
    await writeFile(path.join(dir, secretsFileName), 'x');
    expect(await hasOldData(options())).toBe(true);
  });

  it('is taken to be there when nobody can tell', async () => {
    await mkdir(path.join(dir, secretsFileName));
    expect(await hasOldData(options())).toBe(true);
  });
});

describe('taking over a key', () => {
  it('opens the vault, clears what was wrong and tells every listener once', async () => {
    const core = await coreOf(guarded);
    core.memory.problem = vaultError('wrong-passphrase');
    core.memory.lockedBy = 'idle';
    const told = vi.fn<(state: VaultState) => void>();
    const ended = vi.fn<(state: VaultState) => void>();
    core.onChange(told);
    core.onChange(ended)();
    expect(acceptKey(core, Buffer.alloc(32, 7), core.memory.lockings)).toMatchObject({ ok: true, value: { phase: 'unlocked' } });
    expect(core.state()).not.toHaveProperty('problem');
    expect(core.state()).not.toHaveProperty('lockedBy');
    expect(told.mock.calls).toEqual([[core.state()]]);
    expect(ended).not.toHaveBeenCalled();
    expect(await core.withKey((bytes) => bytes[0])).toEqual(ok(7));
  });

  it('is refused, and the key wiped, when somebody locked meanwhile', async () => {
    const core = await coreOf(guarded);
    const before = core.memory.lockings;
    core.memory.lockings += 1;
    const opened = Buffer.alloc(32, 7);
    expect(acceptKey(core, opened, before)).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(opened.every((byte) => byte === 0)).toBe(true);
    expect(await core.withKey(() => 1)).toMatchObject({ ok: false, error: { code: 'locked' } });
  });
});

describe('an attempt with a passphrase', () => {
  const wrong = vi.fn<() => Promise<ReturnType<typeof fail<ReturnType<typeof vaultError>>>>>(async () => fail(vaultError('wrong-passphrase')));
  const untilRefused = async (core: VaultCore): Promise<void> => {
    for (let tries = 0; tries < 50 && core.delay.waitMs() === 0; tries += 1) await attemptWith(core, 'guess', wrong);
  };
  beforeEach(() => { wrong.mockClear(); });

  it('is refused without being made after too many wrong ones, and again allowed once the time is over', async () => {
    const core = await coreOf(guarded);
    await untilRefused(core);
    const made = wrong.mock.calls.length;
    const refused = await attemptWith(core, 'guess', wrong);
    expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-passphrase', message: 'Too many wrong tries.' } });
    expect(wrong).toHaveBeenCalledTimes(made);
    time.advance(core.delay.waitMs());
    expect(await attemptWith(core, 'right', () => Promise.resolve(ok('open')))).toEqual(ok('open'));
  });

  it('that fails for another reason is no guess', async () => {
    const core = await coreOf(guarded);
    for (let tries = 0; tries < 50; tries += 1) await attemptWith(core, 'guess', async () => fail(vaultError('keychain-timeout')));
    expect(core.delay.waitMs()).toBe(0);
  });

  it('is never held up where none is needed or none was given', async () => {
    const core = await coreOf({ ...guarded, passphrase: false });
    for (let tries = 0; tries < 50; tries += 1) await attemptWith(core, 'guess', wrong);
    expect(core.delay.waitMs()).toBe(0);
    const other = await coreOf(guarded);
    for (let tries = 0; tries < 50; tries += 1) await attemptWith(other, undefined, wrong);
    expect(other.delay.waitMs()).toBe(0);
  });
});
