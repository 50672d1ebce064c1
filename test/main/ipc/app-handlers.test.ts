import { createBackups } from '../../../main/backup/backups.ts';
import type { BackupDeps } from '../../../main/backup/ports.ts';
import { describe, expect, it, vi } from 'vitest';
import { appHandlers, type AppDoor } from '../../../main/ipc/app-handlers.ts';
import { api } from '../../../preload/contract/api.ts';
import type { ConnectionCheck } from '../../../preload/contract/app.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const refusal = fail(appError('not-found', 'There is none.'));
const done: string[] = [];
const doing = <T>(name: string, value: T) => vi.fn((...args: readonly unknown[]): T => {
  done.push([name, ...args.map(String)].join(' '));
  return value;
});

function setUp(change: { readonly lifecycle?: object; readonly book?: object; readonly door?: object } = {}) {
  done.length = 0;
  const lifecycle = {
    state: () => ({ vault: { phase: 'locked' } }), savePreferences: vi.fn((patch: object) => ok(patch)), setUp: vi.fn(async () => ok('set up')), unlock: doing('unlock', Promise.resolve(ok('open'))),
    lock: doing('lock', Promise.resolve()), changePassphrase: doing('change', Promise.resolve(ok('changed'))), chooseProfile: doing('choose', Promise.resolve(ok('chosen'))),
    leaveProfile: doing('leave', Promise.resolve()), redescribe: doing('redescribe', Promise.resolve()), reopen: doing('reopen', Promise.resolve()), ...change.lifecycle,
  };
  const book = {
    list: async () => ['a'], find: (id: string) => ({ id, provider: 'kira', kira: { apiVersion: null } }), saveKira: vi.fn(() => ok('kept')), ensureSandbox: doing('sandbox', ok({ id: 'sandbox-kira' })), add: doing('add', Promise.resolve(ok('stored'))), describe: async (stored: string) => `${stored}, described`,
    rename: doing('rename', ok('renamed')), replaceSecret: doing('replace', Promise.resolve(ok('replaced'))), remove: doing('remove', Promise.resolve(ok(null))), ...change.book,
  };
  const door = {
    lifecycle, book, flush: { ask: async () => undefined, answered: doing('answered', undefined) }, now: () => 77, test: async () => ok([]), windowAction: doing('window', undefined),
    openHelp: doing('help', Promise.resolve()), active: doing('active', undefined), profilesChanged: doing('told', undefined), backups: createBackups({} as BackupDeps), ...change.door,
  };
  return { handlers: appHandlers(door as unknown as AppDoor), lifecycle, done };
}

describe('the app’s own channels', () => {
  it('act on the window, the browser, the idle clock and the saving before a lock', async () => {
    const { handlers } = setUp();
    await handlers['app.window']({ action: 'maximize' });
    await handlers['app.openHelp']({ page: 'blaaiz-support' });
    await handlers['vault.active']({});
    await handlers['vault.flushed']({});
    expect(done).toEqual(['window maximize', 'help blaaiz-support', 'active', 'answered']);
  });

  it('save of the preferences only what was given', async () => {
    const { handlers, lifecycle } = setUp();
    await handlers['app.savePreferences']({ theme: 'dark', density: undefined });
    expect(lifecycle.savePreferences).toHaveBeenCalledExactlyOnceWith({ theme: 'dark' });
    expect(lifecycle.savePreferences.mock.calls[0]?.[0]).not.toHaveProperty('density');
  });

  it('give the state of the vault as it is after the lock', async () => {
    const { handlers } = setUp();
    expect(await handlers['vault.lock']({ reason: 'user' })).toEqual(ok({ phase: 'locked' }));
    expect(done).toEqual(['lock user']);
  });
});

describe('the first choice', () => {
  it('needs a passphrase where the passphrase is the key, and sets nothing up without', async () => {
    const { handlers, lifecycle } = setUp();
    expect(await handlers['vault.setUp']({ mode: 'passphrase' })).toMatchObject({ ok: false, error: { code: 'validation', fields: [{ path: 'passphrase' }] } });
    expect(lifecycle.setUp).not.toHaveBeenCalled();
  });

  it('is passed on as it was made', async () => {
    const { handlers, lifecycle } = setUp();
    await handlers['vault.setUp']({ mode: 'keychain' });
    await handlers['vault.setUp']({ mode: 'passphrase', passphrase: 'long enough' });
    expect(lifecycle.setUp.mock.calls).toEqual([[{ mode: 'keychain' }], [{ mode: 'passphrase', passphrase: 'long enough' }]]);
  });
});

describe('changes to profiles', () => {
  it('are told when they are done, also when they were refused', async () => {
    const { handlers } = setUp({ lifecycle: { chooseProfile: doing('choose', Promise.resolve(refusal)) } });
    expect(await handlers['profiles.choose']({ id: 'p' })).toEqual(refusal);
    expect(done).toEqual(['choose p', 'told']);
  });

  it('are not told by listing or testing', async () => {
    const { handlers } = setUp();
    expect(await handlers['profiles.list']({})).toEqual(ok(['a']));
    await handlers['profiles.test']({ id: 'p' });
    expect(done).toEqual([]);
  });

  it('make the sandbox before it is chosen, and choose none that could not be made', async () => {
    const made = setUp();
    expect(await made.handlers['profiles.useSandbox']({ provider: 'kira' })).toEqual(ok('chosen'));
    expect(done).toEqual(['sandbox kira', 'choose sandbox-kira', 'told']);
    const not = setUp({ book: { ensureSandbox: doing('sandbox', refusal) } });
    expect(await not.handlers['profiles.useSandbox']({ provider: 'kira' })).toEqual(refusal);
    expect(done).toEqual(['sandbox kira', 'told']);
  });

  it('connect a Kira profile anew when it asks for another version, and only describe it again otherwise', async () => {
    const { handlers } = setUp();
    const settings = { codeMailbox: 'ap@x.example', codeNeeded: true, apiVersion: null };
    expect(await handlers['profiles.saveKira']({ id: 'p', settings })).toEqual(ok('kept, described'));
    expect(done).toEqual(['redescribe p', 'told']);
    await setUp().handlers['profiles.saveKira']({ id: 'p', settings: { ...settings, apiVersion: '2026-04-14' } });
    expect(done).toEqual(['reopen p', 'told']);
    const not = setUp({ book: { saveKira: () => refusal } });
    expect(await not.handlers['profiles.saveKira']({ id: 'p', settings })).toEqual(refusal);
    expect(done).toEqual(['told']);
  });

  it('show a new or renamed profile described, never as stored', async () => {
    const { handlers } = setUp();
    const request = { provider: 'blaaiz', name: 'N', env: 'live', baseUrl: 'https://x.example', clientId: 'i', clientSecret: 's', scopes: [] } as const;
    expect(await handlers['profiles.add']({ ...request, scopes: [] })).toEqual(ok('stored, described'));
    expect(await handlers['profiles.rename']({ id: 'p', name: 'N' })).toEqual(ok('renamed, described'));
    expect(done).toContain('redescribe p');
  });

  it('open a profile again with its new secret, and not when the secret was not kept', async () => {
    const { handlers } = setUp();
    await handlers['profiles.replaceSecret']({ id: 'p', field: 'client_secret', value: 'v' });
    expect(done).toEqual(['replace p client_secret v', 'reopen p', 'told']);
    const not = setUp({ book: { replaceSecret: doing('replace', Promise.resolve(refusal)) } });
    expect(await not.handlers['profiles.replaceSecret']({ id: 'p', field: 'client_secret', value: 'v' })).toEqual(refusal);
    expect(done).toEqual(['replace p client_secret v', 'told']);
  });

  it('close a profile before it is removed', async () => {
    await setUp().handlers['profiles.remove']({ id: 'p' });
    expect(done).toEqual(['leave p', 'remove p', 'told']);
  });
});

describe('the connection test', () => {
  const line = (state: ConnectionCheck['state'], fix: string | null = null): ConnectionCheck => ({ id: 'dns', label: 'Name', state, value: 'slow', fix });

  it('has a note for support only where something is wrong, with the remedy', async () => {
    const report = async (checks: readonly ConnectionCheck[]) => {
      const answer = await setUp({ door: { test: async () => ok(checks) } }).handlers['profiles.test']({ id: 'p' });
      if (!answer.ok) throw new Error(answer.error.code);
      return api['profiles.test'].result.parse(answer.value);
    };
    expect(await report([line('ok'), line('skipped')])).toEqual({ at: 77, checks: [line('ok'), line('skipped')], note: null });
    const [first, ...rest] = (await report([line('ok'), line('failed', 'Check it.'), line('warn')])).note?.split('\n') ?? [];
    expect(first).toContain('Kira API');
    expect(rest).toEqual(['- Name: slow. Check it.', '- Name: slow']);
  });

  it('that could not be run says why', async () => {
    expect(await setUp({ door: { test: async () => refusal } }).handlers['profiles.test']({ id: 'p' })).toEqual(refusal);
  });
});
