import { z } from 'zod';
import { currencyCodes, type CurrencyCode } from './currency.ts';
import { moneySchema } from './money.ts';
import { providerIds } from './provider.ts';

/** The versions of Kira's API that a profile may ask for by header; null leaves it to the account (Kira guide: Versioning). */
export const kiraVersions = ['2025-01-01', '2026-04-14', '2026-06-01'] as const;

/** What a Kira profile holds beside its keys: `codeMailbox` is a note of who gets the codes, `codeNeeded` whether releasing asks for one,
 *  `apiVersion` the version asked for by header. */
export const kiraSettingsSchema = z.strictObject({
  codeMailbox: z.string().trim().max(120), codeNeeded: z.boolean(), apiVersion: z.enum(kiraVersions).nullable(),
});
/** What a Kira profile holds beside its keys. */
export type KiraSettings = Readonly<z.infer<typeof kiraSettingsSchema>>;

/** A profile as the screen may know it: never its secrets. `clientIdHint` is the last four characters; `kira` is null for Blaaiz. */
export const profileSchema = z.strictObject({
  id: z.string(), name: z.string(), provider: z.enum(providerIds), env: z.enum(['sandbox', 'live']), builtIn: z.boolean(),
  baseUrl: z.string(), scopes: z.array(z.string()), clientIdHint: z.string(), secretAddedAt: z.number().nullable(), hasWebhookSecret: z.boolean(),
  kira: kiraSettingsSchema.nullable(),
});
/** A profile without its secrets. */
export type Profile = Readonly<z.infer<typeof profileSchema>>;

/** How the vault keeps secrets: `mode` null until set up; `quality` says whether they survive a restart. */
export const vaultStateSchema = z.strictObject({
  phase: z.enum(['unset', 'locked', 'unlocked']), mode: z.enum(['keychain', 'passphrase', 'session-only']).nullable(),
  quality: z.enum(['persisted', 'session-only']), needsPassphrase: z.boolean(),
  keychain: z.enum(['checking', 'available', 'unavailable']), keychainReason: z.string().nullable(),
});
/** How the vault keeps secrets. */
export type VaultState = Readonly<z.infer<typeof vaultStateSchema>>;

/** Whether the provider is reached: since when (epoch ms), and what is left of the request budget. */
export const connectionSchema = z.strictObject({
  online: z.boolean(), since: z.number(), detail: z.string().nullable(),
  budget: z.strictObject({ remaining: z.number().int(), limit: z.number().int(), resetAt: z.number().nullable() }).nullable(),
});
/** Whether the provider is reached. */
export type Connection = Readonly<z.infer<typeof connectionSchema>>;

/** What a person may set. Minutes, seconds and days are whole numbers. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']), density: z.enum(['standard', 'comfortable']), locale: z.string(), userName: z.string().max(80),
  idleLockMinutes: z.number().int().min(1).max(60), takeBackSeconds: z.number().int().min(0).max(30), watchDays: z.number().int().min(1).max(30),
  singleKeys: z.boolean(),
  /** How far a price may move before a person is asked again: basis points (50 is 0.5 %) or hundredths of the currency's unit (100 is 1.00), whichever
   *  allows more. */
  toleranceBasisPoints: z.number().int().min(0).max(1000), toleranceHundredths: z.number().int().min(0).max(100_000),
});
/** What a person may set. */
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;

/** The app at a glance: which screen it must show and for which profile. */
export const appStateSchema = z.strictObject({
  phase: z.enum(['starting', 'setup', 'locked', 'ready', 'broken']),
  version: z.string(), platform: z.enum(['darwin', 'win32', 'linux']), vault: vaultStateSchema,
  lock: z.strictObject({ at: z.number(), reason: z.enum(['idle', 'os', 'shortcut', 'user', 'start']) }).nullable(),
  profile: profileSchema.nullable(), preferences: preferencesSchema, connection: connectionSchema,
  problem: z.string().nullable(),
  /** How many payouts' outcome wasn't known when the profile was opened: the screen opens on their list. 0 once it has been looked at. */
  unknownAtOpening: z.number().int(),
});
/** The app at a glance. */
export type AppState = Readonly<z.infer<typeof appStateSchema>>;

/** One line of the connection test: `fix` says what to do when it fails. */
export const connectionCheckSchema = z.strictObject({
  id: z.enum(['dns', 'tls', 'clock', 'token', 'scopes', 'wallets', 'rate']), label: z.string(),
  state: z.enum(['ok', 'warn', 'failed', 'skipped']), value: z.string(), fix: z.string().nullable(),
});
/** One line of the connection test. */
export type ConnectionCheck = Readonly<z.infer<typeof connectionCheckSchema>>;

const currency = z.enum(currencyCodes as unknown as [CurrencyCode, ...CurrencyCode[]]);
/** A wallet's balance as last read (epoch ms). */
export const walletSchema = z.strictObject({ id: z.string(), currency, balance: moneySchema, active: z.boolean(), readAt: z.number() });
/** A wallet's balance as last read. */
export type Wallet = Readonly<z.infer<typeof walletSchema>>;

/** A bank or mobile-money operator to choose from: `id` goes to the provider, `code` is only for checks and display, `country` (alpha-2) is
 *  said where the currency is shared by countries. */
export const bankSchema = z.strictObject({ id: z.string(), name: z.string(), code: z.string(), country: z.string().optional() });
/** A bank to choose from. */
export type Bank = Readonly<z.infer<typeof bankSchema>>;

/** What the country's tax or personal number is called, as the provider says. */
export const idLabelSchema = z.strictObject({ label: z.string(), type: z.string() });
