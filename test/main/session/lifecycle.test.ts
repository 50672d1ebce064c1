import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createConnection } from '../../../main/session/connection.ts';
import { createFlush } from '../../../main/session/flush.ts';
import { createLifecycle } from '../../../main/session/lifecycle.ts';
import { createOpening } from '../../../main/session/opening.ts';
import { createProfileBook, sandboxProfileIds } from '../../../main/session/profile-book.ts';
import type { OpenStore, Session } from '../../../main/session/session.ts';
import { defaultSettings, type StoredSettings } from '../../../main/settings/schema.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { createMemoryStore } from '../../../main/vault/memory.ts';
import { createProfileSecrets } from '../../../main/vault/profile-secrets.ts';
import { createVault } from '../../../main/vault/vault.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { AppState } from '../../../preload/contract/app.ts';

async function setUp(options: { openStore?: () => Promise<ReturnType<typeof ok<OpenStore>> | ReturnType<typeof fail<ReturnType<typeof appError>>>> } = {}) {
  let kept: StoredSettings = defaultSettings;
  const settings = createSettings({ load: () => kept, save: (next) => { kept = next; }, setAside: () => undefined });
  const keychain = createMemoryStore();
  const dir = await mkdtemp(join(tmpdir(), 'bursar-life-'));
  const order: string[] = [];
  const vault = await createVault({ dir, keychain, now: () => 1_000, hasEncryptedData: async () => false });
  const book = createProfileBook({ settings, secrets: createProfileSecrets(vault.secrets, vault.id), now: () => 1_000, newId: () => 'new-id' });
  const connection = createConnection({ now: () => 1_000, after: () => () => undefined, probe: async () => undefined, onChange: () => undefined });
  const waiting: (() => void)[] = [];
  const flush = createFlush(() => { order.push('asked to save'); }, (_ms, run) => { waiting.push(run); return () => { waiting.splice(waiting.indexOf(run), 1); }; });
  const openStore = options.openStore ?? (async () => ok({ close: () => { order.push('database closed'); } } as OpenStore));
  const opening = createOpening({
    settings, book, connection, openStore,
    openSession: async (_store, profile) => ok({ profile, unknown: () => 2, close: async () => { order.push('session closed'); } } as Session),
  });
  const states: AppState[] = [];
  const lifecycle = createLifecycle({
    vault, settings, opening, connection, flush, now: () => 2_000, version: '1', platform: 'linux', probe: async () => ({ available: true }), emit: (state) => { states.push(state); },
  });
  return { lifecycle, book, vault, flush, order, states, waiting, settings };
}

describe('the lifecycle', () => {
  it('starts in set-up, opens with a vault and a profile, and tells the screen each step', async () => {
    const { lifecycle, book, states } = await setUp();
    await lifecycle.start();
    expect(lifecycle.state().phase).toBe('setup');
    expect((await lifecycle.setUp({ mode: 'keychain' })).ok).toBe(true);
    expect(lifecycle.state().phase).toBe('setup');
    book.ensureSandbox('blaaiz');
    expect((await lifecycle.chooseProfile(sandboxProfileIds.blaaiz)).ok).toBe(true);
    expect(lifecycle.state()).toMatchObject({ phase: 'ready', profile: { id: sandboxProfileIds.blaaiz, builtIn: true }, unknownAtOpening: 2 });
    lifecycle.sawUnknown();
    expect(states.at(-1)?.unknownAtOpening).toBe(0);
    await vi.waitFor(() => { expect(states.at(-1)?.vault.keychain).toBe('available'); });
  });

  it('locks in order: the screen saves, goes blank, the session ends, the database closes, the key goes', async () => {
    const { lifecycle, book, vault, flush, order, states } = await setUp();
    await lifecycle.start();
    await lifecycle.setUp({ mode: 'keychain' });
    book.ensureSandbox('blaaiz');
    await lifecycle.chooseProfile(sandboxProfileIds.blaaiz);
    const locking = lifecycle.lock('shortcut');
    await vi.waitFor(() => { expect(order).toEqual(['asked to save']); });
    expect(lifecycle.state().phase).toBe('ready');
    flush.answered();
    await locking;
    expect(order).toEqual(['asked to save', 'session closed', 'database closed']);
    expect(vault.state().phase).toBe('locked');
    expect(lifecycle.session()).toBeNull();
    expect(states.at(-1)).toMatchObject({ phase: 'locked', lock: { at: 2_000, reason: 'shortcut' }, profile: null });
  });

  it('does not wait for ever for a screen that has stopped answering', async () => {
    const { lifecycle, vault, waiting } = await setUp();
    await lifecycle.start();
    await lifecycle.setUp({ mode: 'keychain' });
    const locking = lifecycle.lock('os');
    await vi.waitFor(() => { expect(waiting).toHaveLength(1); });
    waiting[0]?.();
    await locking;
    expect(vault.state().phase).toBe('locked');
  });

  it('comes back to the profile that was open', async () => {
    const { lifecycle, book, flush } = await setUp();
    await lifecycle.start();
    await lifecycle.setUp({ mode: 'keychain', passphrase: 'a long enough one' });
    book.ensureSandbox('blaaiz');
    await lifecycle.chooseProfile(sandboxProfileIds.blaaiz);
    const locking = lifecycle.lock('user');
    await vi.waitFor(() => { flush.answered(); expect(lifecycle.state().phase).toBe('locked'); });
    await locking;
    expect(await lifecycle.unlock('wrong passphrase')).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    expect((await lifecycle.unlock('a long enough one')).ok).toBe(true);
    expect(lifecycle.state()).toMatchObject({ phase: 'ready', lock: null, profile: { id: sandboxProfileIds.blaaiz } });
  });

  it('says what is wrong when the data can’t be opened, and stays shut', async () => {
    const { lifecycle } = await setUp({ openStore: async () => fail(appError('storage', 'The data file is damaged.', { fix: 'Restore a backup.' })) });
    await lifecycle.start();
    expect(await lifecycle.setUp({ mode: 'keychain' })).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(lifecycle.state()).toMatchObject({ phase: 'broken', problem: 'The data file is damaged. Restore a backup.' });
  });

  it('keeps a session that is kept nowhere behind the lock, whole, and lets nobody round it', async () => {
    const { lifecycle, book, vault, flush, order } = await setUp();
    await lifecycle.start();
    await lifecycle.setUp({ mode: 'session-only' });
    book.ensureSandbox('blaaiz');
    await lifecycle.chooseProfile(sandboxProfileIds.blaaiz);
    const locking = lifecycle.lock('shortcut');
    await vi.waitFor(() => { flush.answered(); expect(lifecycle.state().phase).toBe('locked'); });
    await locking;
    expect(order).toEqual(['asked to save', 'session closed']);
    expect(lifecycle.session()).toBeNull();
    expect(await lifecycle.chooseProfile(sandboxProfileIds.blaaiz)).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(vault.state().phase).toBe('unlocked');
    expect((await lifecycle.unlock()).ok).toBe(true);
    expect(lifecycle.state()).toMatchObject({ phase: 'ready', lock: null, profile: { id: sandboxProfileIds.blaaiz } });
  });

  it('begins anew after a session that kept nothing', async () => {
    const { lifecycle, book, vault, settings } = await setUp();
    await lifecycle.start();
    await lifecycle.setUp({ mode: 'session-only' });
    book.ensureSandbox('blaaiz');
    await lifecycle.chooseProfile(sandboxProfileIds.blaaiz);
    await vault.lock('user');
    await lifecycle.close();
    expect(settings.all().profiles).toEqual([]);
    await lifecycle.start();
    expect(lifecycle.state()).toMatchObject({ phase: 'setup', lock: null, vault: { phase: 'unset', mode: null } });
    expect((await lifecycle.setUp({ mode: 'keychain' })).ok).toBe(true);
  });
});
