import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../main/settings/schema.ts';
import { createSettings, type Settings, type SettingsPort } from '../../../main/settings/settings.ts';

// The real electron-store, with an electron in which nothing is running: the package would fetch Electron when imported.
let hooks: ReturnType<typeof registerHooks> | undefined;
let createElectronSettings: (dir: string, now: () => number) => SettingsPort;
let dir = '';
const file = (): string => path.join(dir, 'settings.json');
const open = (): Settings => createSettings(createElectronSettings(dir, () => Date.UTC(2026, 10, 2)));

beforeAll(async () => {
  hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: 'data:text/javascript,export default {}', shortCircuit: true } : next(specifier, context),
  });
  ({ createElectronSettings } = await import('../../../main/settings/electron-settings.ts'));
});
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bursar-settings-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));
afterAll(() => {
  hooks?.deregister();
});

describe('settings in electron-store', () => {
  it('are the defaults on a new computer, and no file yet', async () => {
    const settings = open();
    expect(settings.all()).toEqual(defaultSettings);
    expect(settings.wasDamaged).toBe(false);
    expect(await readdir(dir)).toEqual([]);
  });

  it('survive a restart, in a file of their own that only the user can read', async () => {
    const settings = open();
    settings.savePreferences({ theme: 'dark', idleLockMinutes: 15 });
    settings.saveWindow({ x: 10, y: -20, width: 900, height: 700, maximized: true });
    settings.addProfile({
      id: 'p1', name: 'Live', provider: 'blaaiz', env: 'live', builtIn: false, baseUrl: 'https://api.example.test', scopes: ['payout:create'], kira: null, addedAt: 5,
    });
    settings.chooseProfile('p1');
    expect(open().all()).toEqual(settings.all());
    expect(open().all()).toMatchObject({ preferences: { theme: 'dark', idleLockMinutes: 15 }, lastProfileId: 'p1', window: { y: -20 } });
    expect(await readdir(dir)).toEqual(['settings.json']);
    if (process.platform !== 'win32') expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['cut short', '{"preferences": {"the'],
    ['of another shape', '{"preferences": 5}'],
    ['empty', ''],
    ['holding a key that is not known', JSON.stringify({ ...defaultSettings, token: 'x' })],
  ])('are kept aside when %s, and the defaults take their place', async (_how, text) => {
    await writeFile(file(), text);
    const settings = open();
    expect(settings.wasDamaged).toBe(true);
    expect(settings.all()).toEqual(defaultSettings);
    const aside = 'settings.json.broken-2026-11-02T00-00-00-000Z';
    expect(await readFile(path.join(dir, aside), 'utf8')).toBe(text);
    expect(settings.savePreferences({ theme: 'light' })).toMatchObject({ ok: true });
    expect(open().all().preferences.theme).toBe('light');
    expect((await readdir(dir)).toSorted()).toEqual(['settings.json', aside]);
  });
});
