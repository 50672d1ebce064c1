import type { CurrencyLimits } from '../../preload/contract/limits.ts';
import type { Context } from './context.ts';
import { zoneHere, type TimeBefore } from './limit-time.ts';

type Changes = { readonly before: readonly CurrencyLimits[]; readonly after: readonly CurrencyLimits[]; readonly reason: string; readonly was: TimeBefore };
const fields = ['perPayout', 'perDay', 'perPayee', 'first', 'coolingHours'] as const;

/** Writes one audit row for each limit that changes, with what it was and will be in minor units or hours, and one each when limits go by an
 *  earlier clock or another zone from now on (`was` is what counted until then). Call it in the transaction of the change. */
export function writeChanges(ctx: Context, { before, after, reason, was: time }: Changes): void {
  const write = (what: string, detail: Readonly<Record<string, string | number | null>>) => {
    ctx.audit.append({ at: ctx.clock(), actor: ctx.actor(), what, subjectKind: 'profile', subjectId: ctx.profileId, detail: { ...detail, reason } });
  };
  for (const currency of new Set([...before, ...after].map((each) => each.currency))) {
    const [old, fresh] = [before, after].map((limits) => limits.find((each) => each.currency === currency));
    for (const limit of fields) {
      const [was, will] = [old?.[limit] ?? null, fresh?.[limit] ?? null];
      if (was !== will) write('limits.change', { currency, limit, before: was, after: will });
    }
  }
  if (time.clock !== null) write('limits.clock', { before: time.clock, after: ctx.clock() });
  if (time.zone !== null) write('limits.zone', { before: time.zone, after: zoneHere(ctx) });
}
