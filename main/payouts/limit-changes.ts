import type { CurrencyLimits } from '../../preload/contract/limits.ts';
import type { Context } from './context.ts';

type Changes = { readonly before: readonly CurrencyLimits[]; readonly after: readonly CurrencyLimits[]; readonly reason: string; readonly clockBefore: number | null };
const fields = ['perPayout', 'perDay', 'perPayee', 'first', 'coolingHours'] as const;

/** Writes one audit row for each limit that changes, with what it was and will be in minor units or hours, and one when limits go by an earlier clock
 *  from now on (`clockBefore` is the time that counted until then). Call it in the transaction of the change. */
export function writeChanges(ctx: Context, { before, after, reason, clockBefore }: Changes): void {
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
  if (clockBefore !== null) write('limits.clock', { before: clockBefore, after: ctx.clock() });
}
