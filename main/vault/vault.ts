import path from 'node:path';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { newDataKey } from './data-key.ts';
import type { LockReason } from './idle-lock.ts';
import { openSlot, openWrapped } from './key-keeping.ts';
import { createMemoryStore } from './memory.ts';
import { createSealedFile } from './sealed-file.ts';
import type { SecretStore } from './secret-store.ts';
import { acceptKey, attemptWith, createVaultCore, hasOldData, lostKey, secretsFileName, type VaultCore } from './vault-core.ts';
import { forApp, vaultError, type VaultError, type VaultErrorCode } from './vault-error.ts';
import type { VaultRecord } from './vault-file.ts';
import { makeVault, rewrap, tidySlots, type SetUpDeps } from './vault-setup.ts';
import type { PassphraseChange, SetUpChoice, Vault, VaultOptions, VaultState } from './vault-types.ts';

/** These say something about the vault; the other codes only about one try. */
const lastingProblems: readonly VaultErrorCode[] = ['key-mismatch', 'corrupt', 'keychain-unavailable', 'keychain-denied', 'keychain-timeout'];

type Outcome = Promise<Result<VaultState, VaultError>>;

function openKey(deps: SetUpDeps, record: VaultRecord, passphrase: string | undefined): Promise<Result<Buffer, VaultError>> {
  if (record.mode === 'keychain') return openSlot(deps, record, passphrase);
  if (record.mode === 'passphrase') return openWrapped(record, passphrase);
  return Promise.resolve(ok(newDataKey(deps.random)));
}

async function setUp(core: VaultCore, choice: SetUpChoice, adopted: Uint8Array | undefined): Outcome {
  const { memory } = core;
  if (memory.problem?.code === 'storage') return fail(memory.problem);
  if (core.key.held() || (memory.record && memory.record.mode !== 'session-only')) return fail(vaultError('conflict'));
  if (!adopted && await hasOldData(core.options)) return fail(lostKey());
  const { lockings } = memory;
  const made = await makeVault(core.deps, choice, core.options.now(), adopted);
  if (!made.ok) return made;
  memory.record = made.value.record;
  return acceptKey(core, made.value.key, lockings);
}

async function tidy(core: VaultCore): Promise<void> {
  if (core.memory.record?.mode === 'keychain') core.memory.record = await tidySlots(core.deps, core.memory.record);
}

async function unlock(core: VaultCore, passphrase: string | undefined, lockings: number): Outcome {
  const { memory } = core;
  if (lockings !== memory.lockings) return fail(vaultError('locked'));
  if (core.key.held()) return ok(core.state());
  const { record } = memory;
  if (!record) return fail(core.closed());
  const opened = await attemptWith(core, passphrase, () => openKey(core.deps, record, passphrase));
  if (opened.ok) {
    void core.inOrder('vault', () => tidy(core));
    return acceptKey(core, opened.value, lockings);
  }
  if (lastingProblems.includes(opened.error.code)) memory.problem = opened.error;
  core.changed();
  return opened;
}

async function lock(core: VaultCore, reason: LockReason): Promise<void> {
  core.memory.lockings += 1;
  if (!core.key.held()) return;
  const wiped = core.key.drop();
  core.memory.lockedBy = reason;
  core.changed();
  await wiped;
}

async function changePassphrase(core: VaultCore, change: PassphraseChange): Outcome {
  const { record } = core.memory;
  if (!record || !core.key.held()) return fail(core.closed());
  const rewrapped = await attemptWith(core, change.current, () => rewrap(core.deps, record, change.current, change.next));
  if (!rewrapped.ok) return rewrapped;
  core.memory.record = rewrapped.value;
  return ok(core.changed());
}

/** Lends the data key as the stores want it, with errors that may cross to the screen. */
export function keyLender(vault: Pick<Vault, 'withKey'>): <T>(use: (key: Buffer) => T | Promise<T>) => Promise<Result<T, AppError>> {
  return async (use) => forApp(await vault.withKey(use));
}

/** One shop front for three kinds of store; closed while the vault is. */
function guardedSecrets(choose: () => SecretStore | undefined, closed: () => VaultError): SecretStore {
  return {
    get: async (service, account) => choose()?.get(service, account) ?? fail(closed()),
    set: async (service, account, secret) => choose()?.set(service, account, secret) ?? fail(closed()),
    remove: async (service, account) => choose()?.remove(service, account) ?? fail(closed()),
  };
}

/** Opens the vault of a data folder, still locked. Reads one small file; the keychain is first touched by `setUp` or `unlock`.
 *  A damaged vault.json is moved aside and reported as `problem`, and is never replaced while data that needs it is there. */
export async function createVault(options: VaultOptions): Promise<Vault> {
  const core = await createVaultCore(options);
  const { memory, key, inOrder, withKey } = core;
  const sealed = createSealedFile({ file: path.join(options.dir, secretsFileName), withKey, random: core.deps.random });
  const sessionSecrets = createMemoryStore();

  const chooseStore = (): SecretStore | undefined => {
    if (!key.held()) return undefined;
    if (memory.record?.mode === 'keychain') return options.keychain;
    return memory.record?.mode === 'passphrase' ? sealed : sessionSecrets;
  };

  return {
    state: core.state,
    onChange: core.onChange,
    setUp: (choice, adopted) => inOrder('vault', () => setUp(core, choice, adopted)),
    unlock: (input = {}) => {
      const { lockings } = memory;
      return inOrder('vault', () => unlock(core, input.passphrase, lockings));
    },
    lock: (reason = 'user') => {
      sessionSecrets.clear();
      return lock(core, reason);
    },
    changePassphrase: (change) => inOrder('vault', () => changePassphrase(core, change)),
    withKey,
    secrets: guardedSecrets(chooseStore, core.closed),
    record: () => memory.record,
    reload: () => inOrder('vault', async () => {
      sessionSecrets.clear();
      await lock(core, 'user');
      await core.reload();
      return core.changed();
    }),
    id: () => memory.record?.id ?? '',
    setAsideSecrets: async () => {
      const moved = await sealed.moveAside(options.now());
      return moved.ok ? ok(undefined) : moved;
    },
  };
}
