import { hkdfSync, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventPayloads, Topic } from '../../preload/contract/api.ts';
import type { ConnectionCheck } from '../../preload/contract/app.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { providerNames } from '../../preload/contract/provider.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAnchor } from '../audit/anchors.ts';
import { createBackups, type Backups } from '../backup/backups.ts';
import { restoringFolder } from '../backup/places.ts';
import type { Log } from '../log/log.ts';
import { kindOfCode } from '../providers/failure.ts';
import type { Fetch } from '../providers/http-types.ts';
import type { Scanners } from '../scanner/scanners.ts';
import type { Settings } from '../settings/settings.ts';
import { createIdleLock, type IdleLock } from '../vault/idle-lock.ts';
import { createKeychain } from '../vault/keychain.ts';
import { probeKeychain } from '../vault/probe.ts';
import { createProfileSecrets } from '../vault/profile-secrets.ts';
import type { SecretStore } from '../vault/secret-store.ts';
import { systemTimers } from '../vault/timers.ts';
import type { Vault } from '../vault/vault-types.ts';
import { createVault } from '../vault/vault.ts';
import { connectProvider, type ConnectOptions } from './connect.ts';
import { createConnection, type ConnectionKeeper } from './connection.ts';
import { createFlush, type Flush } from './flush.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createOpening, type Opening } from './opening.ts';
import { createProfileBook, type ProfileBook } from './profile-book.ts';
import { readPracticeMailbox } from './practice-mailbox.ts';
import { createProviderTime, type ProviderTime } from './provider-time.ts';
import { createTroubles, isQuiet, markStore, profilesForBackup, recordEverywhere, type Troubles } from './safekeeping.ts';
import { forgetful } from './sandbox-options.ts';
import { createSandboxRunner } from './sandbox-runner.ts';
import { openStore } from './open-store.ts';
import { openSession, type Session, type SessionOptions } from './session.ts';

/** What the house stands on: a folder, the settings, the host's fetch, and where news for the screen goes. */
export type HouseOptions = {
  readonly folder: string;
  readonly settings: Settings;
  readonly fetch: Fetch;
  readonly log: Log;
  readonly sandboxWorker: string;
  readonly sandbox: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  /** The system's clipboard, as text. */
  readonly clipboard: { readonly write: (text: string) => void; readonly read: () => Promise<string> | string };
  /** Lets the person choose a folder: its full path, null when they chose none. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Lets the person choose where a file with this name goes: its full path, null when they chose none. */
  readonly saveFile: (name: string) => Promise<string | null>;
  /** Lets the person choose where backups go, or a backup: a full path, null when they chose none. */
  readonly chooseBackup: { readonly folder: () => Promise<string | null>; readonly file: () => Promise<string | null> };
  readonly scanners: Scanners;
  readonly tell: <E extends keyof EventPayloads>(event: E, payload: EventPayloads[E]) => void;
};

/** Everything behind the door that isn't Electron. */
export type House = {
  readonly lifecycle: Lifecycle;
  readonly book: ProfileBook;
  readonly flush: Flush;
  readonly backups: Backups;
  readonly idleLock: IdleLock;
  readonly active: () => void;
  /** Tells the screen that the list of profiles, or the one in use, is another now. */
  readonly profilesChanged: () => void;
  readonly test: (profileId: string) => Promise<Result<readonly ConnectionCheck[], AppError>>;
  readonly close: () => Promise<void>;
};

/** Builds vault, profiles, provider connections and the lifecycle on top of them; nothing runs before `lifecycle.start`. */
export async function createHouse(options: HouseOptions): Promise<House> {
  const { folder, settings, tell, log } = options;
  const now = () => Date.now();
  const keychain = createKeychain();
  // A restore that was cut off is ended before anything is read.
  if (existsSync(join(folder, restoringFolder))) await (await import('../backup/swap.ts')).finishSwap(folder, profilesForBackup(settings).put);
  const vault = await createVault({ dir: folder, keychain, now, hasEncryptedData: async () => existsSync(join(folder, 'bursar.db')) });
  const secrets = createProfileSecrets(vault.secrets, vault.id);
  const book = createProfileBook({ settings, secrets, now, newId: randomUUID });
  const sandbox = createSandboxRunner(options.sandboxWorker, () => sandboxOptionsFor(vault, options.sandbox));
  const connection = createConnection({ now, after: systemTimers.after, probe: async () => lifecycle.session()?.probe(), onChange: () => { lifecycle.refresh(); } });
  const providerTime = createProviderTime(now);
  const surroundings = surroundingsOf(options, { connection, providerTime, session: () => lifecycle.session(), profile: () => opening.profile() });
  const troubles = createTroubles();
  const suspicion = { open: false };
  const flush = createFlush(() => { tell('locking', {}); }, systemTimers.after);
  const opening = createOpening({
    settings, book, connection,
    openStore: () => openStore({ vault, folder, now, troubles, suspicion, damaged: () => void lifecycle.recheck() }),
    openSession: (store, profile) => openSession({
      now, newId: randomUUID, preferences: () => settings.all().preferences, clipboard: options.clipboard,
      profiles: () => settings.all().profiles, kiraSettings: (id) => settings.profile(id)?.kira ?? null, mailbox: () => readPracticeMailbox(sandbox, fetch),
      saveKiraSettings: (id, kira) => {
        settings.saveKira(id, kira);
        void lifecycle.redescribe(id);
      },
      tellClipboard: (event) => { tell('clipboard', event); },
      connect: (each) => connectProvider({ sandbox, secrets, surroundings }, each), providerTime,
      scanning: scanningOf(options), notify: batchNews(tell), chooseFolder: options.chooseFolder, progress: (event) => { tell('progress', event); },
      audit: { anchor: (id) => createAnchor(vault, id), saveFile: options.saveFile, version: options.version }, log,
    }, store, profile),
  });
  const lifecycle: Lifecycle = createLifecycle({
    vault, settings, opening, connection, flush, now, version: options.version, platform: options.platform,
    probe: () => probeKeychain(keychain), emit: (state) => { tell('state', state); },
  });
  const { idleLock, active } = idleLockOf(settings, vault, lifecycle);
  const backups = backupsOf(options, { vault, keychain, opening, lifecycle, troubles });
  backups.start();
  return {
    lifecycle, book, flush, idleLock, backups, active,
    profilesChanged: () => { tell('changed', { topics: ['profiles'], id: null }); },
    test: (profileId) => testProfile({ sandbox, secrets, surroundings: { ...surroundings, onReach: () => undefined, onServerTime: () => undefined } }, book, profileId),
    close: async () => {
      idleLock.stop();
      backups.stop();
      await lifecycle.close();
      await sandbox.stop();
    },
  };
}

type Heard = { readonly connection: ConnectionKeeper; readonly providerTime: ProviderTime; readonly session: () => Session | null; readonly profile: Opening['profile'] };

/** What provider clients stand on, and who hears of what they meet. */
function surroundingsOf({ fetch, log }: HouseOptions, { connection, providerTime, session, profile }: Heard): ConnectOptions['surroundings'] {
  return {
    fetch, clock: () => Date.now(), random: Math.random,
    log: ({ status, method, ...line }) => { log.info('http', { ...line, method: method as 'GET', ...(typeof status === 'number' ? { status } : { code: status }) }); },
    onBudget: (budget) => { connection.budget(budget); }, onServerTime: providerTime.hear,
    onReach: (online, detail) => {
      const wasOnline = connection.state().online;
      session()?.away.reached(online);
      connection.reached(online, detail === null ? null : unreachable(detail, providerNames[profile()?.provider ?? 'blaaiz']));
      if (online && !wasOnline) session()?.online();
    },
  };
}

/** Locks when nobody did anything for the time that is set. */
function idleLockOf(settings: Settings, vault: Vault, lifecycle: Lifecycle): Pick<House, 'idleLock' | 'active'> {
  const now = () => Date.now();
  let lastActive = now();
  const idleLock = createIdleLock({
    now, timers: systemTimers, getIdleSeconds: () => (now() - lastActive) / 1000, limitMinutes: () => settings.all().preferences.idleLockMinutes,
    canLock: () => vault.state().phase === 'unlocked', lock: (reason) => void lifecycle.lock(reason),
  });
  return { idleLock, active: () => { lastActive = now(); } };
}

type Behind = { readonly vault: Vault; readonly keychain: SecretStore; readonly opening: Opening; readonly lifecycle: Lifecycle; readonly troubles: Troubles };

/** Backups of what is open, into which restores go too. */
function backupsOf({ folder, version, settings, chooseBackup, tell }: HouseOptions, { vault, keychain, opening, lifecycle, troubles }: Behind): Backups {
  return createBackups({
    folder, version, now: () => Date.now(), timers: systemTimers, vault, keychain, profiles: profilesForBackup(settings), choose: chooseBackup, store: opening.store,
    mark: (database, at, from) => markStore(database, at, from, settings.all().preferences.userName || 'You'),
    record: async ({ what, by, detail }) => {
      const database = opening.store()?.database;
      const { profiles, preferences } = settings.all();
      const actor = by === 'app' ? 'Bursar' : preferences.userName || 'You';
      const done = database ? await recordEverywhere(database, profiles.map(({ id }) => id), { at: Date.now(), actor, what, detail }) : ok(null);
      tell('changed', { topics: ['audit'], id: null });
      return done;
    },
    trouble: () => troubles.words() ?? lifecycle.session()?.auditLog.held()?.message ?? null,
    quiet: () => isQuiet(opening.store()?.database),
    replace: async (swap, passphrase) => {
      const done = await lifecycle.replaceData(swap, passphrase);
      tell('changed', { topics: everything, id: null });
      return done;
    },
    changed: () => { tell('changed', { topics: ['backup'], id: null }); },
  });
}

const everything: readonly Topic[] = ['customers', 'payouts', 'wallets', 'banks', 'payees', 'profiles', 'accounts', 'recipients', 'captures', 'repairs', 'limits', 'away', 'audit', 'backup'];

/** Scanning for every session: scanners are remembered for all profiles. */
function scanningOf({ scanners, settings, tell }: HouseOptions): SessionOptions['scanning'] {
  return {
    scanners, tellScanners: (event) => { tell('scanners', event); }, tellScan: (event) => { tell('scan', event); },
    memory: { all: () => settings.all().scanners, remember: settings.rememberScanner, forget: settings.forgetScanner },
  };
}

/** Why the provider isn't reached, in words; `code` is the machine's own. */
function unreachable(code: string, name: string): string {
  const words: Readonly<Record<string, string>> = {
    offline: `The network or ${name}’s address can’t be reached.`, timeout: `${name} does not answer in time.`, tls: `The secure line to ${name} could not be made.`,
  };
  return words[kindOfCode(code)] ?? `The line to ${name} broke.`;
}

/** The sandbox's state is sealed with a key of its own from the data key: people type real names into it. A vault that keeps nothing has a
 *  sandbox that keeps nothing. */
async function sandboxOptionsFor(vault: Vault, options: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  if (vault.state().quality === 'session-only') return forgetful(options);
  const key = await vault.withKey((dataKey) => new Uint8Array(hkdfSync('sha256', dataKey, '', 'bursar sandbox state', 32)));
  return key.ok ? { ...options, stateKey: key.value } : forgetful(options);
}

async function testProfile(connect: ConnectOptions, book: ProfileBook, id: string): Promise<Result<readonly ConnectionCheck[], AppError>> {
  const profile = book.find(id);
  if (!profile) return fail(appError('not-found', 'There is no such profile on this computer.'));
  const provider = await connectProvider(connect, profile);
  if (!provider.ok) return provider;
  try {
    return ok(await provider.value.test());
  } finally {
    provider.value.close();
  }
}

/** Gathers what changed within one turn into one event, so that a busy moment is one message. */
function batchNews(tell: HouseOptions['tell']): (topic: Topic, id: string | null) => void {
  let waiting: { topics: Set<Topic>; ids: Set<string | null> } | null = null;
  return (topic, id) => {
    if (waiting) {
      waiting.topics.add(topic);
      waiting.ids.add(id);
      return;
    }
    waiting = { topics: new Set([topic]), ids: new Set([id]) };
    setImmediate(() => {
      if (!waiting) return;
      const [only = null] = waiting.ids;
      tell('changed', { topics: [...waiting.topics], id: waiting.ids.size === 1 ? only : null });
      waiting = null;
    });
  };
}
