import { appError } from '../../../preload/contract/errors.ts';
import { kiraPractice, kiraProfile } from '../fake/kira-profiles.ts';
import { builtInProfile } from '../fake/app-state.ts';
import { recipientOf, swiftFields } from '../fake/kira-desk.ts';
import type { World } from '../fake/world.ts';

const atKira = (world: World) => {
  world.profiles = [...world.profiles, builtInProfile, kiraProfile, kiraPractice];
  world.state = { ...world.state, profile: { ...kiraPractice, name: 'Practice Kira' } };
};

const lineDropped = appError('outcome-unknown', 'It isn’t known whether Kira made this recipient. The line dropped while it was sent.');
const refusal = appError('provider-refused', 'Kira refused this recipient.', { fix: 'Correct what is marked and make it again.', fields: [{ path: 'bankName', message: 'Kira does not know this bank.' }] });

/** A desk at Kira for the pictures of its accounts, recipients and settings. */
export const deskWorlds: Readonly<Record<string, (world: World) => void>> = {
  'kira-desk': (world) => {
    atKira(world);
    world.recipients = [
      recipientOf('rec-refused', 'refused', { fields: { ...swiftFields, companyName: 'Grüner Hafen AG' }, problem: refusal }), recipientOf('rec-draft', 'draft'),
      recipientOf('rec-unknown', 'unknown', { fields: { ...swiftFields, companyName: 'Ørsted & Åkesson ApS' }, problem: lineDropped }), ...world.recipients,
    ];
  },
  'kira-live': (world) => {
    atKira(world);
    world.state = { ...world.state, profile: kiraProfile };
  },
  'kira-offline': (world) => {
    atKira(world);
    world.state = { ...world.state, connection: { online: false, since: world.now() - 3_600_000, detail: null, budget: null } };
    world.accounts = world.accounts.map((one) => ({ ...one, readAt: world.now() - 3 * 3_600_000 }));
  },
  'kira-none': (world) => {
    atKira(world);
    world.recipients = [];
    world.accounts = [];
  },
};
