import path from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAttemptDelay, type AttemptDelay } from './attempt-delay.ts';
import { readIfPresent } from './atomic-file.ts';
import type { LockReason } from './idle-lock.ts';
import { createKeyHolder, type KeyHolder } from './key-holder.ts';
import { keyKeepingDefaults } from './key-keeping.ts';
import { createKeyedQueue, type KeyedQueue } from './queue.ts';
import type { WithKey } from './sealed-file.ts';
import { vaultError, type VaultError } from './vault-error.ts';
import { readVaultFile, type VaultRecord } from './vault-file.ts';
import type { SetUpDeps } from './vault-setup.ts';
import type { VaultOptions, VaultState } from './vault-types.ts';

/** The sealed file of credentials, used in mode `passphrase`. */
export const secretsFileName = 'secrets.sealed';

/** What the vault knows at a moment. */
export type Memory = {
  record: VaultRecord | null;
  problem: VaultError | undefined;
  lockedBy: LockReason | undefined;
  /** Counts lockings, so that an unlocking that began before one can't undo it. */
  lockings: number;
};

/** What the vault's actions work on. */
export type VaultCore = {
  readonly options: VaultOptions;
  readonly deps: SetUpDeps;
  readonly memory: Memory;
  readonly key: KeyHolder;
  readonly delay: AttemptDelay;
  readonly inOrder: KeyedQueue;
  readonly state: () => VaultState;
  /** Tells the listeners and hands back the state. */
  readonly changed: () => VaultState;
  readonly onChange: (listener: (state: VaultState) => void) => () => void;
  /** Why nothing can be had now. */
  readonly closed: () => VaultError;
  readonly withKey: WithKey;
  /** Reads vault.json anew. */
  readonly reload: () => Promise<void>;
};

/** The error for protected data without anything that opens it. */
export function lostKey(): VaultError {
  return vaultError('key-mismatch', 'There is protected data here, but nothing that says how to open it. Nothing was changed.', 'Restore a backup.');
}

/** Whether opening the vault takes a passphrase. */
export function needsPassphrase(record: VaultRecord | null): boolean {
  return record?.mode === 'passphrase' || (record?.mode === 'keychain' && record.passphrase);
}

/** Whether anything encrypted by an earlier key is there; when in doubt, yes. */
export async function hasOldData(options: VaultOptions): Promise<boolean> {
  const secrets = await readIfPresent(path.join(options.dir, secretsFileName));
  return !secrets.ok || secrets.value !== null || options.hasEncryptedData();
}

function describe(memory: Memory, open: boolean): VaultState {
  const { record, problem, lockedBy } = memory;
  return {
    phase: open ? 'unlocked' : record ? 'locked' : 'unset',
    quality: record?.mode === 'session-only' ? 'session-only' : 'persisted',
    mode: record?.mode ?? null,
    needsPassphrase: needsPassphrase(record),
    ...(lockedBy && !open ? { lockedBy } : {}),
    ...(problem ? { problem } : {}),
  };
}

async function load(options: VaultOptions): Promise<Memory> {
  const found = await readVaultFile(options.dir, options.now());
  const record = found.ok ? found.value : null;
  const memory: Memory = { record, problem: found.ok ? undefined : found.error, lockedBy: undefined, lockings: 0 };
  if (found.ok && !record && await hasOldData(options)) memory.problem = lostKey();
  return memory;
}

/** Loads vault.json and builds what the actions work on. */
export async function createVaultCore(options: VaultOptions): Promise<VaultCore> {
  const memory = await load(options);
  const key = createKeyHolder();
  const listeners = new Set<(state: VaultState) => void>();
  const state = (): VaultState => describe(memory, key.held());
  const closed = (): VaultError => memory.record ? vaultError('locked') : memory.problem ?? vaultError('not-set-up');
  return {
    options, memory, key, state, closed,
    reload: async () => { Object.assign(memory, await load(options), { lockings: memory.lockings }); },
    deps: {
      dir: options.dir, keychain: options.keychain,
      random: options.random ?? keyKeepingDefaults.random, cost: options.cost ?? keyKeepingDefaults.cost,
    },
    delay: createAttemptDelay(options.now),
    inOrder: createKeyedQueue(),
    changed: () => {
      const now = state();
      for (const listener of listeners) listener(now);
      return now;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    withKey: async (use) => {
      const lent = await key.lend(use);
      return lent ? ok(lent.value) : fail(closed());
    },
  };
}

/** Takes an opened key over, unless somebody locked since `lockings` was read. Error: locked. */
export function acceptKey(core: VaultCore, opened: Buffer, lockings: number): Result<VaultState, VaultError> {
  if (lockings !== core.memory.lockings) {
    opened.fill(0);
    core.changed();
    return fail(vaultError('locked'));
  }
  core.key.put(opened);
  core.memory.problem = undefined;
  core.memory.lockedBy = undefined;
  return ok(core.changed());
}

/** Makes an attempt with a passphrase: refuses guesses that come too fast and counts the wrong ones. */
export async function attemptWith<T>(
  core: VaultCore, passphrase: string | undefined, attempt: () => Promise<Result<T, VaultError>>,
): Promise<Result<T, VaultError>> {
  if (!needsPassphrase(core.memory.record) || passphrase === undefined) return attempt();
  const seconds = Math.ceil(core.delay.waitMs() / 1000);
  if (seconds > 0) return fail(vaultError('wrong-passphrase', 'Too many wrong tries.', `Wait ${seconds} s, then try again.`));
  const result = await attempt();
  if (result.ok) core.delay.right();
  else if (result.error.code === 'wrong-passphrase') core.delay.wrong();
  return result;
}
