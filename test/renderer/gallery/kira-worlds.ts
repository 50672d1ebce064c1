import { appError } from '../../../preload/contract/errors.ts';
import { mailedCode, noCode, sampleMail } from '../fake/kira-samples.ts';
import { kiraPractice, kiraProfile } from '../fake/kira-profiles.ts';
import { sampleKiraPayouts } from '../fake/kira-payouts.ts';
import type { World } from '../fake/world.ts';

function kira(world: World, practice = false): void {
  const profile = practice ? kiraPractice : kiraProfile;
  world.profiles = [...world.profiles, profile];
  world.state = { ...world.state, profile };
  world.customers = [];
  world.payouts = sampleKiraPayouts(world.now());
}

/** Worlds of a desk at Kira: live, in practice with a mail, with a code mailed a moment ago, with none taken for now. */
export const kiraWorlds: Readonly<Record<string, (world: World) => void>> = {
  kira: (world) => kira(world),
  'kira-practice': (world) => {
    kira(world, true);
    world.code = { ...mailedCode(world.now(), 22_000), mailbox: null };
    world.mails = [sampleMail('mail-1', world.now() - 22_000, '481902')];
  },
  'kira-code': (world) => {
    kira(world);
    world.code = mailedCode(world.now(), 22_000);
  },
  'kira-wrong': (world) => {
    kira(world);
    world.code = { ...mailedCode(world.now(), 78_000), attemptsLeft: 2 };
  },
  'kira-blocked': (world) => {
    kira(world);
    world.code = { ...noCode, sentAt: world.now() - 90_000, attemptsLeft: 0, blockedUntil: world.now() + 23 * 60_000 };
    world.payouts = world.payouts.map((one) => (one.id === 'kira-3' ? { ...one, problem: appError('code-blocked', 'Kira takes no codes for now: too many were wrong.', { fix: 'Try again later.' }) } : one));
  },
};
