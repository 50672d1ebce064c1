import type { Reply, Request } from '../../preload/contract/api.ts';
import type { ConnectionCheck } from '../../preload/contract/app.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { providerNames, type ProviderId } from '../../preload/contract/provider.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Backups } from '../backup/backups.ts';
import type { Flush } from '../session/flush.ts';
import type { Lifecycle } from '../session/lifecycle.ts';
import type { ProfileBook } from '../session/profile-book.ts';
import type { SetUpChoice } from '../vault/vault-types.ts';
import type { Handlers } from './door.ts';

/** What the handlers of the app itself need: the lifecycle, the profiles, the window and the browser. */
export type AppDoor = {
  readonly lifecycle: Lifecycle;
  readonly book: ProfileBook;
  readonly flush: Flush;
  readonly backups: Backups;
  readonly now: () => number;
  /** Runs the connection test of a profile with a provider of its own. */
  readonly test: (profileId: string) => Promise<Result<readonly ConnectionCheck[], AppError>>;
  readonly windowAction: (action: 'minimize' | 'maximize' | 'close') => void;
  readonly openHelp: (page: Request<'app.openHelp'>['page']) => Promise<void>;
  /** Hears that the person did something. */
  readonly active: () => void;
  /** Hears that the list of profiles, or the one in use, is another now. */
  readonly profilesChanged: () => void;
};

/** The channels that work without an open session. */
export type AppChannel = Extract<keyof Handlers, `app.${string}` | `vault.${string}` | `profiles.${string}` | `backup.${string}`>;

/** The handlers of app.*, vault.*, profiles.* and backup.*: they work without an open session. */
export function appHandlers(door: AppDoor): Pick<Handlers, AppChannel> {
  return { ...shellHandlers(door), ...vaultHandlers(door), ...profileHandlers(door), ...door.backups.handlers };
}

function shellHandlers({ lifecycle, windowAction, openHelp }: AppDoor): Pick<Handlers, Extract<AppChannel, `app.${string}`>> {
  return {
    'app.state': async () => ok(lifecycle.state()),
    'app.savePreferences': async (patch) => lifecycle.savePreferences(defined(patch)),
    'app.window': async ({ action }) => {
      windowAction(action);
      return ok(null);
    },
    'app.sawUnknown': async () => {
      lifecycle.sawUnknown();
      return ok(null);
    },
    'app.openHelp': async ({ page }) => {
      await openHelp(page);
      return ok(null);
    },
  };
}

function vaultHandlers({ lifecycle, flush, active }: AppDoor): Pick<Handlers, Extract<AppChannel, `vault.${string}`>> {
  return {
    'vault.setUp': ({ mode, passphrase }) => {
      if (mode === 'passphrase' && passphrase === undefined) return Promise.resolve(fail(noPassphrase));
      const choice = passphrase === undefined ? { mode } : { mode, passphrase };
      return lifecycle.setUp(choice as SetUpChoice);
    },
    'vault.unlock': ({ passphrase }) => lifecycle.unlock(passphrase),
    'vault.lock': async ({ reason }) => {
      await lifecycle.lock(reason);
      return ok(lifecycle.state().vault);
    },
    'vault.changePassphrase': ({ current, next }) => lifecycle.changePassphrase(current, next),
    'vault.flushed': async () => {
      flush.answered();
      return ok(null);
    },
    'vault.active': async () => {
      active();
      return ok(null);
    },
  };
}

function profileHandlers({ lifecycle, book, test, now, profilesChanged }: AppDoor): Pick<Handlers, Extract<AppChannel, `profiles.${string}`>> {
  const told = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    profilesChanged();
    return value;
  };
  const changes = changingHandlers({ lifecycle, book });
  return {
    'profiles.list': async () => ok([...await book.list()]),
    'profiles.useSandbox': (request) => told(changes['profiles.useSandbox'](request)),
    'profiles.add': (request) => told(changes['profiles.add'](request)),
    'profiles.saveKira': (request) => told(changes['profiles.saveKira'](request)),
    'profiles.rename': (request) => told(changes['profiles.rename'](request)),
    'profiles.replaceSecret': (request) => told(changes['profiles.replaceSecret'](request)),
    'profiles.remove': (request) => told(changes['profiles.remove'](request)),
    'profiles.choose': (request) => told(changes['profiles.choose'](request)),
    'profiles.test': async ({ id }) => {
      const tested = await test(id);
      return tested.ok ? ok(testReport(now(), book.find(id)?.provider ?? 'blaaiz', tested.value)) : tested;
    },
  };
}

/** What changes the list of profiles or the one in use. */
function changingHandlers({ lifecycle, book }: Pick<AppDoor, 'lifecycle' | 'book'>): Pick<Handlers, Exclude<Extract<AppChannel, `profiles.${string}`>, 'profiles.list' | 'profiles.test'>> {
  return {
    'profiles.useSandbox': async ({ provider }) => {
      const made = book.ensureSandbox(provider);
      return made.ok ? lifecycle.chooseProfile(made.value.id) : made;
    },
    'profiles.add': async (request) => {
      const added = await book.add(request);
      return added.ok ? ok(await book.describe(added.value)) : added;
    },
    'profiles.saveKira': async ({ id, settings }) => {
      const before = book.find(id)?.kira?.apiVersion;
      const saved = book.saveKira(id, settings);
      if (!saved.ok) return saved;
      // The version goes out with every request, so another one needs another connection.
      await (before === settings.apiVersion ? lifecycle.redescribe(id) : lifecycle.reopen(id));
      return ok(await book.describe(saved.value));
    },
    'profiles.rename': async ({ id, name }) => {
      const renamed = book.rename(id, name);
      await lifecycle.redescribe(id);
      return renamed.ok ? ok(await book.describe(renamed.value)) : renamed;
    },
    'profiles.replaceSecret': async ({ id, field, value }) => {
      const replaced = await book.replaceSecret(id, field, value);
      if (!replaced.ok) return replaced;
      await lifecycle.reopen(id);
      return ok(await book.describe(replaced.value));
    },
    'profiles.remove': async ({ id }) => {
      await lifecycle.leaveProfile(id);
      return book.remove(id);
    },
    'profiles.choose': ({ id }) => lifecycle.chooseProfile(id),
  };
}

function testReport(at: number, provider: ProviderId, checks: readonly ConnectionCheck[]): Reply<'profiles.test'> {
  const wrong = checks.filter((check) => check.state === 'failed' || check.state === 'warn');
  const lines = wrong.map((check) => `- ${check.label}: ${check.value}${check.fix ? `. ${check.fix}` : ''}`);
  return { at, checks: [...checks], note: wrong.length === 0 ? null : [`Our connection test of the ${providerNames[provider]} API found:`, ...lines].join('\n') };
}

function defined<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const noPassphrase = appError('validation', 'This way of keeping the key needs a passphrase.', { fields: [{ path: 'passphrase', message: 'At least 8 characters.' }] });
