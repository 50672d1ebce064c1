import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../../preload/contract/api.ts';
import { person } from '../../e2e/support/people.ts';
import { startProvider, type TestProvider } from '../../e2e/support/provider.ts';
import { readyPayout, send, verifiedCustomer } from '../../e2e/support/ready-payout.ts';
import { good, setUp } from '../rig/asked.ts';
import { createRig } from '../rig/rig.ts';
import type { AppUnderFire, Rig } from '../under-fire.ts';
import { deskOf } from './desk.ts';
import { startOwnKeyring, type OwnKeyring } from './own-keyring.ts';

let rig: Rig;
let provider: TestProvider;
let keyring: OwnKeyring;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bursar-keychain-test-'));
  [rig, provider, keyring] = await Promise.all([createRig(), startProvider(), startOwnKeyring()]);
});
afterEach(async () => {
  await keyring.close();
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = () => rig.start({ folder, env: keyring.env });
const profileOf = (name: string): Request<'profiles.add'> => ({
  provider: 'blaaiz', name, env: 'sandbox', baseUrl: provider.url, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: [...provider.scopes],
});
const profiles = async (app: AppUnderFire) => good(await app.ask('profiles.list', {})).map((profile) => profile.name);
// Which of the three depends on what is left of the service: nobody answers, nobody answers in time, or a fresh one that is locked refuses.
const gone = { ok: false, error: { code: expect.stringMatching(/^keychain-(unavailable|timeout|denied)$/) as string, fix: expect.stringMatching(/\w/) as string } };

describe('a keychain that goes away while Bursar runs', () => {
  it('stops no payout of the session that is open', async () => {
    const app = await start();
    await setUp(app, provider.url, provider);
    good(await app.ask('app.savePreferences', { takeBackSeconds: 0 }));
    const payout = await readyPayout(deskOf(app), await verifiedCustomer(deskOf(app), provider));
    await keyring.takeAway();
    await send(deskOf(app), payout);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); });
    await app.kill();
  });

  it('says so where it is needed, keeps half a profile nowhere, and has everything again once it is back and Bursar is started again', async () => {
    const app = await start();
    await setUp(app, provider.url, provider);
    await keyring.takeAway();
    good(await app.ask('customers.save', { id: null, fields: person('Ada', 'Quay') }));
    expect(await app.ask('profiles.add', profileOf('Another'))).toMatchObject(gone);
    expect(await profiles(app)).toEqual(['Under fire']);
    good(await app.ask('vault.lock', { reason: 'user' }));
    expect(await app.ask('vault.unlock', {})).toMatchObject(gone);
    expect(good(await app.ask('app.state', {})).phase).toBe('locked');
    await app.kill();
    await keyring.bringBack();
    const again = await start();
    expect(good(await again.ask('app.state', {}))).toMatchObject({ phase: 'ready', profile: { name: 'Under fire' } });
    expect(good(await again.ask('customers.list', { query: '', states: [], cursor: null, limit: 10 })).rows).toMatchObject([{ name: 'Ada Quay' }]);
    good(await again.ask('profiles.add', profileOf('Another')));
    await again.kill();
  });
});
