import type { Profile } from '../../preload/contract/app.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { StoredProfile } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import { isStoreFailure, storageError } from '../store/database.ts';
import type { ConnectionKeeper } from './connection.ts';
import type { ProfileBook } from './profile-book.ts';
import type { OpenStore, Session } from './session.ts';

/** What opening needs: `openStore` opens what is encrypted, `openSession` brings one profile to life on it. */
export type OpeningOptions = {
  readonly settings: Settings;
  readonly book: ProfileBook;
  readonly connection: ConnectionKeeper;
  readonly openStore: () => Promise<Result<OpenStore, AppError>>;
  readonly openSession: (store: OpenStore, profile: StoredProfile) => Promise<Result<Session, AppError>>;
};

/** What is open right now, and the only way to open and close it. */
export type Opening = {
  readonly profile: () => Profile | null;
  readonly session: () => Session | null;
  /** What is encrypted and open; null while it isn't. */
  readonly store: () => OpenStore | null;
  /** How many payouts' outcome wasn't known when the profile was opened; 0 once somebody has seen them. */
  readonly unknownAtOpening: () => number;
  readonly sawUnknown: () => void;
  /** Why the store, or the profile used last in it, could not be opened or written, in words; null when it could. */
  readonly problem: () => string | null;
  /** Opens the store if need be, and the profile used last. */
  readonly openAll: () => Promise<Result<null, AppError>>;
  readonly openProfile: (id: string) => Promise<Result<Profile, AppError>>;
  /** Reads the profile's description again. */
  readonly redescribe: (id: string) => Promise<void>;
  readonly closeSession: () => Promise<void>;
  readonly closeAll: () => Promise<void>;
};

/** Runs a step on the store; what the disk refuses is an error, everything else thrown is a bug. */
async function ofStore<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await work();
  } catch (error) {
    if (isStoreFailure(error)) return fail(storageError(error));
    throw error;
  }
}

const wordsOf = ({ message, fix }: AppError) => [message, fix].filter(Boolean).join(' ');

/** Creates the {@link Opening}, with nothing open. */
export function createOpening(options: OpeningOptions): Opening {
  const { settings, book, connection } = options;
  let store: OpenStore | null = null;
  let session: Session | null = null;
  let profile: Profile | null = null;
  let problem: string | null = null;
  let unknown = 0;

  const closeSession = async (): Promise<void> => {
    connection.stop();
    const ending = session;
    session = null;
    profile = null;
    unknown = 0;
    await ending?.close();
  };
  const openProfile = async (id: string): Promise<Result<Profile, AppError>> => {
    const stored = book.find(id);
    if (!stored) return fail(appError('not-found', 'There is no such profile on this computer.'));
    const open = store;
    if (!open) return fail(appError('locked', 'Bursar is locked.', { fix: 'Unlock it to go on.' }));
    await closeSession();
    const opened = await ofStore(() => options.openSession(open, stored));
    if (!opened.ok) return opened;
    session = opened.value;
    unknown = opened.value.unknown();
    profile = await book.describe(stored);
    settings.chooseProfile(id);
    return ok(profile);
  };
  return {
    profile: () => profile, session: () => session, store: () => store, problem: () => problem, unknownAtOpening: () => unknown, sawUnknown: () => { unknown = 0; },
    openProfile, closeSession,
    openAll: async () => {
      if (store && session) return ok(null);
      const opened = store ? ok(store) : await options.openStore();
      problem = opened.ok ? null : wordsOf(opened.error);
      if (!opened.ok) return opened;
      store = opened.value;
      const last = settings.all().lastProfileId;
      const chosen = last && book.find(last) ? await openProfile(last) : ok(null);
      // Without this the person would be asked to set Bursar up anew. Other reasons are the profile's own: another one can be chosen.
      if (chosen.ok || chosen.error.code !== 'storage') return ok(null);
      problem = wordsOf(chosen.error);
      return chosen;
    },
    redescribe: async (id) => {
      const stored = book.find(id);
      if (profile?.id === id && stored) profile = await book.describe(stored);
    },
    closeAll: async () => {
      // What can't be read any more can't be ended properly either; it is closed all the same.
      await ofStore(async () => ok(await closeSession()));
      store?.close();
      store = null;
      problem = null;
    },
  };
}
