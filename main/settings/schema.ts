import { z } from 'zod';
import { kiraSettingsSchema, preferencesSchema, type KiraSettings, type Preferences } from '../../preload/contract/app.ts';
import { providerIds } from '../../preload/contract/provider.ts';
import { knownScannerSchema, maxKnownScanners } from '../../preload/contract/scanning.ts';

/** A provider profile as it may stand in a plain file: everything but its secrets. `addedAt` is in milliseconds since 1970. */
export const storedProfileSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  name: z.string().trim().min(1).max(60),
  provider: z.enum(providerIds),
  env: z.enum(['sandbox', 'live']),
  builtIn: z.boolean(),
  baseUrl: z.url({ protocol: /^https?$/ }).max(300),
  scopes: z.array(z.string().regex(/^[a-z:-]+$/).max(60)).max(40),
  addedAt: z.int().min(0),
  kira: kiraSettingsSchema.nullable().default(null),
});

/** A profile without its secrets. */
export type StoredProfile = Readonly<z.infer<typeof storedProfileSchema>>;

/** A profile that was removed and whose payouts are kept: `mark` tells its account again without naming it (see profile-book.ts). */
export const removedProfileSchema = storedProfileSchema.pick({ id: true, provider: true, env: true }).extend({ mark: z.string().regex(/^[0-9a-f]{64}$/) });

/** A removed profile. */
export type RemovedProfile = Readonly<z.infer<typeof removedProfileSchema>>;

/** What a new Kira profile holds beside its keys: codes are asked for, the account chooses the version. */
export const defaultKiraSettings: KiraSettings = { codeMailbox: '', codeNeeded: true, apiVersion: null };

const length = z.int().min(-100_000).max(100_000);

/** Where the window was, in display pixels; x and y are null until it has been moved. */
export const windowStateSchema = z.strictObject({
  x: length.nullable(), y: length.nullable(), width: length.min(1), height: length.min(1), maximized: z.boolean(),
});

/** Where the window was. */
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

/** The preferences of a new installation: lock after 5 minutes, take back within 5 seconds, watch for 10 business days. */
export const defaultPreferences: Preferences = {
  theme: 'system', density: 'standard', locale: 'en', userName: '', idleLockMinutes: 5, takeBackSeconds: 5, watchDays: 10, singleKeys: true,
  toleranceBasisPoints: 50, toleranceHundredths: 100,
};

/** The window of a new installation. */
export const defaultWindow: WindowState = { x: null, y: null, width: 1280, height: 800, maximized: false };

/** All that is kept in the settings file. Unknown keys are refused at every depth, so nothing else can slip in: no money, no people, no secrets. */
export const settingsSchema = z.strictObject({
  // What came later has a default, so that a file from before is still read.
  preferences: preferencesSchema.extend({
    toleranceBasisPoints: preferencesSchema.shape.toleranceBasisPoints.default(defaultPreferences.toleranceBasisPoints),
    toleranceHundredths: preferencesSchema.shape.toleranceHundredths.default(defaultPreferences.toleranceHundredths),
  }),
  window: windowStateSchema,
  lastProfileId: z.string().max(64).nullable(),
  profiles: z.array(storedProfileSchema).max(50),
  scanners: z.array(knownScannerSchema).max(maxKnownScanners).default([]),
  removed: z.array(removedProfileSchema).max(50).default([]),
});

/** All that is kept in the settings file. */
export type StoredSettings = Readonly<z.infer<typeof settingsSchema>>;

/** The settings of a new installation. */
export const defaultSettings: StoredSettings = { preferences: defaultPreferences, window: defaultWindow, lastProfileId: null, profiles: [], scanners: [], removed: [] };
