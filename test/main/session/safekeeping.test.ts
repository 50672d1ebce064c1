import { describe, expect, it } from 'vitest';
import { createAudit } from '../../../main/audit/audit.ts';
import { createTroubles, isQuiet, markStore, profilesForBackup, recordEverywhere, storeTrouble } from '../../../main/session/safekeeping.ts';
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

it('tells of each profile in a backup where its keys go, and whether it is here', () => {
  const settings = settingsWith([profile('a')]);
  const held = { profiles: [profile('a'), { ...profile('b', 'Forged'), env: 'live' as const, baseUrl: 'https://api.evil.example:8443/' }, { ...profile('sandbox'), builtIn: true }], lastProfileId: null };
  expect(profilesForBackup(settings).look(held)).toEqual({ ok: true, value: [
    { name: 'a', provider: 'blaaiz', env: 'sandbox', host: 'api.example.com', known: true },
    { name: 'Forged', provider: 'blaaiz', env: 'live', host: 'api.evil.example:8443', known: false },
    { name: 'sandbox', provider: 'blaaiz', env: 'sandbox', host: null, known: false },
  ] });
  expect(profilesForBackup(settings).look({ profiles: [{ ...profile('a'), baseUrl: 'https://evil.example' }], lastProfileId: null })).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

it('writes an act that concerns the whole vault into the log of each profile', async () => {
  const store = memoryStore();
  expect(await recordEverywhere(store, ['a', 'b'], { at: 5, actor: 'Femke', what: 'backup.make', detail: { kind: 'asked' } })).toEqual({ ok: true, value: null });
  expect(store.all('SELECT profile_id AS id, what, subject_kind AS kind FROM audit ORDER BY profile_id')).toEqual([{ id: 'a', what: 'backup.make', kind: 'vault' }, { id: 'b', what: 'backup.make', kind: 'vault' }]);
  store.close();
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
