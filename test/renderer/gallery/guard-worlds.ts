import type { CurrencyLimits, LimitLine } from '../../../preload/contract/limits.ts';
import { money } from '../../../preload/contract/money.ts';
import type { LikelySame } from '../../../preload/contract/radar.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { Handlers } from '../fake/handlers.ts';
import { sampleRadar, sampleTwin } from '../fake/sample-radar.ts';
import type { World } from '../fake/world.ts';

const limits: CurrencyLimits[] = [
  { currency: 'GBP', perPayout: 500_000, perDay: 1_500_000, perPayee: 600_000, first: 100_000, coolingHours: 48 },
  { currency: 'USD', perPayout: 1_000_000, perDay: null, perPayee: null, first: null, coolingHours: 24 },
];
const lines: LimitLine[] = [
  { kind: 'payout', limit: money(500_000, 'GBP'), used: money(0, 'GBP'), asked: money(118_000, 'GBP'), over: false, until: null },
  { kind: 'day', limit: money(150_000, 'GBP'), used: money(90_000, 'GBP'), asked: money(118_000, 'GBP'), over: true, until: Date.UTC(2026, 10, 21) },
];

/** Worlds in which something stands between a payout and its release. */
export const guardWorlds: Readonly<Record<string, (world: World) => void>> = { limits: () => undefined, 'limits-cooling': () => undefined, twins: () => undefined, 'many-twins': () => undefined };

/** The same once more through the other provider, and ten in all. */
function manyTwins(twin: LikelySame): LikelySame[] {
  const other: LikelySame = {
    ...twin, here: false, profileName: 'Halden Kira', score: 78, payout: { ...twin.payout, id: 'payout-far', provider: 'kira' },
    reasons: [...twin.reasons.filter(({ code }) => code !== 'other-provider'), { code: 'file-seen', words: 'Same file' }, { code: 'other-provider', words: 'Sent through Kira' }],
  };
  return [twin, other, ...Array.from({ length: 8 }, (_, n) => ({ ...twin, score: 60 - n, payout: { ...twin.payout, id: `payout-more-${n}` } }))];
}

/** What stands there. */
export function guardOf(name: string, world: () => World): Partial<Handlers> {
  if (name === 'limits') return { 'limits.get': () => ok({ limits, today: [money(90_000, 'GBP')], zone: 'Europe/Lisbon', zoneHere: 'Europe/Lisbon', ahead: null }), 'payouts.limits': () => ok(lines) };
  if (name === 'limits-cooling') {
    const line: LimitLine = { kind: 'first', limit: money(100_000, 'GBP'), used: money(40_000, 'GBP'), asked: money(118_000, 'GBP'), over: true, until: Date.UTC(2026, 10, 22, 9) };
    return { 'limits.get': () => ok({ limits, today: [], zone: 'Europe/Lisbon', zoneHere: 'America/New_York', ahead: null }), 'payouts.limits': () => ok([line]) };
  }
  if (name !== 'twins' && name !== 'many-twins') return {};
  return {
    'payouts.radar': ({ id }) => {
      const payout = world().payouts.find((one) => one.id === id);
      return ok(payout === undefined ? { matches: [], key: '', ask: false } : sampleRadar(name === 'twins' ? [sampleTwin(payout, world().now())] : manyTwins(sampleTwin(payout, world().now()))));
    },
  };
}
