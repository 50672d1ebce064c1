import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startProvider, type TestProvider } from '../../e2e/support/provider.ts';
import { person } from '../../e2e/support/people.ts';
import type { AppUnderFire, LineMode, Rig, StartOptions } from '../under-fire.ts';
import { spawnApp } from './app-process.ts';
import { codeOf, good, setUp } from './asked.ts';
import { createRig } from './rig.ts';

const home = mkdtempSync(join(tmpdir(), 'bursar-rig-test-'));
const nobody = { clientId: 'test-client', clientSecret: 'test-client-secret-of-nobody', scopes: ['wallet:read'] };
const nowhere = 'http://127.0.0.1:9';
let rig: Rig;
let provider: TestProvider;
let lastFolder = 0;
const started: AppUnderFire[] = [];

beforeAll(async () => {
  rig = await createRig();
  provider = await startProvider();
});
afterAll(async () => {
  await Promise.all(started.map((app) => app.kill()));
  await provider.close();
  rmSync(home, { recursive: true, force: true });
});

const freshFolder = () => join(home, `${++lastFolder}`);
const start = async (options: Partial<StartOptions> = {}) => {
  const app = await rig.start({ folder: freshFolder(), ...options });
  started.push(app);
  return app;
};
const stateOf = async (app: AppUnderFire) => good(await app.ask('app.state', {}));
const namesIn = async (app: AppUnderFire) => good(await app.ask('customers.list', { query: '', states: [], cursor: null, limit: 100 })).rows.map((row) => row.name).toSorted();

describe('an app with no browser behind its window', () => {
  it('answers through the door, and finds after a kill what it had', async () => {
    const folder = freshFolder();
    const first = await start({ folder });
    expect((await stateOf(first)).phase).toBe('setup');
    await setUp(first, nowhere, nobody);
    good(await first.ask('customers.save', { id: null, fields: person('Ada', 'Quay') }));
    await first.kill();
    expect(await first.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(await first.ask('app.state', {})).toEqual({ gone: true });
    const second = await start({ folder });
    expect(await stateOf(second)).toMatchObject({ phase: 'ready', profile: { name: 'Under fire' } });
    expect(await namesIn(second)).toEqual(['Ada Quay']);
    await second.quit();
    expect(await second.ended).toMatchObject({ code: 0, signal: null });
  });

  it('refuses a frame inside the page, another origin, and a request that the contract doesn’t know', async () => {
    const room = mkdtempSync(join(home, 'room-'));
    const app = await spawnApp({ folder: freshFolder(), room, env: {} });
    await expect(app.ask('app.state', {}, 'sub-frame')).rejects.toThrow('Refused: a sub-frame asked');
    await expect(app.ask('app.state', {}, 'other-origin')).rejects.toThrow('Refused: another origin asked');
    expect(await app.ask('app.state', { extra: true } as never)).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(await app.ask('app.state', {})).toMatchObject({ ok: true });
    app.child.kill('SIGKILL');
    await app.ended;
  });
});

describe('a clock that is off', () => {
  it('is the app’s from the start, and a jump fires the timers that became due', async () => {
    const before = Date.now() + 600_000;
    const app = await start({ clockAhead: 600_000 });
    await setUp(app, nowhere, nobody);
    await app.setClock(4 * 3_600_000);
    await vi.waitFor(async () => { expect(await stateOf(app)).toMatchObject({ phase: 'locked', lock: { reason: 'idle' } }); });
    const { lock } = await stateOf(app);
    expect(lock?.at).toBeGreaterThan(before + 3 * 3_600_000);
    await app.setClock(-600_000);
    good(await app.ask('vault.unlock', {}));
    expect((await stateOf(app)).phase).toBe('ready');
    await app.kill();
  });

  it('goes on while the machine sleeps, and the app wakes and answers', async () => {
    const app = await start();
    await setUp(app, nowhere, nobody);
    await app.sleep(8 * 3_600_000);
    await vi.waitFor(async () => { expect(await stateOf(app)).toMatchObject({ phase: 'locked', lock: { reason: 'os' } }); });
    good(await app.ask('vault.unlock', {}));
    const { timeline } = good(await app.ask('customers.save', { id: null, fields: person('Bo', 'Late') }));
    expect(timeline[0]?.at).toBeGreaterThan(Date.now() + 7 * 3_600_000);
    await app.kill();
  });
});

describe('a line between app and provider', () => {
  it('carries when open, and fails as the world does when not', async () => {
    const line = await rig.openLine(provider.url);
    const app = await start({ trusted: line.trusted });
    await setUp(app, line.url, provider);
    const { banks } = good(await app.ask('banks.list', { currency: 'NGN' }));
    const lookUp = async () => codeOf(await app.ask('banks.lookup', { bankId: banks[0]?.id ?? '', accountNumber: '0261745519' }));
    const after = async (mode: LineMode) => {
      line.set(mode);
      return lookUp();
    };
    expect(await lookUp()).toBe('ok');
    expect(await after('no-name')).toBe('offline');
    expect((await stateOf(app)).connection.detail).toBe('The network or Blaaiz’s address can’t be reached.');
    expect(await after('open')).toBe('ok');
    expect(await after('bad-certificate')).toBe('tls');
    expect((await stateOf(app)).connection).toMatchObject({ online: false, detail: 'The secure line to Blaaiz could not be made.' });
    expect(await after('refused')).toBe('offline');
    expect(await after('open')).toBe('ok');
    await app.kill();
    await line.close();
  });
});
