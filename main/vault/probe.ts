import { randomBytes } from 'node:crypto';
import { keychainLimitMs } from './keychain.ts';
import { serviceName, type SecretStore } from './secret-store.ts';
import { systemTimers, timedOut, within, type Timers } from './timers.ts';
import type { VaultErrorCode } from './vault-error.ts';

/** Whether secrets can be kept in the keychain, and if not, the code that says why. */
export type ProbeResult = { readonly available: true } | { readonly available: false; readonly reason: VaultErrorCode };

/** What the probe needs beside the store; all have defaults. */
export type ProbeOptions = { readonly timers?: Timers; readonly limitMs?: number; readonly random?: (bytes: number) => Buffer };

const canaryAccount = 'canary';

async function tryCanary(store: SecretStore, canary: string): Promise<ProbeResult> {
  const written = await store.set(serviceName, canaryAccount, canary);
  if (!written.ok) return { available: false, reason: written.error.code };
  const read = await store.get(serviceName, canaryAccount);
  if (!read.ok) return { available: false, reason: read.error.code };
  if (read.value !== canary) return { available: false, reason: 'corrupt' };
  const removed = await store.remove(serviceName, canaryAccount);
  return removed.ok ? { available: true } : { available: false, reason: removed.error.code };
}

/** Writes, reads and deletes a canary entry, all within `limitMs` milliseconds (5,000 by default): "nothing stored" and "no keychain"
 *  look alike otherwise. Slow by nature, so never called before the window is shown. */
export async function probeKeychain(store: SecretStore, options: ProbeOptions = {}): Promise<ProbeResult> {
  const { timers = systemTimers, limitMs = keychainLimitMs, random = randomBytes } = options;
  const canary = random(16).toString('base64url');
  const outcome = await within(tryCanary(store, canary), limitMs, timers);
  return outcome === timedOut ? { available: false, reason: 'keychain-timeout' } : outcome;
}
