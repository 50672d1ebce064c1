import { appError, type AppError } from '../../preload/contract/errors.ts';
import type { KiraSettings, Preferences } from '../../preload/contract/app.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { maxKnownScanners, type KnownScanner } from '../../preload/contract/scanning.ts';
import {
  defaultSettings, settingsSchema, type RemovedProfile, type StoredProfile, type StoredSettings, type WindowState,
} from './schema.ts';

/** Where settings are kept. `load` hands back what is there, unchecked, or `undefined` if nothing is; `save` may throw. */
export type SettingsPort = {
  readonly load: () => unknown;
  readonly save: (settings: StoredSettings) => void;
  /** Keeps a damaged file under another name. */
  readonly setAside: () => void;
};

/** Preferences, window state and profiles without their secrets. Every change is checked and saved before it counts; errors:
 *  validation, conflict, not-found, storage. */
export type Settings = {
  readonly all: () => StoredSettings;
  /** Whether a damaged file was found and kept aside at the start, for a notice. */
  readonly wasDamaged: boolean;
  readonly savePreferences: (patch: Partial<Preferences>) => Result<Preferences, AppError>;
  readonly saveWindow: (state: WindowState) => Result<WindowState, AppError>;
  readonly addProfile: (profile: StoredProfile) => Result<StoredProfile, AppError>;
  readonly renameProfile: (id: string, name: string) => Result<StoredProfile, AppError>;
  /** Saves what a Kira profile holds beside its keys. */
  readonly saveKira: (id: string, kira: KiraSettings) => Result<StoredProfile, AppError>;
  /** Removes a profile; if it was the last one used, none is. With a `mark` it is remembered among the removed. */
  readonly removeProfile: (id: string, mark?: string | null) => Result<void, AppError>;
  /** Takes over the profiles of a restored backup: each replaces the one of its id, the others stay. `last` is the one to open, null leaves it. */
  readonly adoptProfiles: (profiles: readonly StoredProfile[], last: string | null) => Result<void, AppError>;
  readonly profile: (id: string) => StoredProfile | undefined;
  /** Remembers the profile in use. */
  readonly chooseProfile: (id: string) => Result<StoredProfile, AppError>;
  /** Remembers a scanner, before all others; the one used longest ago makes room. */
  readonly rememberScanner: (scanner: KnownScanner) => Result<void, AppError>;
  readonly forgetScanner: (id: string) => Result<void, AppError>;
  /** Calls `listener` after each saved change; hands back the function that ends it. */
  readonly onChange: (listener: (settings: StoredSettings) => void) => () => void;
};

type Loaded = { readonly settings: StoredSettings; readonly damaged: boolean; readonly writable: boolean };

function movedAside(port: SettingsPort): boolean {
  try {
    port.setAside();
    return true;
  } catch {
    return false;
  }
}

function load(port: SettingsPort): Loaded {
  let found: unknown;
  try {
    found = port.load();
  } catch {
    found = null;
  }
  if (found === undefined) return { settings: defaultSettings, damaged: false, writable: true };
  const parsed = settingsSchema.safeParse(found);
  if (parsed.success) return { settings: parsed.data, damaged: false, writable: true };
  return { settings: defaultSettings, damaged: true, writable: movedAside(port) };
}

function invalid(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): AppError {
  const fields = issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  return appError('validation', 'This setting can not be saved.', { fields });
}

function scannerMemory(all: () => StoredSettings, save: (next: StoredSettings) => Result<StoredSettings, AppError>): Pick<Settings, 'rememberScanner' | 'forgetScanner'> {
  const keep = (scanners: KnownScanner[]): Result<void, AppError> => {
    const saved = save({ ...all(), scanners });
    return saved.ok ? ok(undefined) : saved;
  };
  const without = (gone: string) => all().scanners.filter(({ id }) => id !== gone);
  return {
    rememberScanner: (scanner) => keep([scanner, ...without(scanner.id)].slice(0, maxKnownScanners)),
    forgetScanner: (id) => keep(without(id)),
  };
}

const noProfile = fail(appError('not-found', 'There is no such profile.'));

function profileList(all: () => StoredSettings, save: (next: StoredSettings) => Result<StoredSettings, AppError>): Pick<Settings, 'removeProfile' | 'adoptProfiles'> {
  const keep = (profiles: StoredProfile[], lastProfileId: string | null, removed: RemovedProfile[] = all().removed): Result<void, AppError> => {
    const saved = save({ ...all(), profiles, lastProfileId, removed });
    return saved.ok ? ok(undefined) : saved;
  };
  return {
    removeProfile: (id, mark = null) => {
      const { profiles, lastProfileId } = all();
      const gone = profiles.find((each) => each.id === id);
      if (gone === undefined) return noProfile;
      const removed = all().removed.filter((each) => each.id !== id);
      if (mark !== null) removed.unshift({ id, provider: gone.provider, env: gone.env, mark });
      return keep(profiles.filter((each) => each.id !== id), lastProfileId === id ? null : lastProfileId, removed.slice(0, 50));
    },
    adoptProfiles: (adopted, last) => {
      const { profiles, lastProfileId } = all();
      return keep([...adopted, ...profiles.filter(({ id }) => !adopted.some((each) => each.id === id))], last ?? lastProfileId);
    },
  };
}

/** Opens the settings kept behind `port`. A damaged or unknown content is kept aside and the defaults take its place. */
export function createSettings(port: SettingsPort): Settings {
  const loaded = load(port);
  let current = loaded.settings;
  const listeners = new Set<(settings: StoredSettings) => void>();

  const save = (next: StoredSettings): Result<StoredSettings, AppError> => {
    const parsed = settingsSchema.safeParse(next);
    if (!parsed.success) return fail(invalid(parsed.error.issues));
    try {
      // A damaged file that could not be moved is not written over either.
      if (!loaded.writable) throw new Error('in the way');
      port.save(parsed.data);
    } catch {
      return fail(appError('storage', 'The settings could not be saved.', { fix: 'Check free space and permissions, then try again.' }));
    }
    current = parsed.data;
    for (const listener of listeners) listener(current);
    return ok(current);
  };
  const profile = (id: string): StoredProfile | undefined => current.profiles.find((each) => each.id === id);
  const savedProfile = (saved: Result<StoredSettings, AppError>, id: string): Result<StoredProfile, AppError> => {
    if (!saved.ok) return saved;
    const found = profile(id);
    return found ? ok(found) : noProfile;
  };
  const changeProfile = (id: string, change: Partial<StoredProfile>): Result<StoredProfile, AppError> => {
    if (!profile(id)) return noProfile;
    const profiles = current.profiles.map((each) => each.id === id ? { ...each, ...change } : each);
    return savedProfile(save({ ...current, profiles }), id);
  };

  return {
    all: () => current,
    wasDamaged: loaded.damaged,
    profile,
    savePreferences: (patch) => {
      const saved = save({ ...current, preferences: { ...current.preferences, ...patch } });
      return saved.ok ? ok(saved.value.preferences) : saved;
    },
    saveWindow: (state) => {
      const saved = save({ ...current, window: state });
      return saved.ok ? ok(saved.value.window) : saved;
    },
    addProfile: (added) => {
      if (profile(added.id)) return fail(appError('conflict', 'There is a profile of this id already.'));
      return savedProfile(save({ ...current, profiles: [...current.profiles, added] }), added.id);
    },
    renameProfile: (id, name) => changeProfile(id, { name }),
    saveKira: (id, kira) => (profile(id)?.provider === 'kira' ? changeProfile(id, { kira }) : noProfile),
    chooseProfile: (id) => profile(id) ? savedProfile(save({ ...current, lastProfileId: id }), id) : noProfile,
    ...profileList(() => current, save),
    ...scannerMemory(() => current, save),
    onChange: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
