import { describe, expect, it } from 'vitest';
import { createProfileSecrets } from '../../../main/vault/profile-secrets.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { watchedStore } from './fakes.ts';

const scope = (): string => 'v1';

describe('the secrets of a profile', () => {
  it('stand one entry a field, under the vault and the profile', async () => {
    const store = watchedStore();
    const secrets = createProfileSecrets(store, scope);
    await secrets.set('p1', 'client_id', ' abcdef-123456 \n');
    await secrets.set('p1', 'client_secret', 'hush');
    expect([...store.entries]).toEqual([['v1/profile/p1/client_id', 'abcdef-123456'], ['v1/profile/p1/client_secret', 'hush']]);
    expect(await secrets.has('p1')).toEqual(ok({ client_id: true, client_secret: true, 'x-api-key': false, password: false, webhook_secret: false }));
    expect(await secrets.read('p1', 'client_secret')).toEqual(ok('hush'));
    expect(await secrets.read('p2', 'client_secret')).toEqual(ok(null));
  });

  it('show the end of the client id and of nothing else', async () => {
    const secrets = createProfileSecrets(watchedStore(), scope);
    expect(await secrets.hint('p1')).toEqual(ok(null));
    await secrets.set('p1', 'client_id', 'short-id');
    expect(await secrets.hint('p1')).toEqual(ok(null));
    await secrets.set('p1', 'client_id', 'a-long-client-id-9f3c');
    expect(await secrets.hint('p1')).toEqual(ok('9f3c'));
  });

  it('are removed one by one or all together, and only those of that profile', async () => {
    const store = watchedStore();
    const secrets = createProfileSecrets(store, scope);
    await secrets.set('p1', 'client_id', 'one');
    await secrets.set('p1', 'client_secret', 'two');
    await secrets.set('p2', 'client_id', 'three');
    await secrets.remove('p1', 'client_id');
    expect([...store.entries.keys()]).toEqual(['v1/profile/p1/client_secret', 'v1/profile/p2/client_id']);
    await secrets.remove('p1');
    expect([...store.entries.keys()]).toEqual(['v1/profile/p2/client_id']);
  });

  it('never call a secret missing because it could not be read', async () => {
    const store = watchedStore();
    store.failWith = async () => fail(vaultError('keychain-timeout'));
    const secrets = createProfileSecrets(store, scope);
    expect(await secrets.has('p1')).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
    expect(await secrets.hint('p1')).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
  });

  it.each(['', '../other', 'p1/client_id', 'x'.repeat(65)])('take no profile id like "%s"', async (id) => {
    const store = watchedStore();
    const secrets = createProfileSecrets(store, scope);
    expect(await secrets.set(id, 'client_id', 'x')).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(await secrets.read(id, 'client_id')).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(await secrets.remove(id)).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(store.calls).toEqual([]);
  });

  it('take no empty value', async () => {
    expect(await createProfileSecrets(watchedStore(), scope).set('p1', 'password', '  \n')).toMatchObject({ ok: false, error: { code: 'validation' } });
  });
});
