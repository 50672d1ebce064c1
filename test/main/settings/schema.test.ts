import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '../../../main/settings/schema.ts';

const profile = {
  id: 'p1', name: 'Live', provider: 'blaaiz', env: 'live', builtIn: false, baseUrl: 'https://api.example.test', scopes: [], addedAt: 5,
};
const full = { ...defaultSettings, profiles: [profile] };

describe('what the settings file may hold', () => {
  it('is what the app puts there', () => {
    expect(settingsSchema.safeParse(full).success).toBe(true);
    expect(defaultSettings.preferences).toEqual({
      theme: 'system', density: 'standard', locale: 'en', userName: '', idleLockMinutes: 5, takeBackSeconds: 5, watchDays: 10, singleKeys: true,
      toleranceBasisPoints: 50, toleranceHundredths: 100,
    });
  });

  it.each(['client_secret', 'clientSecret', 'token', 'password', 'dataKey', 'balance', 'amount', 'customers', 'payees', 'anything'])('never %s, at any depth', (key) => {
    const places = [
      { ...full, [key]: 'x' },
      { ...full, preferences: { ...full.preferences, [key]: 'x' } },
      { ...full, window: { ...full.window, [key]: 'x' } },
      { ...full, profiles: [{ ...profile, [key]: 'x' }] },
    ];
    for (const place of places) expect(settingsSchema.safeParse(place).success).toBe(false);
  });
});
