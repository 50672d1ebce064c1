import type { Profile } from '../../../preload/contract/app.ts';
import { liveProfile } from './app-state.ts';

/** A live profile at Kira. */
export const kiraProfile: Profile = {
  ...liveProfile, id: 'profile-kira', name: 'Halden & Moor', provider: 'kira', baseUrl: 'https://api.kira.example', scopes: [], clientIdHint: '9f20',
  kira: { codeMailbox: 'f•••@haldenmoor.example', codeNeeded: true, apiVersion: null },
};
/** The built-in sandbox's profile at Kira. */
export const kiraPractice: Profile = {
  ...kiraProfile, id: 'profile-kira-sandbox', name: 'Practice', env: 'sandbox', builtIn: true, baseUrl: 'http://127.0.0.1:41998', clientIdHint: 'demo',
  kira: { codeMailbox: '', codeNeeded: true, apiVersion: null },
};
