import type { AppState, Connection, Profile } from '../../preload/contract/app.ts';
import type { ProbeResult } from '../vault/probe.ts';
import type { VaultState } from '../vault/vault-types.ts';
import { vaultError } from '../vault/vault-error.ts';

/** What the app's state is made of; `probe` is null until the keychain has answered. */
export type StateParts = {
  readonly started: boolean;
  /** Locking has begun: the window is blank while the last write is awaited. */
  readonly closing: boolean;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly vault: VaultState;
  readonly probe: ProbeResult | null;
  readonly lock: AppState['lock'];
  readonly profile: Profile | null;
  readonly preferences: AppState['preferences'];
  readonly connection: Connection;
  readonly problem: string | null;
  readonly unknownAtOpening: number;
};

/** Whether the vault is what a session that kept nothing left behind: there is nothing in it to unlock. */
export function isSpent({ phase, mode }: Pick<VaultState, 'phase' | 'mode'>): boolean {
  return phase === 'locked' && mode === 'session-only';
}

/** Puts the parts together into what the screen may know. */
export function toAppState(parts: StateParts): AppState {
  const { probe } = parts;
  const vault: VaultState = isSpent(parts.vault) ? { ...parts.vault, phase: 'unset', mode: null, quality: 'persisted' } : parts.vault;
  return {
    phase: phaseOf({ ...parts, vault }),
    version: parts.version,
    platform: parts.platform === 'darwin' || parts.platform === 'win32' ? parts.platform : 'linux',
    vault: {
      phase: vault.phase, mode: vault.mode, quality: vault.quality, needsPassphrase: vault.needsPassphrase,
      keychain: probe === null ? 'checking' : probe.available ? 'available' : 'unavailable',
      keychainReason: probe === null || probe.available ? null : vaultError(probe.reason).message,
    },
    lock: parts.lock, profile: parts.profile, preferences: parts.preferences, connection: parts.connection,
    unknownAtOpening: parts.unknownAtOpening,
    problem: parts.problem ?? vault.problem?.message ?? null,
  };
}

function phaseOf({ started, closing, vault, profile, problem }: StateParts): AppState['phase'] {
  if (!started) return 'starting';
  if (closing) return 'locked';
  if (problem) return 'broken';
  // Protected data without what opens it: setting up a new vault over it is no way on.
  if (vault.phase === 'unset') return vault.problem ? 'broken' : 'setup';
  if (vault.phase === 'locked') return 'locked';
  return profile ? 'ready' : 'setup';
}
