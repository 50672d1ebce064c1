import { describe, expect, it } from 'vitest';
import { createProfileBook } from '../../../main/session/profile-book.ts';
import { defaultSettings, type StoredSettings } from '../../../main/settings/schema.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { createMemoryStore } from '../../../main/vault/memory.ts';
import { createProfileSecrets } from '../../../main/vault/profile-secrets.ts';

function setUp() {
  let kept: StoredSettings = defaultSettings;
  let made = 0;
  const settings = createSettings({ load: () => kept, save: (next) => { kept = next; }, setAside: () => undefined });
  const secrets = createProfileSecrets(createMemoryStore(), () => 'vault');
  const book = createProfileBook({ settings, secrets, now: () => 42, newId: () => `profile-${made++}` });
  return { book, secrets, file: () => JSON.stringify(kept) };
}
const live = { provider: 'blaaiz', name: 'Halden & Moor', env: 'live', baseUrl: 'https://api-prod.blaaiz.com/', scopes: ['wallet:read'], clientId: 'client-id-7c1e', clientSecret: 'top-secret-value' } as const;

describe('the profile book', () => {
  it('keeps secrets out of the settings file and shows only the end of the client id', async () => {
    const { book, secrets, file } = setUp();
    const added = await book.add({ ...live, scopes: [...live.scopes] });
    expect(added).toMatchObject({ ok: true, value: { baseUrl: 'https://api-prod.blaaiz.com' } });
    expect(file()).not.toMatch(/top-secret|client-id/);
    const [shown] = await book.list();
    expect(shown).toMatchObject({ clientIdHint: '7c1e', secretAddedAt: 42, hasWebhookSecret: false });
    expect(JSON.stringify(shown)).not.toMatch(/top-secret|client-id-/);
    expect(await secrets.read('profile-0', 'client_secret')).toEqual({ ok: true, value: 'top-secret-value' });
  });

  it.each(['http://api-prod.blaaiz.com', 'ftp://x', 'not an address', 'https://user:pass@x.example', 'https://x.example/api', 'http://127.0.0.1:80'])(
    'refuses the address %s for real money and names the field',
    async (baseUrl) => {
      const refused = await setUp().book.add({ ...live, scopes: [], baseUrl });
      expect(refused).toMatchObject({ ok: false, error: { code: 'validation', fields: [{ path: 'baseUrl' }] } });
    },
  );

  it('lets a test profile speak plain http to this machine', async () => {
    expect((await setUp().book.add({ ...live, scopes: [], env: 'sandbox', baseUrl: 'http://127.0.0.1:9999' })).ok).toBe(true);
  });

  it('makes a practice profile for each provider, once', async () => {
    const { book } = setUp();
    expect(book.ensureSandbox('blaaiz')).toEqual(book.ensureSandbox('blaaiz'));
    expect(book.ensureSandbox('kira')).toMatchObject({ ok: true, value: { id: 'sandbox-kira', provider: 'kira', env: 'sandbox', builtIn: true } });
    expect((await book.list()).map(({ name, provider }) => [name, provider])).toEqual([['Practice Blaaiz', 'blaaiz'], ['Practice Kira', 'kira']]);
  });

  it('keeps a Kira account\u2019s password and key where no file shows them', async () => {
    const { book, secrets, file } = setUp();
    const kira = { codeMailbox: 'payments@halden.example', codeNeeded: true, apiVersion: null };
    await book.add({ provider: 'kira', name: 'K', env: 'live', baseUrl: 'https://api.balampay.com', clientId: '6ad5-client-id-7c1e', password: 'pass-value', apiKey: 'key-value', kira });
    expect(file()).not.toMatch(/pass-value|key-value|6ad5/);
    expect([await secrets.read('profile-0', 'password'), await secrets.read('profile-0', 'x-api-key')]).toEqual([{ ok: true, value: 'pass-value' }, { ok: true, value: 'key-value' }]);
    expect(await book.list()).toMatchObject([{ provider: 'kira', kira, clientIdHint: '7c1e', scopes: [] }]);
  });

  it('changes what a Kira profile holds beside its keys, and only of a Kira profile', async () => {
    const { book } = setUp();
    book.ensureSandbox('kira');
    const kira = { codeMailbox: 'ap@x.example', codeNeeded: false, apiVersion: '2026-04-14' } as const;
    expect(book.saveKira('sandbox-kira', kira)).toMatchObject({ ok: true, value: { kira } });
    expect(book.saveKira('sandbox', kira)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('forgets a removed profile with its secrets', async () => {
    const { book, secrets } = setUp();
    await book.add({ ...live, scopes: [] });
    expect((await book.remove('profile-0')).ok).toBe(true);
    expect(await secrets.read('profile-0', 'client_secret')).toEqual({ ok: true, value: null });
    expect(await book.list()).toEqual([]);
  });

  it('gives a profile that was removed its payouts back when the same account is connected again, and nobody else', async () => {
    const { book, file } = setUp();
    const ids: string[] = [];
    const add = async (change: object = {}) => {
      const added = await book.add({ ...live, scopes: [], ...change });
      if (!added.ok) throw new Error(added.error.code);
      ids.push(added.value.id);
      return added.value.id;
    };
    const first = await add();
    await book.remove(first);
    expect(file()).not.toMatch(/client-id/);
    expect(await add({ clientId: 'client-id-other' })).not.toBe(first);
    expect(await add({ env: 'sandbox' })).not.toBe(first);
    expect(await add({ name: 'Halden again' })).toBe(first);
    expect(await add()).not.toBe(first);
    expect(new Set(ids).size).toBe(4);
  });
});
