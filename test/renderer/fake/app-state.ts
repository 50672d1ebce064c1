import type { AppState, Profile, VaultState, Wallet } from '../../../preload/contract/app.ts';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { money } from '../../../preload/contract/money.ts';

/** Every scope the connection test knows. */
export const allScopes = [
  'wallet:read', 'bank:read', 'fees:read', 'customer:create', 'customer:read', 'customer:update', 'file:upload', 'payout:create', 'transaction:read',
];

export const liveProfile: Profile = {
  id: 'profile-live', name: 'Halden & Moor', provider: 'blaaiz', env: 'live', builtIn: false, baseUrl: 'https://api-prod.blaaiz.com',
  scopes: allScopes, clientIdHint: '41d9', secretAddedAt: Date.UTC(2026, 10, 3, 9), hasWebhookSecret: false, kira: null,
};
export const testProfile: Profile = {
  ...liveProfile, id: 'profile-test', name: 'Halden & Moor, test', env: 'sandbox', baseUrl: 'https://api-dev.blaaiz.com', clientIdHint: '7c1e',
};
export const builtInProfile: Profile = {
  ...liveProfile, id: 'profile-sandbox', name: 'Sandbox', env: 'sandbox', builtIn: true, baseUrl: 'http://127.0.0.1:41999', clientIdHint: 'demo',
};

export const openVault: VaultState = {
  phase: 'unlocked', mode: 'keychain', quality: 'persisted', needsPassphrase: false, keychain: 'available', keychainReason: null,
};

/** The app when it is ready, on the live profile. */
export function readyState(now: number): AppState {
  return {
    phase: 'ready', version: '0.1.0', platform: 'linux', vault: openVault, lock: null, profile: liveProfile,
    preferences: {
      theme: 'system', density: 'standard', locale: 'en', userName: 'Femke Osei', idleLockMinutes: 5, takeBackSeconds: 5, watchDays: 10, singleKeys: true,
      toleranceBasisPoints: 50, toleranceHundredths: 100,
    },
    connection: { online: true, since: now - 3 * 3_600_000, detail: null, budget: { remaining: 96, limit: 100, resetAt: now + 24_000 } },
    problem: null, unknownAtOpening: 0,
  };
}

const wallet = (currency: CurrencyCode, minor: number, now: number): Wallet => ({
  id: `wallet-${currency.toLowerCase()}`, currency, balance: money(minor, currency), active: true, readAt: now - 65_000,
});

/** The business's wallets as read a minute ago. */
export function sampleWallets(now: number): Wallet[] {
  return [wallet('GBP', 1_824_055, now), wallet('EUR', 941_230, now), wallet('USD', 2_291_640, now), wallet('NGN', 431_022_000, now)];
}
