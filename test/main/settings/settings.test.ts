import { describe, expect, it } from 'vitest';
import { defaultSettings, type StoredProfile, type StoredSettings } from '../../../main/settings/schema.ts';
import { createSettings, type SettingsPort } from '../../../main/settings/settings.ts';
import { ok } from '../../../preload/contract/result.ts';

type Kept = { port: SettingsPort; saved: StoredSettings[]; aside: number; refuse: boolean };

function kept(content?: unknown): Kept {
  const state: Kept = {
    saved: [], aside: 0, refuse: false,
    port: {
      load: () => content,
      save: (settings) => {
        if (state.refuse) throw new Error('ENOSPC');
        state.saved.push(settings);
      },
      setAside: () => {
        if (state.refuse) throw new Error('EPERM');
        state.aside += 1;
      },
    },
  };
  return state;
}

const profile: StoredProfile = {
  id: 'p1', name: 'Live', provider: 'blaaiz', env: 'live', builtIn: false, baseUrl: 'https://api.example.test', scopes: ['payout:create'], kira: null, addedAt: 5,
};

describe('preferences', () => {
  it('change one by one and are saved before they count', () => {
    const { port, saved } = kept();
    const settings = createSettings(port);
    expect(settings.savePreferences({ density: 'comfortable' })).toMatchObject({ ok: true, value: { density: 'comfortable', theme: 'system' } });
    expect(saved.at(-1)?.preferences.density).toBe('comfortable');
  });

  it('refuse nonsense, naming the field, and stay as they were', () => {
    const { port, saved } = kept();
    const settings = createSettings(port);
    expect(settings.savePreferences({ idleLockMinutes: 0 })).toMatchObject({
      ok: false, error: { code: 'validation', fields: [{ path: 'preferences.idleLockMinutes' }] },
    });
    expect(settings.all()).toEqual(defaultSettings);
    expect(saved).toEqual([]);
  });

  it('stay as they were when the disk refuses', () => {
    const state = kept();
    const settings = createSettings(state.port);
    state.refuse = true;
    expect(settings.savePreferences({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(settings.all().preferences.theme).toBe('system');
  });

  it('are told to listeners until they leave', () => {
    const settings = createSettings(kept().port);
    const themes: string[] = [];
    const leave = settings.onChange((all) => themes.push(all.preferences.theme));
    settings.savePreferences({ theme: 'dark' });
    leave();
    settings.savePreferences({ theme: 'light' });
    expect(themes).toEqual(['dark']);
  });
});

describe('profiles', () => {
  it('are added, renamed, chosen and removed', () => {
    const settings = createSettings(kept().port);
    expect(settings.addProfile(profile)).toEqual(ok(profile));
    expect(settings.addProfile(profile)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(settings.renameProfile('p1', 'Payroll')).toMatchObject({ ok: true, value: { name: 'Payroll' } });
    expect(settings.chooseProfile('p1')).toMatchObject({ ok: true });
    expect(settings.all().lastProfileId).toBe('p1');
    expect(settings.removeProfile('p1')).toEqual(ok(undefined));
    expect(settings.all()).toMatchObject({ profiles: [], lastProfileId: null });
  });

  it('that do not exist are not found', () => {
    const settings = createSettings(kept().port);
    for (const answer of [settings.renameProfile('x', 'y'), settings.removeProfile('x'), settings.chooseProfile('x')]) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });

  it.each([
    { name: '' }, { baseUrl: 'file:///etc/passwd' }, { baseUrl: 'javascript:alert(1)' }, { id: '../x' }, { scopes: ['PAY OUT'] }, { env: 'other' },
  ])('refuse %o', (wrong) => {
    const settings = createSettings(kept().port);
    expect(settings.addProfile({ ...profile, ...wrong } as StoredProfile)).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(settings.all().profiles).toEqual([]);
  });
});

describe('scanners that were used', () => {
  const scanner = (id: string) => ({ id, name: 'Desk', address: 'https://192.168.1.20/eSCL', fingerprint: 'AA:BB' });

  it('are remembered, the last one first, each once, and forgotten when asked', () => {
    const { port, saved } = kept();
    const settings = createSettings(port);
    for (const id of ['a', 'b', 'a']) expect(settings.rememberScanner(scanner(id))).toEqual(ok(undefined));
    expect(saved.at(-1)?.scanners.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(settings.forgetScanner('a')).toEqual(ok(undefined));
    expect(settings.all().scanners).toEqual([scanner('b')]);
  });

  it('are at most twenty: the one used longest ago makes room', () => {
    const settings = createSettings(kept().port);
    for (let number = 0; number < 25; number++) settings.rememberScanner(scanner(`s${number}`));
    expect([settings.all().scanners.length, settings.all().scanners[0]?.id, settings.all().scanners.at(-1)?.id]).toEqual([20, 's24', 's5']);
  });

  it('are none in a file from before there were any, which is no damage', () => {
    const { preferences, window, lastProfileId, profiles } = defaultSettings;
    const settings = createSettings(kept({ preferences, window, lastProfileId, profiles }).port);
    expect([settings.wasDamaged, settings.all().scanners]).toEqual([false, []]);
  });

  it.each([{ address: 'file:///etc/passwd' }, { id: '' }, { name: '' }])('are refused with %o', (wrong) => {
    expect(createSettings(kept().port).rememberScanner({ ...scanner('a'), ...wrong })).toMatchObject({ ok: false, error: { code: 'validation' } });
  });
});

describe('a settings file that is damaged and can not be moved', () => {
  it('is not written over', () => {
    const state = kept('rubbish');
    state.refuse = true;
    const settings = createSettings(state.port);
    state.refuse = false;
    expect(settings.wasDamaged).toBe(true);
    expect(settings.savePreferences({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(state.saved).toEqual([]);
  });
});
