import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeKey, keyMark } from '../../../main/vault/data-key.ts';
import { openSlot, openWrapped, slotAccount, storeInSlot, type KeyKeeping } from '../../../main/vault/key-keeping.ts';
import { wrapKey } from '../../../main/vault/passphrase.ts';
import { serviceName } from '../../../main/vault/secret-store.ts';
import type { KeychainRecord, PassphraseRecord } from '../../../main/vault/vault-file.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { quickCost, watchedStore } from './fakes.ts';

const phrase = 'a good passphrase';
const key = Buffer.alloc(32, 9);
const shared = { version: 1, id: '0123456789abcdef', created: '2026-11-02T09:00:00.000Z', mark: keyMark(key) } as const;
const record: KeychainRecord = { ...shared, mode: 'keychain', slot: 2, retired: null, passphrase: false };
const account = slotAccount(record.id, record.slot);
let keychain = watchedStore();
let deps: KeyKeeping;

beforeEach(() => {
  keychain = watchedStore();
  deps = { keychain, random: randomBytes, cost: quickCost };
});

describe('a key in the keychain', () => {
  it('is opened from the slot it was put into, and from no other', async () => {
    expect(await storeInSlot(deps, record, key, undefined)).toEqual(ok(undefined));
    expect(await openSlot(deps, record, undefined)).toEqual(ok(key));
    expect(await openSlot(deps, { ...record, slot: 3 }, undefined)).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    expect(await openSlot(deps, { ...record, id: 'f'.repeat(16) }, undefined)).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
  });

  it('under a passphrase is readable with it alone', async () => {
    await storeInSlot(deps, record, key, phrase);
    expect(keychain.entries.get(account)).not.toContain(key.toString('base64'));
    expect(await openSlot(deps, record, phrase)).toEqual(ok(key));
    for (const wrong of [undefined, 'another passphrase', '']) {
      expect(await openSlot(deps, record, wrong)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    }
  });

  it.each([undefined, phrase])('of another vault is refused although it opens (passphrase: %s)', async (given) => {
    await storeInSlot(deps, record, Buffer.alloc(32, 1), given);
    expect(await openSlot(deps, record, given)).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
  });

  it.each(['', 'null', '{"kdf":{}}', 'raw:c2hvcnQ=', 'not json'])('that reads %j is called damaged and left as it is', async (entry) => {
    await keychain.set(serviceName, account, entry);
    keychain.calls.length = 0;
    expect(await openSlot(deps, record, phrase)).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(keychain.calls).toEqual([`get ${account}`]);
  });

  it('counts as stored only when it was read back letter for letter', async () => {
    keychain.failWith = async () => ok(encodeKey(Buffer.alloc(32)));
    expect(await storeInSlot(deps, record, key, undefined)).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    keychain.failWith = async () => ok(null);
    expect(await storeInSlot(deps, record, key, undefined)).toMatchObject({ ok: false, error: { code: 'corrupt' } });
  });

  it('passes on what the keychain says', async () => {
    keychain.failWith = async () => fail(vaultError('keychain-denied'));
    expect(await storeInSlot(deps, record, key, undefined)).toMatchObject({ ok: false, error: { code: 'keychain-denied' } });
    expect(await openSlot(deps, record, undefined)).toMatchObject({ ok: false, error: { code: 'keychain-denied' } });
  });
});

describe('a key under a passphrase', () => {
  const sealed = async (inner: Buffer): Promise<PassphraseRecord> =>
    ({ ...shared, mode: 'passphrase', wrapped: await wrapKey(inner, phrase, quickCost, randomBytes) });

  it('opens with it alone', async () => {
    const own = await sealed(key);
    expect(await openWrapped(own, phrase)).toEqual(ok(key));
    expect(await openWrapped(own, 'another passphrase')).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(await openWrapped(own, undefined)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  });

  it('is refused when it is not the one the vault is marked with', async () => {
    expect(await openWrapped(await sealed(Buffer.alloc(32, 1)), phrase)).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
  });
});
