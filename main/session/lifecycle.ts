import type { AppState, Preferences, Profile } from '../../preload/contract/app.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Settings } from '../settings/settings.ts';
import type { ProbeResult } from '../vault/probe.ts';
import { toAppError } from '../vault/vault-error.ts';
import type { SetUpChoice, Vault, VaultState } from '../vault/vault-types.ts';
import { isSpent, toAppState } from './app-state.ts';
import type { ConnectionKeeper } from './connection.ts';
import type { Flush } from './flush.ts';
import type { Opening } from './opening.ts';
import { createSequence } from './sequence.ts';
import type { Session } from './session.ts';

/** What the lifecycle is made of. */
export type LifecycleOptions = {
  readonly vault: Vault;
  readonly probe: () => Promise<ProbeResult>;
  readonly settings: Settings;
  readonly opening: Opening;
  readonly connection: ConnectionKeeper;
  readonly flush: Flush;
  readonly emit: (state: AppState) => void;
  readonly now: () => number;
  readonly version: string;
  readonly platform: NodeJS.Platform;
};

/** The reasons a person or the system can have for locking. */
export type LockReason = NonNullable<AppState['lock']>['reason'];

/** The app from start to end: set up, locked, open on a profile. Steps run one at a time. */
export type Lifecycle = {
  readonly state: () => AppState;
  readonly session: () => Session | null;
  readonly start: () => Promise<void>;
  readonly setUp: (choice: SetUpChoice) => Promise<Result<AppState['vault'], AppError>>;
  readonly unlock: (passphrase?: string) => Promise<Result<AppState['vault'], AppError>>;
  readonly lock: (reason: Exclude<LockReason, 'start'>) => Promise<void>;
  readonly changePassphrase: (current: string | null, next: string | null) => Promise<Result<AppState['vault'], AppError>>;
  readonly chooseProfile: (id: string) => Promise<Result<Profile, AppError>>;
  /** Drops the profile from the screen when it has just been removed. */
  readonly leaveProfile: (id: string) => Promise<void>;
  /** Tells the screen the profile's new name. */
  readonly redescribe: (id: string) => Promise<void>;
  /** Starts the profile's session anew when it is the one in use, since its keys changed. */
  readonly reopen: (id: string) => Promise<void>;
  readonly savePreferences: (patch: Partial<Preferences>) => Result<Preferences, AppError>;
  /** The payouts whose outcome wasn't known at opening have been shown. */
  readonly sawUnknown: () => void;
  /** Closes what is open, runs `swap`, which puts other data in its place, and opens what is there then; the passphrase is for the vault that came along. */
  readonly replaceData: (swap: () => Promise<Result<null, AppError>>, passphrase: string | null) => Promise<Result<null, AppError>>;
  /** Closes what is open and opens it anew, after the store was found damaged at work. */
  readonly recheck: () => Promise<void>;
  /** Tells the screen again, after something outside changed. */
  readonly refresh: () => void;
  readonly close: () => Promise<void>;
};

type VaultAnswer = Promise<Result<AppState['vault'], AppError>>;

/** Creates the {@link Lifecycle}; nothing happens before `start`. */
export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { vault, opening, emit } = options;
  const inOrder = createSequence();
  const moment: Moment = { started: false, closing: false, probe: null, lock: null, replacing: false };
  const state = () => stateOf(options, moment);
  const refresh = () => { if (!moment.replacing) emit(state()); };
  const step = <T>(work: () => Promise<T>): Promise<T> => inOrder(async () => {
    const answer = await work();
    refresh();
    return answer;
  });
  const answerWith = (result: Result<unknown, AppError>) => (result.ok ? ok(state().vault) : result);
  const openUp = async (opened: Awaited<ReturnType<Vault['unlock']>>): VaultAnswer => {
    if (!opened.ok) return fail(toAppError(opened.error));
    const all = await opening.openAll();
    if (all.ok) Object.assign(moment, { lock: null, closing: false });
    return answerWith(all);
  };
  const unlockNow = async (passphrase?: string): VaultAnswer => openUp(await vault.unlock(passphrase === undefined ? {} : { passphrase }));

  return {
    state, refresh,
    session: opening.session,
    start: () => step(() => start(options, moment, unlockNow, refresh)),
    setUp: (choice) => step(async () => openUp(await vault.setUp(choice))),
    unlock: (passphrase) => step(() => unlockNow(passphrase)),
    lock: (reason) => step(() => lockNow(options, moment, reason, refresh)),
    changePassphrase: (current, next) => step(async () => {
      const changed = await vault.changePassphrase({ ...(current === null ? {} : { current }), next });
      return answerWith(changed.ok ? changed : fail(toAppError(changed.error)));
    }),
    chooseProfile: (id) => step(async () => (moment.closing ? fail(lockedNow) : opening.openProfile(id))),
    leaveProfile: (id) => step(async () => { if (opening.profile()?.id === id) await opening.closeSession(); }),
    redescribe: (id) => step(() => opening.redescribe(id)),
    reopen: (id) => step(async () => { if (opening.profile()?.id === id) await opening.openProfile(id); }),
    sawUnknown: () => {
      opening.sawUnknown();
      refresh();
    },
    replaceData: (swap, passphrase) => step(async () => {
      if (vault.state().phase === 'unlocked' && !moment.closing) await options.flush.ask();
      moment.replacing = true;
      const open = (now: VaultState) => (now.phase === 'unlocked' ? openUp(ok(now)) : unlockNow(now.needsPassphrase ? passphrase ?? '' : undefined));
      return replaceData(options, swap, open).finally(() => { moment.replacing = false; });
    }),
    recheck: () => step(() => recheck(options)),
    savePreferences: (patch) => {
      const saved = options.settings.savePreferences(patch);
      refresh();
      return saved;
    },
    close: () => inOrder(async () => {
      await opening.closeAll();
      if (vault.state().quality === 'session-only') forgetProfiles(options.settings);
      if (vault.state().phase === 'unlocked') await vault.lock('user');
    }),
  };
}

/** Opens what stands in the data folder after the swap; where there is no vault any more, setting one up comes next. */
async function replaceData({ vault, opening }: LifecycleOptions, swap: () => Promise<Result<null, AppError>>, open: (state: VaultState) => VaultAnswer): Promise<Result<null, AppError>> {
  await opening.closeAll();
  const swapped = await swap();
  const state = vault.state();
  const opened = state.phase === 'unset' ? ok(null) : await open(state);
  if (!swapped.ok) return swapped;
  return opened.ok ? ok(null) : opened;
}

async function recheck({ vault, opening }: LifecycleOptions): Promise<void> {
  if (vault.state().phase !== 'unlocked') return;
  await opening.closeAll();
  await opening.openAll();
}

const lockedNow = appError('locked', 'Bursar is locked.', { fix: 'Unlock it to go on.' });

/** Their keys were only in memory, so nothing of them is of use any more. */
function forgetProfiles(settings: Settings): void {
  for (const { id } of settings.all().profiles) settings.removeProfile(id);
}

/** What the lifecycle itself remembers; `replacing` while other data is put in place: what is shown stays until it is there. `closing` also while
 * a session that is kept nowhere rests behind the lock. */
type Moment = { started: boolean; closing: boolean; probe: ProbeResult | null; lock: AppState['lock']; replacing: boolean };

function stateOf({ vault, settings, opening, connection, version, platform }: LifecycleOptions, moment: Moment): AppState {
  return toAppState({
    ...moment, version, platform, vault: vault.state(), profile: opening.profile(), problem: opening.problem(),
    preferences: settings.all().preferences, connection: connection.state(), unknownAtOpening: opening.unknownAtOpening(),
  });
}

async function start(options: LifecycleOptions, moment: Moment, unlock: () => VaultAnswer, refresh: () => void): Promise<void> {
  const { phase, mode, needsPassphrase } = options.vault.state();
  if (isSpent({ phase, mode })) forgetProfiles(options.settings);
  else if (phase === 'locked') moment.lock = { at: options.now(), reason: 'start' };
  if (phase === 'locked' && mode !== 'session-only' && !needsPassphrase) await unlock();
  moment.started = true;
  // The keychain may take seconds to answer, so nobody waits for it.
  void options.probe().then((answer) => {
    moment.probe = answer;
    refresh();
  });
}

async function lockNow(options: LifecycleOptions, moment: Moment, reason: Exclude<LockReason, 'start'>, refresh: () => void): Promise<void> {
  const { vault, flush, opening, now } = options;
  if (vault.state().phase !== 'unlocked' || moment.closing) return;
  await flush.ask();
  // The window goes blank now; what is being sent may take a moment longer to be written down.
  moment.closing = true;
  moment.lock = { at: now(), reason };
  refresh();
  // The key is nowhere else: without it everything of the session would be lost, also what is on its way.
  if (vault.state().quality === 'session-only') return opening.closeSession();
  await opening.closeAll();
  await vault.lock(reason);
  moment.closing = false;
}
