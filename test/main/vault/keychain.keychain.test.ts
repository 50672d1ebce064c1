import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeychain } from '../../../main/vault/keychain.ts';
import { probeKeychain } from '../../../main/vault/probe.ts';
import { createProfileSecrets } from '../../../main/vault/profile-secrets.ts';
import { createVault } from '../../../main/vault/vault.ts';
import { ok } from '../../../preload/contract/result.ts';
import { quickCost } from './fakes.ts';

// These speak to the operating system's real keychain and fail where there is none: run them under test/support/keyring.sh.
const store = createKeychain();
const service = `Bursar test ${randomBytes(6).toString('hex')}`;
let dir = '';

beforeAll(async () => { dir = await mkdtemp(path.join(tmpdir(), 'bursar-vault-')); });
afterAll(async () => {
  await store.remove(service, 'a');
  await rm(dir, { recursive: true, force: true });
});

describe('the real keychain', () => {
  it('keeps, finds, replaces and removes a secret', async () => {
    expect(await store.set(service, 'a', 'first ünïcode £ value')).toEqual(ok(undefined));
    expect(await store.get(service, 'a')).toEqual(ok('first ünïcode £ value'));
    expect(await store.set(service, 'a', 'second')).toEqual(ok(undefined));
    expect(await store.get(service, 'a')).toEqual(ok('second'));
    expect(await store.remove(service, 'a')).toEqual(ok(undefined));
    expect(await store.get(service, 'a')).toEqual(ok(null));
  });

  it('takes the longest secret allowed', async () => {
    const secret = randomBytes(900).toString('base64').slice(0, 1200);
    expect(await store.set(service, 'a', secret)).toEqual(ok(undefined));
    expect(await store.get(service, 'a')).toEqual(ok(secret));
  });

  it('passes the probe', async () => {
    expect(await probeKeychain(store)).toEqual({ available: true });
  });

  it('opens a vault again after a restart, and guards the secrets of a profile', async () => {
    const open = () => createVault({ dir, keychain: store, now: () => Date.now(), hasEncryptedData: async () => false, cost: quickCost });
    const first = await open();
    expect(await first.setUp({ mode: 'keychain', passphrase: 'a good passphrase' })).toMatchObject({ ok: true });
    const before = await first.withKey((key) => Buffer.from(key).toString('hex'));
    await createProfileSecrets(first.secrets, first.id).set('p1', 'client_secret', 's3cret');
    await first.lock();

    const second = await open();
    expect(second.state()).toMatchObject({ phase: 'locked', needsPassphrase: true });
    expect(await second.unlock({ passphrase: 'a wrong passphrase' })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(await second.unlock({ passphrase: 'a good passphrase' })).toMatchObject({ ok: true });
    expect(await second.withKey((key) => Buffer.from(key).toString('hex'))).toEqual(before);
    const secrets = createProfileSecrets(second.secrets, second.id);
    expect(await secrets.read('p1', 'client_secret')).toEqual(ok('s3cret'));
    expect(await secrets.remove('p1')).toEqual(ok(undefined));
  });
});

describe.runIf(process.platform === 'linux')('a computer without D-Bus', () => {
  it('says so within the limit instead of hanging or pretending', async () => {
    const source = fileURLToPath(new URL('../../../main/vault/', import.meta.url));
    const script = `
      const { createKeychain } = await import(${JSON.stringify(`${source}keychain.ts`)});
      const { probeKeychain } = await import(${JSON.stringify(`${source}probe.ts`)});
      const begun = performance.now();
      const store = createKeychain();
      const read = await store.get('Bursar', 'a');
      const probe = await probeKeychain(store);
      console.log(JSON.stringify({ code: read.ok ? 'ok' : read.error.code, probe, ms: performance.now() - begun }));`;
    const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, XDG_RUNTIME_DIR: _runtime, ...env } = process.env;
    const run = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
    const answer = JSON.parse(run.stdout) as { code: string; probe: unknown; ms: number };
    expect(answer.code).toBe('keychain-unavailable');
    expect(answer.probe).toEqual({ available: false, reason: 'keychain-unavailable' });
    expect(answer.ms).toBeLessThan(5000);
  });
});
