import { describe, expect, it } from 'vitest';
import { createAudit } from '../../../main/audit/audit.ts';
import { createTroubles, isQuiet, markStore, profilesForBackup, storeTrouble } from '../../../main/session/safekeeping.ts';
import { defaultSettings, type StoredProfile, type StoredSettings } from '../../../main/settings/schema.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { memoryStore } from '../store/open.ts';

const profile = (id: string, name = id): StoredProfile => ({
  id, name, provider: 'blaaiz', env: 'sandbox', builtIn: false, baseUrl: 'https://api.example.com', scopes: [], addedAt: 1, kira: null,
});

function settingsWith(profiles: StoredProfile[]) {
  let kept: StoredSettings = { ...defaultSettings, profiles, lastProfileId: profiles[0]?.id ?? null };
  return createSettings({ load: () => kept, save: (next) => { kept = next; }, setAside: () => undefined });
}

describe('profiles in a backup', () => {
  it('come back, and those that were added since stay', () => {
    const before = profilesForBackup(settingsWith([profile('a', 'As it was')])).read();
    expect(before.ids).toEqual(['a']);
    const settings = settingsWith([profile('a', 'Renamed'), profile('b')]);
    expect(profilesForBackup(settings).put(JSON.parse(JSON.stringify(before.plain)))).toEqual({ ok: true, value: null });
    expect(settings.all().profiles.map(({ name }) => name)).toEqual(['As it was', 'b']);
    expect(settings.all().lastProfileId).toBe('a');
  });

  it('leave everything as it is when they are of another shape', () => {
    const settings = settingsWith([profile('b')]);
    expect(profilesForBackup(settings).put({ profiles: [{ id: 'a' }] })).toMatchObject({ ok: true });
    expect(settings.all().profiles.map(({ id }) => id)).toEqual(['b']);
  });
});

it('writes a restore into the log of every profile, and counts what there is', () => {
  const store = memoryStore();
  createAudit(store, 'a').append({ at: 1, actor: 'A', what: 'x', subjectKind: 'vault', subjectId: 'v' });
  expect(markStore(store, 20, 10, 'Femke')).toEqual({ payouts: 0, open: 0, customers: 0 });
  const last = store.get<{ what: string; actor: string; detail: string }>('SELECT what, actor, detail FROM audit WHERE profile_id = ? ORDER BY number DESC', ['a']);
  expect(last).toEqual({ what: 'vault.restore', actor: 'Femke', detail: JSON.stringify({ madeAt: 10, open: 0 }) });
  expect(createAudit(store, 'a').verify()).toMatchObject({ ok: true });
  expect([isQuiet(store), isQuiet(undefined)]).toEqual([true, true]);
  store.close();
});

it('remembers the first trouble of a session', () => {
  const troubles = createTroubles();
  troubles.note(storeTrouble('SQLITE_FULL'));
  troubles.note(storeTrouble('SQLITE_IOERR'));
  expect(troubles.words()).toBe('The disk was full in this session.');
  troubles.clear();
  expect(troubles.words()).toBeNull();
});
