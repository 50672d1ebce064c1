import type { Payout } from '../../../preload/contract/payouts.ts';
import type { World } from '../fake/world.ts';

type Facts = NonNullable<Payout['unknown']>;

/** Changes the sample payout that isn't known. */
function unknown(change: (facts: Facts, now: number) => Partial<Facts>, whole: (now: number) => Partial<Payout> = () => ({})): (world: World) => void {
  return (world) => {
    const now = world.now();
    world.payouts = world.payouts.map((one) => (one.unknown === null ? one : { ...one, ...whole(now), unknown: { ...one.unknown, ...change(one.unknown, now) } }));
  };
}

const look = (at: number, answered = true) => ({ at, found: false, answered, detail: answered ? 'Not found' : 'Blaaiz did not answer in time.' });

/** Worlds in which a payout isn't known, for one reason or another. */
export const awayWorlds: Readonly<Record<string, (world: World) => void>> = {
  stopped: unknown((_facts, now) => ({ since: now - 30_000, cause: 'Bursar stopped while sending', lookups: [look(now - 29_000)], nextLookAt: now + 90_000, decideFrom: now + 570_000 })),
  settled: unknown((_facts, now) => ({ since: now - 700_000, lookups: [look(now - 699_000), look(now - 580_000), look(now - 100_000)], nextLookAt: now + 1_700_000, decideFrom: now - 100_000 })),
  'no-answer': unknown((_facts, now) => ({ since: now - 70_000, lookups: [look(now - 69_000, false), look(now - 9_000, false)], nextLookAt: now + 50_000, decideFrom: now + 530_000 })),
  restored: unknown((_facts, now) => ({ since: now - 300_000, cause: 'it comes from a restored backup and may have left since that was made', lookups: [look(now - 299_000)], nextLookAt: now + 300_000, decideFrom: now + 300_000 }),
    (now) => ({ restoredAt: now - 300_000, sent: null })),
};
