import { builtInProfile, testProfile } from '../fake/app-state.ts';
import { sampleInvoice } from '../fake/kira-payouts.ts';
import type { World } from '../fake/world.ts';
import { awayWorlds } from './away-worlds.ts';
import { auditWorlds } from './audit-worlds.ts';
import { guardWorlds } from './guard-worlds.ts';
import { customerWorlds } from './customer-worlds.ts';
import { deskWorlds } from './desk-worlds.ts';
import { depositWorlds } from './deposit-worlds.ts';
import { kiraWorlds } from './kira-worlds.ts';
import { repairWorlds } from './repair-worlds.ts';

const worlds: Readonly<Record<string, (world: World) => void>> = {
  ...awayWorlds,
  ...auditWorlds, ...guardWorlds,
  ...customerWorlds,
  ...depositWorlds,
  ...deskWorlds,
  ...kiraWorlds,
  ...repairWorlds,
  live: () => undefined,
  invoices: (world) => {
    world.payouts = world.payouts.map((one) => ({ ...one, documents: [sampleInvoice()] }));
  },
  sandbox: (world) => {
    world.profiles = [...world.profiles, builtInProfile];
    world.state = { ...world.state, profile: builtInProfile };
  },
  test: (world) => {
    world.state = { ...world.state, profile: testProfile };
  },
  mac: (world) => {
    world.state = { ...world.state, platform: 'darwin' };
  },
  offline: (world) => {
    world.state = { ...world.state, connection: { online: false, since: Date.UTC(2026, 10, 20, 9, 12), detail: null, budget: null } };
  },
  'empty-sandbox': (world) => {
    world.state = { ...world.state, profile: builtInProfile };
    world.customers = [];
    world.payouts = [];
    world.payees = [];
  },
  empty: (world) => {
    world.customers = [];
    world.payouts = [];
    world.payees = [];
  },
  locked: (world) => {
    world.passphrase = 'four unrelated words';
    world.state = {
      ...world.state, phase: 'locked', lock: { at: Date.UTC(2026, 10, 20, 14, 32), reason: 'idle' }, vault: { ...world.state.vault, phase: 'locked', needsPassphrase: true },
    };
  },
  broken: (world) => {
    world.state = {
      ...world.state, phase: 'broken', profile: null,
      problem: 'The data file is damaged or gone and can’t be read. The damaged file is kept as bursar.db.damaged-1795183628000. Restore a backup, or begin with nothing.',
    };
  },
  setup: (world) => {
    world.profiles = [];
    world.state = { ...world.state, phase: 'setup', profile: null, vault: { ...world.state.vault, phase: 'unset', mode: null } };
  },
  'no-keychain': (world) => {
    world.profiles = [];
    world.state = {
      ...world.state, phase: 'setup', profile: null,
      vault: { ...world.state.vault, phase: 'unset', mode: null, keychain: 'unavailable', keychainReason: 'No keychain answered on this computer.' },
    };
  },
};

/** A world by name; an unknown name is a mistake in a scene. */
export function worldOf(name: string): (world: World) => void {
  const known = worlds[name];
  if (!known) throw new Error(`No world is called ${name}`);
  return known;
}
