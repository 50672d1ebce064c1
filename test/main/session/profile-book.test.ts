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
const live = { name: 'Halden & Moor', env: 'live', baseUrl: 'https://api-prod.blaaiz.com/', scopes: ['wallet:read'], clientId: 'client-id-7c1e', clientSecret: 'top-secret-value' } as const;

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

  it('makes the sandbox profile once', () => {
    const { book } = setUp();
    expect(book.ensureSandbox()).toEqual(book.ensureSandbox());
  });

  it('forgets a removed profile with its secrets', async () => {
    const { book, secrets } = setUp();
    await book.add({ ...live, scopes: [] });
    expect((await book.remove('profile-0')).ok).toBe(true);
    expect(await secrets.read('profile-0', 'client_secret')).toEqual({ ok: true, value: null });
    expect(await book.list()).toEqual([]);
  });
});
