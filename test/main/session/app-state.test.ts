import { describe, expect, it } from 'vitest';
import { isSpent, toAppState, type StateParts } from '../../../main/session/app-state.ts';
import { defaultPreferences } from '../../../main/settings/schema.ts';
import { appStateSchema, type Profile } from '../../../preload/contract/app.ts';

const profile = { id: 'p', name: 'P', provider: 'blaaiz', env: 'live', builtIn: false, baseUrl: 'https://x.example', scopes: [], clientIdHint: 'abcd', secretAddedAt: 1, hasWebhookSecret: false, kira: null } as const;
const open = { phase: 'unlocked', mode: 'keychain', quality: 'persisted', needsPassphrase: false } as const;
const parts = (change: Partial<StateParts> = {}): StateParts => ({
  started: true, closing: false, version: '1', platform: 'linux', vault: open, probe: { available: true }, lock: null, profile: { ...profile, scopes: [] } satisfies Profile,
  preferences: defaultPreferences, connection: { online: true, since: 1, detail: null, budget: null }, problem: null, unknownAtOpening: 0, ...change,
});
const phase = (change: Partial<StateParts>) => toAppState(parts(change)).phase;

describe('the state of the app', () => {
  it('keeps to the contract and carries nothing of the vault that is not in it', () => {
    const state = toAppState(parts({ vault: { ...open, lockedBy: 'idle' } }));
    expect(appStateSchema.parse(state)).toEqual(state);
  });

  it('shows one screen, the most pressing first', () => {
    expect(phase({})).toBe('ready');
    expect(phase({ profile: null })).toBe('setup');
    expect(phase({ vault: { ...open, phase: 'unset', mode: null } })).toBe('setup');
    expect(phase({ vault: { ...open, phase: 'locked' } })).toBe('locked');
    expect(phase({ problem: 'Damaged.' })).toBe('broken');
    expect(phase({ problem: 'Damaged.', closing: true })).toBe('locked');
    expect(phase({ started: false, closing: true, problem: 'Damaged.' })).toBe('starting');
  });

  it('takes a session that kept nothing, once locked, for never set up', () => {
    const spent = { phase: 'locked', mode: 'session-only', quality: 'session-only', needsPassphrase: false } as const;
    expect(toAppState(parts({ vault: spent, profile: null }))).toMatchObject({ phase: 'setup', vault: { phase: 'unset', mode: null, quality: 'persisted' } });
    expect([isSpent(spent), isSpent({ ...spent, phase: 'unlocked' }), isSpent({ ...spent, mode: 'keychain' })]).toEqual([true, false, false]);
  });

  it('says what the keychain answered, in words where it is not there', () => {
    const keychain = (probe: StateParts['probe']) => { const { vault } = toAppState(parts({ probe })); return [vault.keychain, typeof vault.keychainReason]; };
    expect([keychain(null), keychain({ available: true }), keychain({ available: false, reason: 'keychain-denied' })])
      .toEqual([['checking', 'object'], ['available', 'object'], ['unavailable', 'string']]);
  });

  it('calls every other system linux', () => {
    expect((['darwin', 'win32', 'linux', 'freebsd'] as const).map((platform) => toAppState(parts({ platform })).platform)).toEqual(['darwin', 'win32', 'linux', 'linux']);
  });

  it('tells the store’s problem before the vault’s', () => {
    const vault = { ...open, phase: 'locked', problem: { code: 'corrupt', message: 'The vault is damaged.' } } as unknown as StateParts['vault'];
    expect(toAppState(parts({ vault })).problem).toBe('The vault is damaged.');
    expect(toAppState(parts({ vault, problem: 'The file is damaged.' })).problem).toBe('The file is damaged.');
  });
});
