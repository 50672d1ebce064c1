import { money } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { sampleRepair } from '../fake/sample-repairs.ts';
import type { World } from '../fake/world.ts';

/** A payout of the sample desk in its repair. */
function repairOf(world: World, id: string, change: (payout: Payout) => Partial<Repair> = () => ({})): Repair {
  const payout = world.payouts.find((one) => one.id === id);
  if (payout === undefined) throw new Error(`No payout ${id}`);
  return sampleRepair(payout, world.now(), change(payout));
}

const sums = ['The figures of Blaaiz do not add up at the end: 1,000.00 USD \u2212 21.13 USD is 978.87 USD, not 986.87 USD: 8.00 USD is too much.', 'Total fees: 13.13 USD quoted at release, 21.13 USD at the end.'];

/** What was quoted and answered of the completed sample, and what is said to have arrived. */
function figures(world: World): void {
  const at = world.now();
  const quoted = { at: at - 7_200_000, send: money(100_000, 'USD'), totalFees: money(1313, 'USD'), receive: money(98_687, 'USD'), rate: '1', gap: null };
  world.payouts = world.payouts.map((one) => (one.id === 'payout-11'
    ? { ...one, figures: { quoted, answered: { ...quoted, at: at - 7_195_000 }, arrived: { ...quoted, at: at - 600_000, totalFees: money(2113, 'USD'), gap: money(-800, 'USD') } } } : one));
}

/** Worlds with repairs: a returned one, a failed one that is back, figures that don't close, one that is done. */
export const repairWorlds: Readonly<Record<string, (world: World) => void>> = {
  repairs: (world) => {
    figures(world);
    const back = repairOf(world, 'payout-13', () => ({ kind: 'failed', said: 'The transfer was declined.', cause: 'bank-refused', words: 'The payee\u2019s bank did not take the money and does not say why.', released: true }));
    world.repairs = [
      repairOf(world, 'payout-2', () => ({ returns: 2 })),
      { ...back, money: { ...back.money, seen: true, seenAt: world.now() - 120_000, now: money(1_725_900, 'GBP'), nowAt: world.now() - 120_000, risen: money(25_900, 'GBP'), kept: money(100, 'GBP') } },
      repairOf(world, 'payout-11', () => ({ kind: 'sum', cause: 'sum', sums, field: null, released: true, words: 'The figures do not add up, or are not the ones you released.', fix: 'Ask Blaaiz which are right, then put the repair away with what came of it.' })),
      repairOf(world, 'payout-14', () => ({ kind: 'failed', closed: { reason: 'The payee was paid in cash.', by: 'Femke Osei', at: world.now() - 86_400_000 } })),
    ];
  },
  'repairs-deposit': (world) => {
    const one = repairOf(world, 'payout-2');
    const why = 'It was paid by a stablecoin deposit: no balance here shows it coming back. Ask Kira where the deposit is.';
    world.repairs = [{ ...one, money: { ...one.money, seen: null, before: null, beforeAt: null, now: null, nowAt: null, moved: null, risen: null, why } }];
  },
  'repairs-review': (world) => {
    world.repairs = [repairOf(world, 'payout-2', () => ({ copyId: 'payout-9' }))];
    world.payouts = world.payouts.map((one) => (one.id === 'payout-9' ? { ...one, clonedFrom: 'payout-2' } : one));
  },
  'repairs-copy': (world) => {
    world.repairs = [repairOf(world, 'payout-2', () => ({ copyId: 'payout-10' }))];
    world.payouts = world.payouts.map((one) => (one.id === 'payout-10' ? { ...one, clonedFrom: 'payout-2' } : one));
  },
};
